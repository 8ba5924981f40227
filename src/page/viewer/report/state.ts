/** What the page of a report shows. */
import type { Language } from '../../../messages/language.ts';
import { PAGE_WORDS, type PageWords } from '../../../messages/page.ts';
import type { Span } from '../../../model/span.ts';
import { type Marks, NO_MARKS } from '../corrections/marks.ts';
import { type ShownFinding, shownFindings } from '../corrections/shown.ts';
import type { Scheme } from '../shared/settings.ts';
import { newStore, type Store } from '../shared/store.ts';
import { type Filter, filtered, NO_FILTER, type Sort, sorted } from './filter.ts';
import type { FindingType, Model } from './model.ts';
import { rowsOf, type ShownRow } from './rows.ts';

/** Where there is no room for all, one of them is seen. */
export const VIEWS = ['text', 'outline', 'findings', 'charts', 'about'] as const;
export type View = (typeof VIEWS)[number];
/** Those that share a place beside the text. */
export const PANELS = ['findings', 'charts', 'about'] as const;
export type Panel = (typeof PANELS)[number];

export type State = {
  language: Language;
  scheme: Scheme;
  view: View;
  panel: Panel;
  /** The id of a finding. */
  selected: string | null;
  filter: Filter;
  sort: Sort;
  /** What is lit in the text. */
  lights: Readonly<Record<FindingType, boolean>>;
  marks: Marks;
  /** Findings with what the reader said of them. */
  shown: readonly ShownFinding[];
  rows: readonly ShownRow[];
  /** Those that the filters let through, in their order. */
  visible: readonly ShownRow[];
  isEditing: boolean;
  /** Words that the reader has selected in the text. */
  picked: { span: Span; text: string } | null;
  dialog: 'keys' | 'save' | null;
};

export type Context = {
  model: Model;
  store: Store<State>;
  words: () => PageWords;
  language: () => Language;
  /** Told to those who do not see the page. */
  announce: (words: string) => void;
};

const FIRST_SORT: Sort = { by: 'place', falls: false };

export function newContext(model: Model, language: Language, scheme: Scheme, marks: Marks = NO_MARKS): Context {
  const shown = shownFindings(model, marks);
  const rows = rowsOf(shown, model);
  const store = newStore<State>({
    language,
    scheme,
    view: 'text',
    panel: 'findings',
    selected: null,
    filter: NO_FILTER,
    sort: FIRST_SORT,
    lights: { indicator: true, placeholder: true, evidence: true },
    marks,
    shown,
    rows,
    visible: sorted(filtered(rows, NO_FILTER), FIRST_SORT),
    isEditing: false,
    picked: null,
    dialog: null,
  });
  store.on(['marks'], () => {
    const found = shownFindings(model, store.get().marks);
    store.set({ shown: found, rows: rowsOf(found, model) });
  });
  store.on(['rows', 'filter', 'sort'], () => {
    const state = store.get();
    store.set({ visible: sorted(filtered(state.rows, state.filter), state.sort) });
  });
  return {
    model,
    store,
    language: () => store.get().language,
    words: () => PAGE_WORDS[store.get().language],
    announce: () => {},
  };
}

export const selectedFinding = ({ store }: Context): ShownFinding | null => {
  const { shown, selected } = store.get();
  return selected === null ? null : (shown.find(({ id }) => id === selected) ?? null);
};

/** The next row, or that before, of those that are shown. */
export function step(context: Context, by: 1 | -1): void {
  const { visible, rows, sort, selected } = context.store.get();
  if (visible.length === 0) return;
  const own = rows.find(({ finding }) => finding.id === selected);
  // A row that a mark has taken out of those that are shown still tells where the reader is.
  const all = own && !visible.includes(own) ? sorted([...visible, own], sort) : visible;
  const at = own ? all.indexOf(own) : by > 0 ? -1 : all.length;
  const to = all[at + by] ?? (own && visible.includes(own) ? own : visible.at(by > 0 ? -1 : 0));
  select(context, to?.finding.id ?? null);
}

/** Where the selected finding stands; null where none is. */
export const selectedPlace = (context: Context): number | null => selectedFinding(context)?.span.start ?? null;

export function select(context: Context, selected: string | null): void {
  context.store.set({ selected, isEditing: false });
}

export function setFilter({ store }: Context, change: Partial<Filter>): void {
  store.set({ filter: { ...store.get().filter, ...change } });
}
