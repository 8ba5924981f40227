/** 百分之二十八点三, 千分之五, 百分之百, 百分之五至百分之六, 百分之二三十. */

import type { Quantity, UnitUse } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { endOfSpacedWord, type LexTables } from './characters.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { quantityOf } from './quantity-of.ts';
import { withUnit } from './reading.ts';
import { unitUse } from './unit.ts';

type Part = { numeral: Numeral; unit: UnitUse };

export function readPercent(text: string, at: number, tables: LexTables): Quantity | null {
  const first = readPart(text, at, tables);
  if (!first) return null;
  const { start, number, upper, masked, script, infix } = first.numeral;
  const { unit } = first;
  // 从百分之二到百分之三 names two values.
  const isMove = tables.numerals.rangeBreakers.at(text, at - 1);
  const max = upper ?? (isMove ? null : readUpper(text, first.numeral, tables));
  if (max !== null && number !== null) {
    const { value, end } = typeof max === 'number' ? { value: max, end: first.numeral.end } : max;
    const raw = text.slice(start, end);
    return quantityOf({ start: at, end, raw, form: 'range', min: number, max: value, unit, masked, script, infix });
  }
  const { end } = first.numeral;
  const raw = text.slice(start, end);
  return quantityOf({ start: at, end, raw, form: 'number', number, unit, masked, script, infix });
}

/** The other end: 至百分之六, 到六 where nothing else is counted there. */
function readUpper(text: string, first: Numeral, tables: LexTables): { value: number; end: number } | null {
  const joiner = tables.numerals.rangeJoiners.longestAt(text, first.end);
  if (joiner === 0) return null;
  const at = first.end + joiner;
  const second = readPart(text, at, tables)?.numeral ?? readBare(text, at, first, tables);
  return second?.number == null ? null : { value: second.number, end: second.end };
}

function readBare(text: string, at: number, { number, script }: Numeral, tables: LexTables): Numeral | null {
  const second = readNumeral(text, at, tables);
  if (second?.number == null || number === null || second.script !== script || second.multiplierOnly) return null;
  return second.number > number && !withUnit(text, second, tables).unit ? second : null;
}

function readPart(text: string, at: number, tables: LexTables): Part | null {
  const { percentPrefixes, percentHundred } = tables.numerals;
  for (const { prefix, unit } of percentPrefixes) {
    const end = endOfSpacedWord(text, at, prefix);
    if (end < 0) continue;
    let start = end;
    while (BLANKS.at(text, start) && start - end < 2) start++;
    const numeral = readNumeral(text, start, tables, true);
    if (!numeral) return null;
    // 百分之百 is 100 %, though 百 alone would be a multiplier.
    const isHundred = numeral.multiplierOnly && text[start] === percentHundred;
    return {
      numeral: isHundred ? { ...numeral, end: start + 1, number: 100 } : numeral,
      unit: unitUse(unit, text, at, end),
    };
  }
  return null;
}
