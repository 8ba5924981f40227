import type { FigureStyle, FigureTest } from '../knowledge/pattern/table.ts';
import type { Quantity } from '../model/quantity.ts';

const oneOf = <T>(allowed: readonly T[], value: T): boolean => allowed.length === 0 || allowed.includes(value);

/** Whether a figure meets all conditions of a test. */
export function passes(test: FigureTest, quantity: Quantity, style: FigureStyle): boolean {
  if (!oneOf(test.dimensions, quantity.form === 'rank' ? 'rank' : (quantity.unit?.dimension ?? 'none'))) return false;
  if (!oneOf(test.forms, quantity.form) || !oneOf(test.scripts, quantity.script)) return false;
  if (!oneOf(test.symbols, quantity.unit?.symbol ?? '') || !oneOf(test.raws, quantity.unit?.raw ?? '')) return false;
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
