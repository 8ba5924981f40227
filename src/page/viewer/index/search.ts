/** All findings of all reports, to be searched. */
import { INDICATOR_KINDS, PLACEHOLDER_KINDS, STATUSES } from '../../../model/vocabulary.ts';
import { h } from '../shared/dom.ts';
import { filterForm } from '../shared/filter-form.ts';
import { kindLabel, statusLabel } from '../shared/kind-labels.ts';
import { MOST_PRINTED, rowList } from '../shared/virtual.ts';
import { searchField, selectField } from './fields.ts';
import type { IndexPart } from './overview.ts';
import { type AnyFinding, type IndexContext, nameOf, shownFindings } from './state.ts';

export function searchAll(context: IndexContext): IndexPart {
  const { store } = context;
  const words = context.words();
  const set = (change: object) => store.set({ searchFilter: { ...store.get().searchFilter, ...change } });
  const { searchFilter } = store.get();
  const all = context.findings();
  const count = h('output', { class: 'count' });
  const form = filterForm(
    'filters wide',
    words.filters,
    searchField(words.search, words.searchHint, searchFilter.text, (text) => set({ text })),
    selectField(words.kind, words.all, kindChoices(context), searchFilter.kind, (kind) => set({ kind })),
    selectField(
      words.status,
      words.all,
      STATUSES.map((value) => ({ value, label: statusLabel(value, context.language()) })),
      searchFilter.status,
      (status) => set({ status }),
    ),
    selectField(words.concept, words.all, conceptChoices(all, context), searchFilter.concept, (concept) =>
      set({ concept }),
    ),
    selectField(words.year, words.all, yearChoices(all), searchFilter.year, (year) => set({ year })),
    count,
  );
  let shown: readonly AnyFinding[] = [];
  const body = h('tbody');
  const heads = [words.report, words.name, words.value, words.kind, words.status, words.time];
  const table = h(
    'table',
    { class: 'found', 'aria-label': words.searchAll },
    h('thead', {}, h('tr', {}, ...heads.map((label, i) => h('th', { scope: 'col', class: CLASSES[i] }, label)))),
    body,
  );
  const viewport = h(
    'div',
    { class: 'rows', tabindex: 0, role: 'region', 'aria-label': words.searchAll },
    table,
    h('p', { class: 'empty muted', hidden: true }, words.nothingFits),
  );
  const rows = rowList(viewport, body, (i) => rowOf(shown[i], i, context), MOST_PRINTED);
  const refresh = () => {
    shown = shownFindings(context);
    table.setAttribute('aria-rowcount', String(shown.length + 1));
    count.textContent = words.counted(shown.length, all.length);
    context.announce(count.textContent);
    viewport.lastElementChild?.toggleAttribute('hidden', shown.length > 0);
    rows.show(shown.length);
  };
  const off = store.on(['searchFilter'], () => (table.isConnected ? refresh() : off()));
  return { elements: [form, viewport], refresh };
}

const CLASSES = ['report', 'name', 'value', 'kind', 'status', 'time'] as const;

function kindChoices(context: IndexContext) {
  const { types } = context.words();
  const labelled = (value: string) => ({ value, label: kindLabel(value, context.language()) });
  return [
    { value: 'indicator', label: types.indicator },
    ...INDICATOR_KINDS.map(labelled),
    { value: 'placeholder', label: types.placeholder },
    ...PLACEHOLDER_KINDS.map(labelled),
  ];
}

function conceptChoices(all: readonly AnyFinding[], { index, language }: IndexContext) {
  const spoken = new Set(all.map(({ finding }) => finding[6]));
  return index.concepts
    .filter(({ id }) => spoken.has(id))
    .map(({ id, label }) => ({ value: id, label: label[language()] }));
}

const yearChoices = (all: readonly AnyFinding[]) =>
  [...new Set(all.map(({ finding }) => finding[5]))]
    .filter((year) => year !== '')
    .sort()
    .reverse()
    .map((year) => ({ value: year, label: year }));

function rowOf(found: AnyFinding | undefined, i: number, context: IndexContext): HTMLElement {
  if (!found) return h('tr');
  const { report, finding, isPlaceholder } = found;
  const [id, label, text, kind, status, year] = finding;
  const language = context.language();
  return h(
    'tr',
    { 'aria-rowindex': i + 2 },
    h(
      'th',
      { scope: 'row', class: 'report' },
      h('bdi', { title: report.entry.report.path }, nameOf(report)),
      h('small', {}, String(report.entry.report.year ?? '')),
    ),
    h(
      'td',
      { class: 'name' },
      h('span', {
        class: `dot ${kind} ${status} ${isPlaceholder ? 'placeholder' : 'indicator'}`,
        'aria-hidden': 'true',
      }),
      h('a', { href: `${report.page}#${id}` }, h('bdi', {}, label || context.words().unnamed)),
    ),
    h('td', { class: 'value' }, h('bdi', {}, text)),
    h('td', { class: 'kind' }, kindLabel(kind, language)),
    h('td', { class: 'status' }, statusLabel(status, language)),
    h('td', { class: 'time' }, year),
  );
}
