/** A numeral with the unit after it. */

import type { UnitUse } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { scale } from '../text/decimal.ts';
import { endOfSpacedWord, type LexTables } from './characters.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { readUnit, type UnitReading, unitUse } from './unit.ts';

export type NumeralWithUnit = Numeral & { unit: UnitUse | null; unitEnd: number };

/** One space, or one line break, may part a numeral from its unit in old and hard-wrapped texts. */
export const skipOneBlank = (text: string, at: number): number =>
  BLANKS.at(text, at) || text[at] === '\n' ? at + 1 : at;

/** The same behind a numeral that begins at a place: what stands after the last cell of a row is the next row. */
export const skipToUnit = (text: string, at: number, start: number): number =>
  text[at] === '\n' && isCellStart(text, start) ? at : skipOneBlank(text, at);

/** After a tab or a wide blank, a sign between them or not. */
const isCellStart = (text: string, at: number): boolean => isGap(text, at) || isGap(text, at - 1);

const isGap = (text: string, at: number): boolean =>
  text[at - 1] === '\t' || (BLANKS.at(text, at - 1) && BLANKS.at(text, at - 2));

/** Adds 成, or the unit after a possible infix and gap: 6200余人, 10多 公里, 一成半, 5元3角. */
export function withUnit(text: string, numeral: Numeral, tables: LexTables): NumeralWithUnit {
  const tenths = readTenths(text, numeral, tables);
  if (tenths) return tenths;
  const infixed = numeral.infix === null ? readInfixed(text, numeral, tables) : null;
  if (infixed) return infixed;
  const reading = readUnit(text, skipToUnit(text, numeral.end, numeral.start), numeral, tables);
  return reading ? attach(text, numeral, reading, tables) : united(numeral, null, numeral.end);
}

/** Field by field: this is made for every numeral. */
const united = (
  { start, end, script, masked, multiplierOnly, largePower, number, upper, infix }: Numeral,
  unit: UnitUse | null,
  unitEnd: number,
): NumeralWithUnit => ({
  start,
  end,
  script,
  masked,
  multiplierOnly,
  largePower,
  number,
  upper,
  infix,
  unit,
  unitEnd,
});

/** 6200余人; 3000余 alone, after Arabic digits. */
function readInfixed(text: string, numeral: Numeral, tables: LexTables): NumeralWithUnit | null {
  const length = tables.numerals.infixes.longestAt(text, numeral.end);
  if (length === 0) return null;
  const end = numeral.end + length;
  const infix = text.slice(numeral.end, end);
  const reading = readUnit(text, skipToUnit(text, end, numeral.start), numeral, tables);
  const stands = tables.numerals.standaloneInfixes.has(infix) && numeral.script === 'arabic';
  if (!reading && !stands) return null;
  const whole = reading ? attach(text, numeral, reading, tables) : united(numeral, null, end);
  whole.infix = infix;
  whole.end = end;
  return whole;
}

function attach(text: string, numeral: Numeral, reading: UnitReading, tables: LexTables): NumeralWithUnit {
  const { unit, infix } = reading;
  const { more, end } = reading.half ? { more: 0.5, end: reading.end } : readParts(text, reading, tables);
  const whole = united(numeral, unit, end);
  if (whole.number !== null && more > 0) whole.number = Number((whole.number + more).toPrecision(15));
  whole.infix ??= infix;
  return whole;
}

/** 两天半; 5元3角2分, 五块六. */
function readParts(text: string, reading: UnitReading, tables: LexTables): { more: number; end: number } {
  const { half } = tables.numerals;
  const { parts, halves, end: from } = reading;
  if (halves && text[from] === half && tables.numerals.halfWords.longestAt(text, from) === 0)
    return { more: 0.5, end: from + 1 };
  let more = 0;
  let end = from;
  while (parts) {
    // 两美元又三美分
    const from = text[end] === tables.numerals.mixedFraction ? end + 1 : end;
    const numeral = readNumeral(text, from, tables);
    if (!numeral || numeral.number === null || numeral.number >= 100 || numeral.largePower > 0) break;
    const part = longestPart(text, numeral.end, parts);
    if (!part) break;
    more += numeral.number * part[1];
    end = numeral.end + part[0].length;
  }
  return { more, end };
}

/** 角钱 before 角. */
function longestPart(text: string, at: number, parts: ReadonlyMap<string, number>): [string, number] | null {
  let longest: [string, number] | null = null;
  for (const part of parts)
    if (text.startsWith(part[0], at) && part[0].length > (longest?.[0].length ?? 0)) longest = part;
  return longest;
}

/** 三成 → 30 %, 一成半 → 15 %, 七成五 → 75 %. */
function readTenths(text: string, numeral: Numeral, tables: LexTables): NumeralWithUnit | null {
  const { tenths, half, digits } = tables.numerals;
  const at = skipToUnit(text, numeral.end, numeral.start);
  const end = endOfSpacedWord(text, at, tenths.symbol);
  if (end < 0 || tenths.notBefore.longestAt(text, end) > 0) return null;
  if (numeral.number !== null && (numeral.number > 10 || numeral.number === 0)) return null;
  const extra = text[end] === half ? 0.5 : (digits.get(text[end] ?? '') ?? 0) / 10;
  const unitEnd = extra > 0 ? end + 1 : end;
  const unit = unitUse(tenths.unit, text, at, unitEnd);
  const number = numeral.number === null ? null : scale(numeral.number + extra, 1);
  const upper = numeral.upper === null ? null : scale(numeral.upper, 1);
  return { ...numeral, number, upper, unit, unitEnd };
}
