/** The value and unit fields of an indicator. */

import { type Origin, origin } from '../model/origin.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Indicator } from '../model/record.ts';
import type { Bound } from '../model/vocabulary.ts';

type Value = Indicator['value'];

/** `stated` is what the rules say of the words around the figure; an infix (6200余人) speaks for itself. */
export function figureValue(quantity: Quantity, stated: Bound | undefined): Value {
  const bound = boundOf(quantity, stated);
  const { number } = quantity;
  const ends =
    bound === 'range'
      ? { min: quantity.min, max: quantity.max }
      : { min: bound === 'gte' ? number : null, max: bound === 'lte' ? number : null };
  return { number: bound === 'range' ? null : number, ...ends, bound, raw: quantity.raw };
}

/** Where the bound comes from; `byRule` is the origin of a bound that a rule states. */
export function boundOrigin({ form, infix }: Quantity, byRule: Origin | null): Origin {
  if (form === 'range') return origin('RANGE');
  if (infix !== null) return origin('INFIX', { infix });
  return byRule ?? origin('DEFAULT');
}

function boundOf({ form, infix }: Quantity, stated: Bound | undefined): Bound {
  if (form === 'range') return 'range';
  if (infix !== null) return 'gte';
  return stated ?? 'eq';
}

export function figureUnit({ unit }: Quantity): Indicator['unit'] {
  if (!unit) return { symbol: '', raw: '', dimension: 'other' };
  return { symbol: unit.symbol, raw: unit.raw, dimension: unit.dimension };
}

export function canonicalOf({ unit }: Quantity, { number }: Value): Indicator['canonical'] {
  if (!unit || unit.factor === null || unit.base === null) return null;
  return { number: number === null ? null : rounded(number * unit.factor), unit: unit.base };
}

/** To the digits that are sure: 0.1 + 0.2. */
const rounded = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 10 ** SURE_DIGITS ? value : Number(value.toPrecision(SURE_DIGITS));

const SURE_DIGITS = 12;
