/** The fields of a finding, to be changed. */
import {
  BASIS_LABELS,
  DIRECTION_LABELS,
  INDICATOR_KIND_LABELS,
  PLACEHOLDER_KIND_LABELS,
  ROLE_LABELS,
  STATUS_LABELS,
} from '../../../messages/labels.ts';
import { CORRECTION_WORDS } from '../../../messages/page-corrections.ts';
import { conceptLabel, domainLabel } from '../report/labels.ts';
import type { Context } from '../report/state.ts';
import { h } from '../shared/dom.ts';
import { type AddedFinding, type Changes, foundValue } from './marks.ts';
import type { ShownFinding } from './shown.ts';
import { ownMarks, say } from './verdict-view.ts';

type EditedField = keyof Changes;

export function editView(finding: ShownFinding, context: Context): HTMLElement {
  const words = CORRECTION_WORDS[context.language()];
  const fields =
    finding.type === 'indicator'
      ? indicatorEditors(finding, context)
      : finding.type === 'placeholder'
        ? placeholderEditors(finding, context)
        : [];
  const { note } = finding.base ? ownMarks(context, finding.id) : { note: addedOf(context, finding.id)?.note ?? '' };
  const remark = h('input', {
    type: 'text',
    value: note,
    maxlength: 2000,
    onchange: () => setNote(finding, context, remark.value),
  });
  return h('div', { class: 'edit' }, ...fields, h('label', { class: 'edit-field' }, h('span', {}, words.note), remark));
}

/** A field with its editor, and what it was before the reader changed it. */
function field(name: EditedField, editor: HTMLElement, finding: ShownFinding, context: Context): HTMLElement {
  const words = CORRECTION_WORDS[context.language()];
  const label = context.words().fieldNames[name] ?? name;
  const isChanged = finding.base !== null && name in ownMarks(context, finding.id).changes;
  const undo = () => {
    const { [name]: _, ...others } = ownMarks(context, finding.id).changes;
    say(context, finding.id, { changes: others });
  };
  const was = isChanged && finding.base ? shownValue(name, foundValue(finding.base, name), context) : '';
  return h(
    'div',
    { class: `edit-field${isChanged ? ' is-changed' : ''}` },
    h('label', { for: `edit-${name}` }, label),
    editor,
    isChanged
      ? h(
          'span',
          { class: 'was' },
          words.was(was),
          h(
            'button',
            { type: 'button', class: 'quiet', 'aria-label': `${words.undo} ${label}`, onclick: undo },
            words.undo,
          ),
        )
      : null,
  );
}

function shownValue(name: EditedField, value: unknown, context: Context): string {
  const { nothing } = CORRECTION_WORDS[context.language()];
  if (value === null) return nothing;
  if (Array.isArray(value)) return value.map((id) => domainLabel(context, String(id))).join('、') || nothing;
  if (typeof value === 'object' && 'from' in value && 'to' in value)
    return value.from === value.to ? String(value.from) : `${value.from} – ${value.to}`;
  if (typeof value === 'object' && 'text' in value) return String(value.text);
  if (name === 'concept') return conceptLabel(context, String(value));
  return LABELS[name]?.[String(value)]?.[context.language()] ?? String(value);
}

const LABELS: Partial<Record<EditedField, Readonly<Record<string, { zh: string; en: string }>>>> = {
  kind: { ...INDICATOR_KIND_LABELS, ...PLACEHOLDER_KIND_LABELS },
  status: STATUS_LABELS,
  direction: DIRECTION_LABELS,
  basis: BASIS_LABELS,
  role: ROLE_LABELS,
};

/** Says what a field should be; what was found is no change. */
export function change(finding: ShownFinding, context: Context, name: EditedField, value: Changes[EditedField]): void {
  if (!finding.base) {
    changeAdded(context, finding.id, name, value);
    return;
  }
  const { changes } = ownMarks(context, finding.id);
  const { [name]: _, ...others } = changes;
  const isFound = JSON.stringify(foundValue(finding.base, name)) === JSON.stringify(value);
  say(context, finding.id, { changes: isFound ? others : { ...changes, [name]: value } });
}

function changeAdded({ store }: Context, id: string, name: EditedField, value: Changes[EditedField]): void {
  const { marks } = store.get();
  const added = marks.added.map((each) =>
    each.id === id ? ({ ...each, fields: { ...each.fields, [name]: value } } as AddedFinding) : each,
  );
  store.set({ marks: { ...marks, added } });
}

const addedOf = ({ store }: Context, id: string) => store.get().marks.added.find((each) => each.id === id);

function setNote(finding: ShownFinding, context: Context, note: string): void {
  if (finding.base) {
    say(context, finding.id, { note });
    return;
  }
  const { marks } = context.store.get();
  context.store.set({
    marks: { ...marks, added: marks.added.map((each) => (each.id === finding.id ? { ...each, note } : each)) },
  });
}

// Editors

function indicatorEditors(finding: ShownFinding & { type: 'indicator' }, context: Context): HTMLElement[] {
  const { record } = finding;
  const language = context.language();
  const { concepts, fields } = context.model;
  const labelled = (labels: Readonly<Record<string, { zh: string; en: string }>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: label[language] }));
  const editor = (name: EditedField, made: HTMLElement) => field(name, made, finding, context);
  const one = (name: EditedField, choices: readonly EditChoice[], value: string | null, isOptional = true) =>
    editor(
      name,
      choice(name, choices, value, isOptional, context, (chosen) => change(finding, context, name, chosen)),
    );
  const words = (name: EditedField, value: string | null) =>
    editor(
      name,
      line(name, value ?? '', (text) => change(finding, context, name, text === '' ? null : text)),
    );
  return [
    editor(
      'name',
      line(
        'name',
        record.name ?? '',
        (text) => change(finding, context, 'name', text === '' ? null : { text, span: null }),
        CORRECTION_WORDS[language].pickName,
      ),
    ),
    one('kind', labelled(INDICATOR_KIND_LABELS), record.kind, false),
    one('status', labelled(STATUS_LABELS), record.status, false),
    editor(
      'time',
      timeEditor(record.time, context, (time) => change(finding, context, 'time', time)),
    ),
    words('period', record.period),
    one(
      'concept',
      concepts.map(({ id }) => ({ value: id, label: conceptLabel(context, id) })),
      record.concept,
    ),
    editor(
      'domains',
      domainsEditor(
        record.domains,
        fields.map(({ id }) => id),
        context,
        (domains) => change(finding, context, 'domains', domains),
      ),
    ),
    one('direction', labelled(DIRECTION_LABELS), record.direction),
    one('basis', labelled(BASIS_LABELS), record.basis),
    words('base', record.base),
    words('scope', record.scope),
    one('role', labelled(ROLE_LABELS), record.role),
  ];
}

function placeholderEditors(finding: ShownFinding & { type: 'placeholder' }, context: Context): HTMLElement[] {
  const { kind, expects } = finding.record;
  const kinds = Object.entries(PLACEHOLDER_KIND_LABELS).map(([value, label]) => ({
    value,
    label: label[context.language()],
  }));
  return [
    field(
      'kind',
      choice('kind', kinds, kind, false, context, (chosen) => change(finding, context, 'kind', chosen ?? kind)),
      finding,
      context,
    ),
    field(
      'expects',
      line('expects', expects ?? '', (text) => change(finding, context, 'expects', text === '' ? null : text)),
      finding,
      context,
    ),
  ];
}

type EditChoice = { value: string; label: string };

function choice(
  name: string,
  choices: readonly EditChoice[],
  value: string | null,
  isOptional: boolean,
  context: Context,
  set: (value: string | null) => void,
): HTMLElement {
  const { nothing } = CORRECTION_WORDS[context.language()];
  const all = isOptional ? [{ value: '', label: nothing }, ...choices] : choices;
  const select = h(
    'select',
    { id: `edit-${name}`, onchange: () => set(select.value === '' ? null : select.value) },
    ...all.map((each) => h('option', { value: each.value, selected: each.value === (value ?? '') }, each.label)),
  );
  return select;
}

function line(name: string, value: string, set: (value: string) => void, hint = ''): HTMLElement {
  const input = h('input', {
    type: 'text',
    id: `edit-${name}`,
    value,
    title: hint,
    placeholder: hint,
    onchange: () => set(input.value.trim()),
  });
  return input;
}

/** ISO 8601, cut to a year, a month or a day. */
const DATE = '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?';

function timeEditor(
  time: { from: string; to: string } | null,
  context: Context,
  set: (time: { from: string; to: string } | null) => void,
): HTMLElement {
  const words = CORRECTION_WORDS[context.language()];
  const isDate = new RegExp(`^${DATE}$`);
  /** The end that was written last draws the other along, so that no time ends before it begins. */
  const give = (written: HTMLInputElement, other: HTMLInputElement) => () => {
    if (from.value.trim() === '' && to.value.trim() === '') set(null);
    if (!isDate.test(written.value.trim())) return;
    if (!isDate.test(other.value.trim()) || isBefore(to.value.trim(), from.value.trim())) other.value = written.value;
    set({ from: from.value.trim(), to: to.value.trim() });
  };
  const input = (value: string, label: string, id?: string) =>
    h('input', {
      type: 'text',
      id,
      value,
      pattern: DATE,
      placeholder: 'YYYY-MM-DD',
      size: 10,
      'aria-label': label,
    });
  const from = input(time?.from ?? '', words.from, 'edit-time');
  const to = input(time?.to ?? '', words.to);
  from.addEventListener('change', give(from, to));
  to.addEventListener('change', give(to, from));
  return h('span', { class: 'pair' }, from, '–', to);
}

/** So far as both are told: 2025 is not before 2025-06. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** Best first: as many as there are, and room for a second. */
export function domainsEditor(
  domains: readonly string[],
  all: readonly string[],
  context: Context,
  set: (domains: string[]) => void,
): HTMLElement {
  const { nothing } = CORRECTION_WORDS[context.language()];
  const label = context.words().fieldNames['domains'] ?? '';
  const give = () => set([...new Set(selects.map(({ value }) => value).filter((value) => value !== ''))]);
  const selects = Array.from({ length: Math.max(2, domains.length) }, (_, i) =>
    h(
      'select',
      { id: i === 0 ? 'edit-domains' : null, 'aria-label': `${label} ${i + 1}`, onchange: give },
      h('option', { value: '' }, nothing),
      ...all.map((id) => h('option', { value: id, selected: domains[i] === id }, domainLabel(context, id))),
    ),
  );
  return h('span', { class: 'pair' }, ...selects);
}
