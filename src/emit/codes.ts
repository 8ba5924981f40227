/** Codes in Chinese, for workbooks and parquet files with Chinese heads. Text formats keep the codes. */
import {
  BASIS_LABELS,
  BOUND_LABELS,
  DIRECTION_LABELS,
  INDICATOR_KIND_LABELS,
  PLACEHOLDER_KIND_LABELS,
  REPORT_KIND_LABELS,
  ROLE_LABELS,
  STATUS_LABELS,
  VERDICT_LABELS,
} from '../messages/labels.ts';
import type { Language, Wording } from '../messages/language.ts';
import type { GridColumn } from '../model/grid.ts';
import { listCell, listOf } from './tables.ts';

type ChineseNames = ReadonlyMap<string, string>;

/** What codes are called, by the key of the column that they stand in. */
export type CodeNames = Readonly<Record<string, ChineseNames>>;

const namesIn = (labels: Readonly<Record<string, Wording>>): ChineseNames =>
  new Map(Object.entries(labels).map(([code, { zh }]) => [code, zh]));

const NAMES: CodeNames = {
  kind: namesIn({ ...INDICATOR_KIND_LABELS, ...PLACEHOLDER_KIND_LABELS, ...REPORT_KIND_LABELS }),
  direction: namesIn(DIRECTION_LABELS),
  basis: namesIn(BASIS_LABELS),
  bound: namesIn(BOUND_LABELS),
  target_bound: namesIn(BOUND_LABELS),
  result_bound: namesIn(BOUND_LABELS),
  status: namesIn(STATUS_LABELS),
  role: namesIn(ROLE_LABELS),
  verdict: namesIn(VERDICT_LABELS),
};

/** Translates rows of these columns; what has no name stays as it is. */
export function codeTranslator(
  columns: readonly GridColumn[],
  header: Language,
  more: CodeNames = {},
): <Cell>(row: readonly Cell[]) => readonly (Cell | string)[] {
  if (header !== 'zh') return (row) => row;
  const names = columns.map(({ key }) => more[key] ?? NAMES[key]);
  return (row) => row.map((cell, i) => (typeof cell === 'string' ? translated(cell, names[i]) : cell));
}

const translated = (text: string, names: ChineseNames | undefined): string =>
  names === undefined ? text : listCell(listOf(text).map((code) => names.get(code) ?? code));
