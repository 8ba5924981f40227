import { type FigureKind, isOfKind, oneOf } from '../knowledge/pattern/candidates.ts';
import type { FigureStyle, FigureTest } from '../knowledge/pattern/table.ts';
import type { Quantity } from '../model/quantity.ts';

export const kindOf = ({ form, script, unit }: Quantity): FigureKind => ({
  dimension: form === 'rank' ? 'rank' : (unit?.dimension ?? 'none'),
  form,
  script,
  symbol: unit?.symbol ?? '',
  raw: unit?.raw ?? '',
});

/** Whether a figure meets all conditions of a test. */
export const passes = (test: FigureTest, quantity: Quantity, style: FigureStyle): boolean =>
  isOfKind(test, kindOf(quantity)) && hasValue(test, quantity, style);

/** The conditions that figures of one kind may differ in. */
export function hasValue(test: FigureTest, quantity: Quantity, style: FigureStyle): boolean {
  if (test.kindOnly) return true;
  if (!oneOf(test.prefixes, quantity.prefix ?? '')) return false;
  if (test.masked !== null && test.masked !== quantity.masked) return false;
  if (test.style !== null && test.style !== style) return false;
  if (test.multiplied && !quantity.multiplied) return false;
  if (test.bare && quantity.unit !== null && quantity.unit.raw !== '') return false;
  if (test.digits >= 0 && quantity.raw.length !== test.digits) return false;
  if (test.min === Number.NEGATIVE_INFINITY && test.max === Number.POSITIVE_INFINITY) return true;
  const low = quantity.number ?? quantity.min;
  const high = quantity.number ?? quantity.max;
  return low !== null && high !== null && low >= test.min && high <= test.max;
}
