/** Which rows are shown, and in which order. */
import { INDICATOR_KINDS, PLACEHOLDER_KINDS } from '../../../model/vocabulary.ts';
import type { ShownRow } from './rows.ts';

/** '' asks for nothing. */
export type Filter = {
  text: string;
  /** Of an indicator or a placeholder; `indicator`, `placeholder` and `evidence` for all of a type. */
  kind: string;
  status: string;
  concept: string;
  domain: string;
  year: string;
  section: string;
  mark: string;
  unfilled: boolean;
};

export const NO_FILTER: Filter = {
  text: '',
  kind: '',
  status: '',
  concept: '',
  domain: '',
  year: '',
  section: '',
  mark: '',
  unfilled: false,
};

export const SORT_KEYS = ['place', 'name', 'value', 'kind', 'status', 'time', 'domain'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = { by: SortKey; falls: boolean };

export function filtered(rows: readonly ShownRow[], filter: Filter): ShownRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const year = filter.year === '' ? null : Number(filter.year);
  return rows.filter(
    (row) =>
      hasKind(row, filter.kind) &&
      (filter.status === '' || row.status === filter.status) &&
      (filter.concept === '' || row.concept === filter.concept) &&
      (filter.domain === '' || row.domains.includes(filter.domain)) &&
      (year === null || (row.years !== null && row.years[0] <= year && year <= row.years[1])) &&
      (filter.section === '' || isIn(row, filter.section)) &&
      (filter.mark === '' || row.finding.marked === filter.mark) &&
      (!filter.unfilled || row.isUnfilled) &&
      words.every((word) => row.haystack.includes(word)),
  );
}

/** Of what is outside any section. */
export const NO_SECTION = '-';

const isIn = ({ sections }: ShownRow, section: string): boolean =>
  section === NO_SECTION ? sections.length === 0 : sections.includes(section);

const KINDS: Readonly<Record<string, ReadonlySet<string>>> = {
  indicator: new Set(INDICATOR_KINDS),
  placeholder: new Set(PLACEHOLDER_KINDS),
};

/** Evidence is shown where it is asked for. */
function hasKind({ kind }: ShownRow, asked: string): boolean {
  if (asked === '') return kind !== 'evidence';
  return KINDS[asked]?.has(kind) ?? kind === asked;
}

export function sorted(rows: readonly ShownRow[], { by, falls }: Sort): ShownRow[] {
  const compare = COMPARE[by];
  const ordered = [...rows].sort((a, b) => compare(a, b) || a.place - b.place);
  return falls ? ordered.reverse() : ordered;
}

const collator = new Intl.Collator('zh-CN');

const byText = (of: (row: ShownRow) => string) => (a: ShownRow, b: ShownRow) => collator.compare(of(a), of(b));

/** Rows without an amount come after those with one. */
const amountOf = ({ amount }: ShownRow): number => amount ?? Number.POSITIVE_INFINITY;

const COMPARE: Record<SortKey, (a: ShownRow, b: ShownRow) => number> = {
  place: (a, b) => a.place - b.place,
  name: byText(({ name }) => name),
  value: (a, b) => (amountOf(a) === amountOf(b) ? 0 : amountOf(a) - amountOf(b)),
  kind: byText(({ kind }) => kind),
  status: byText(({ status }) => status),
  time: byText(({ time }) => time),
  domain: byText(({ domains }) => domains[0] ?? ''),
};
