import { describeQuantities, type QuantityRecord } from '../pipeline/quantities.ts';
import { misuse, shapeOf } from './errors.ts';
import { checkOptions } from './options.ts';
import { type PackOptions, packOf } from './pack.ts';

/**
 * Every numeral of a text with its unit, as the lexer sees it: bare ones and those in dates too, as `gaige quantities` prints them. Here a
 * string is a text: nothing is read.
 * @throws GaigeError RULES_NOT_FOUND, RULES_INVALID, USAGE
 */
export function lexQuantities(text: string, options: PackOptions = {}): QuantityRecord[] {
  checkOptions(options);
  if (typeof text !== 'string')
    throw misuse('INVALID_VALUE', { option: 'lexQuantities', given: shapeOf(text), allowed: "'5.4%'" });
  return describeQuantities(text, packOf(options));
}
