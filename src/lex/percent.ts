/** 百分之二十八点三, 千分之五, 百分之百, 百分之五至百分之六, 百分之二三十. */

import type { Quantity, UnitUse } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { endOfSpacedWord, type LexTables } from './characters.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { quantityOf } from './quantity-of.ts';

type Part = { numeral: Numeral; unit: UnitUse };

export function readPercent(text: string, at: number, tables: LexTables): Quantity | null {
  const first = readPart(text, at, tables);
  if (!first) return null;
  const { start, number, upper, masked, script, infix } = first.numeral;
  const base = { start: at, unit: first.unit, masked, script, infix };
  const max = upper ?? readUpper(text, first.numeral.end, tables);
  if (max !== null && number !== null) {
    const { value, end } = typeof max === 'number' ? { value: max, end: first.numeral.end } : max;
    return quantityOf({ ...base, end, raw: text.slice(start, end), form: 'range', min: number, max: value });
  }
  return quantityOf({
    ...base,
    end: first.numeral.end,
    raw: text.slice(start, first.numeral.end),
    form: 'number',
    number,
  });
}

/** The other end: 至百分之六. */
function readUpper(text: string, at: number, tables: LexTables): { value: number; end: number } | null {
  const joiner = tables.numerals.rangeJoiners.longestAt(text, at);
  const second = joiner > 0 ? readPart(text, at + joiner, tables) : null;
  return second?.numeral.number == null ? null : { value: second.numeral.number, end: second.numeral.end };
}

function readPart(text: string, at: number, tables: LexTables): Part | null {
  const { percentPrefixes, percentHundred } = tables.numerals;
  for (const { prefix, unit } of percentPrefixes) {
    const end = endOfSpacedWord(text, at, prefix);
    if (end < 0) continue;
    let start = end;
    while (BLANKS.at(text, start) && start - end < 2) start++;
    const numeral = readNumeral(text, start, tables);
    if (!numeral) return null;
    const use = { ...unit, raw: text.slice(at, end), span: { start: at, end } };
    // 百分之百 is 100 %, though 百 alone would be a multiplier.
    const isHundred = numeral.multiplierOnly && text[start] === percentHundred;
    return { numeral: isHundred ? { ...numeral, end: start + 1, number: 100 } : numeral, unit: use };
  }
  return null;
}
