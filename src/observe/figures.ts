/** Figures as spreadsheets want them: a number in a unit, and the words around it. */
import type { FigureCell } from '../model/grid.ts';
import { amountOf } from '../model/observation.ts';
import type { Bound } from '../model/vocabulary.ts';
import type { Definitions } from './axes.ts';
import { measureOf, type Row, type ShownAmount } from './fold.ts';
import { type ReadUnit, type ShownUnit, shownIn } from './units.ts';

/** 第2位: what stands before the digits and behind them. Numerals in words have none. */
const WRITTEN = /^(?<before>\D*)\d[\d.,]*\s*(?<after>\D*)$/;

/** 98.2亿元 → 亿元 */
export const writtenUnit = (text: string): string | null => WRITTEN.exec(text)?.groups?.['after'] || null;

const SIGNS: Record<Bound, string> = { eq: '', approx: '≈', gte: '≥', lte: '≤', range: '' };

/** In the unit of its column, else as its report writes it, else in the unit of its number; a range has no number. */
export function figureOf(
  row: Row,
  doubt: string,
  usual: ShownUnit | null,
  readUnit: ReadUnit,
): Pick<FigureCell, 'number' | 'before' | 'after'> {
  const { number, unit } =
    row.shown ?? inUnit(row, usual, readUnit) ?? inUnit(row, ownUnit(row, readUnit), readUnit) ?? row;
  const ordinal = row.kind === 'rank' ? (WRITTEN.exec(row.text)?.groups?.['before'] ?? '') : '';
  return { number, before: ordinal || SIGNS[row.bound], after: `${unit}${doubt}` };
}

const inUnit = (row: Row, unit: ShownUnit | null, readUnit: ReadUnit): ShownAmount | null | undefined =>
  unit === null ? null : shownIn(row, new Map([[row.concept, unit]]), readUnit).shown;

function ownUnit({ text }: Row, readUnit: ReadUnit): ShownUnit | null {
  const words = writtenUnit(text);
  return words === null ? null : readUnit(words);
}

/** Of a single figure of the place itself its number, in the unit that is asked for or else in the base unit; null for one in another `measure`. */
export function numberIn([row, other]: readonly Row[], measure: string, definitions: Definitions): number | null {
  if (!row || other || row.otherPlace !== null || measureOf(row, definitions) !== measure) return null;
  return row.shown === undefined ? amountOf(row) : (row.shown?.number ?? null);
}
