/** The filters over the table. What they offer is what the report has. */
import type { Section } from '../../../model/record.ts';
import { INDICATOR_KINDS, PLACEHOLDER_KINDS, STATUSES } from '../../../model/vocabulary.ts';
import { h } from '../shared/dom.ts';
import { filterForm } from '../shared/filter-form.ts';
import { kindLabel, statusLabel } from '../shared/kind-labels.ts';
import { type Filter, NO_FILTER, NO_SECTION } from './filter.ts';
import { conceptLabel, domainLabel, sectionLabel } from './labels.ts';
import type { ShownRow } from './rows.ts';
import { type Context, setFilter } from './state.ts';

type FilterChoice = { value: string; label: string; group?: string };

/** Fields that one of several values is chosen for. */
const CHOSEN = ['kind', 'status', 'domain', 'concept', 'year', 'section', 'mark'] as const;

export function filterView(context: Context): { element: HTMLElement; refresh: () => void } {
  const { store } = context;
  const words = context.words();
  const search = h('input', {
    type: 'search',
    id: 'search',
    'aria-label': words.search,
    placeholder: words.searchHint,
    oninput: () => setFilter(context, { text: search.value }),
  });
  const unfilled = h('input', {
    type: 'checkbox',
    id: 'unfilled',
    onchange: () => setFilter(context, { unfilled: unfilled.checked }),
  });
  const selects = CHOSEN.map((field) => ({ field, select: selectOf(field, context) }));
  const count = h('output', { class: 'count', for: 'search' });
  const clear = h(
    'button',
    { type: 'button', class: 'quiet', onclick: () => store.set({ filter: NO_FILTER }) },
    words.clearFilters,
  );
  const show = () => {
    const { filter, visible, rows } = store.get();
    if (document.activeElement !== search) search.value = filter.text;
    unfilled.checked = filter.unfilled;
    for (const { field, select } of selects) {
      select.value = filter[field];
      select.classList.toggle('is-set', filter[field] !== '');
    }
    count.textContent = words.counted(visible.length, rows.filter(({ kind }) => kind !== 'evidence').length);
    clear.hidden = JSON.stringify(filter) === JSON.stringify(NO_FILTER);
  };
  show();
  const element = filterForm(
    'filters',
    words.filters,
    search,
    h('div', { class: 'selects' }, ...selects.map(({ select }) => select)),
    h('div', { class: 'filter-foot' }, h('label', { class: 'check' }, unfilled, words.unfilledOnly), count, clear),
  );
  return { element, refresh: show };
}

function selectOf(field: (typeof CHOSEN)[number], context: Context): HTMLSelectElement {
  const words = context.words();
  const label = words[field];
  const select = h(
    'select',
    { 'aria-label': label, onchange: () => setFilter(context, { [field]: select.value } as Partial<Filter>) },
    // Without a choice it shows what it would choose by.
    h('option', { value: '' }, label),
    ...grouped(choicesOf(field, context)),
  );
  return select;
}

/** Choices of one group stand together. */
function grouped(choices: readonly FilterChoice[]): HTMLElement[] {
  const option = ({ value, label }: FilterChoice) => h('option', { value }, label);
  const groups = [...new Set(choices.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = choices.filter((each) => each.group === group).map(option);
    return group === undefined ? own : [h('optgroup', { label: group }, ...own)];
  });
}

function choicesOf(field: (typeof CHOSEN)[number], context: Context): FilterChoice[] {
  const { model, store } = context;
  const { rows } = store.get();
  const words = context.words();
  const language = context.language();
  if (field === 'kind') return kindChoices(context);
  if (field === 'status') return STATUSES.map((value) => ({ value, label: statusLabel(value, language) }));
  if (field === 'mark') return Object.entries(words.marks).map(([value, label]) => ({ value, label }));
  if (field === 'section') return sectionChoices(model.sections, context);
  if (field === 'year') return yearsIn(rows).map((year) => ({ value: year, label: year }));
  const values = new Set(
    rows.flatMap((row) => (field === 'domain' ? row.domains : row.concept === '' ? [] : [row.concept])),
  );
  const all = field === 'domain' ? model.fields : model.concepts;
  const label = field === 'domain' ? domainLabel : conceptLabel;
  return all.filter(({ id }) => values.has(id)).map(({ id }) => ({ value: id, label: label(context, id) }));
}

function kindChoices(context: Context): FilterChoice[] {
  const { types } = context.words();
  const language = context.language();
  const choice = (group: string) => (value: string) => ({ value, label: kindLabel(value, language), group });
  return [
    { value: 'indicator', label: types.indicator, group: types.indicator },
    ...INDICATOR_KINDS.map(choice(types.indicator)),
    { value: 'placeholder', label: types.placeholder, group: types.placeholder },
    ...PLACEHOLDER_KINDS.map(choice(types.placeholder)),
    { value: 'evidence', label: types.evidence, group: types.evidence },
  ];
}

const sectionChoices = (sections: readonly Section[], context: Context): FilterChoice[] => [
  ...sections
    .filter(({ level }) => level <= 3)
    .map(({ id, level }) => ({
      value: id,
      label: `${'　'.repeat(level - 1)}${sectionLabel(context, id)}`.slice(0, 40),
    })),
  { value: NO_SECTION, label: sectionLabel(context, null) },
];

/** More years than these are one span too long to list. */
const MOST_YEARS = 60;

function yearsIn(rows: readonly ShownRow[]): string[] {
  const years = new Set<number>();
  for (const row of rows) {
    if (!row.years) continue;
    const [from, to] = row.years;
    for (let year = from; year <= Math.min(to, from + MOST_YEARS); year++) years.add(year);
  }
  return [...years].sort((a, b) => b - a).map(String);
}
