/** 2至3个, 15%—20%, 10到20万元, 20 - 30个, 七八个. */

import type { Quantity } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { scale } from '../text/decimal.ts';
import { arabicDigit, type LexTables } from './characters.ts';
import { readNumeral } from './numeral.ts';
import { quantityOf } from './quantity-of.ts';
import { type NumeralWithUnit, withUnit } from './reading.ts';

export function readRange(text: string, first: NumeralWithUnit, tables: LexTables): Quantity | null {
  if (first.upper !== null && (first.unit || first.largePower > 0)) return neighbours(text, first);
  if (first.multiplierOnly) return null;
  const joined = joinerAfter(text, first.unitEnd, tables);
  const numeral = joined ? readNumeral(text, joined.end, tables) : null;
  if (!joined || !numeral) return null;
  const second = withUnit(text, numeral, tables);
  if (!isRange(text, first, second, joined, tables)) return null;
  const min = first.number === null ? null : scale(first.number, sharedPower(first, second));
  const max = second.number;
  if (min !== null && max !== null && min > max) return null;
  const masked = first.masked || second.masked;
  return quantityOf({
    start: first.start,
    end: second.unitEnd,
    raw: text.slice(first.start, second.end),
    form: 'range',
    script: first.script,
    unit: second.unit,
    multiplied: second.largePower > 0,
    masked,
    min: masked ? null : min,
    max: masked ? null : max,
    infix: second.infix,
  });
}

/** 七八个, 三四百万: the numeral itself names both ends. */
function neighbours(text: string, first: NumeralWithUnit): Quantity {
  const { start, unitEnd: end, unit, script, infix, number: min, upper: max } = first;
  const raw = text.slice(start, first.end);
  return quantityOf({
    start,
    end,
    raw,
    form: 'range',
    script,
    unit,
    infix,
    min,
    max,
    multiplied: first.largePower > 0,
  });
}

type Joiner = { word: string; start: number; end: number; dashed: boolean };

/** The word or dash between the ends; spaces may stand around a dash (20 - 30个). */
function joinerAfter(text: string, at: number, { numerals }: LexTables): Joiner | null {
  const start = BLANKS.at(text, at) ? at + 1 : at;
  const length = numerals.rangeJoiners.longestAt(text, start);
  if (length === 0) return null;
  const word = text.slice(start, start + length);
  const dashed = !/\p{Script=Han}/u.test(word);
  if (start > at && !dashed) return null;
  const end = start + length;
  return { word, start, end: dashed && BLANKS.at(text, end) ? end + 1 : end, dashed };
}

function isRange(
  text: string,
  first: NumeralWithUnit,
  second: NumeralWithUnit,
  joiner: Joiner,
  tables: LexTables,
): boolean {
  const { numerals } = tables;
  // 从2.05到2.01 names two values; so does any 到 or 至 between different units.
  if (!joiner.dashed && numerals.rangeBreakers.at(text, first.start - 1)) return false;
  if (first.unit && first.unit.symbol !== second.unit?.symbol) return false;
  const bothPlain = first.script === 'arabic' && second.script === 'arabic';
  if (!second.unit && first.masked && second.masked) return isBetween(text, first, second, tables);
  if (!second.unit && !bothPlain && second.largePower === 0 && first.script !== 'chinese') return false;
  if (!second.unit && first.script === 'chinese' && text.slice(second.start, second.end).length < 2) return false;
  return !joiner.dashed || !isChained(text, first, second, joiner);
}

/** 控制在X-X之间: two masks without a unit are numbers where a verb before them and nothing behind them says so. */
function isBetween(text: string, first: NumeralWithUnit, second: NumeralWithUnit, tables: LexTables): boolean {
  const { masks, punctuation } = tables;
  const { start } = first;
  const { end } = second;
  if (masks.ranges.before.longestBefore(text, start) === 0) return false;
  return end === text.length || punctuation.delimiters.at(text, end) || masks.ranges.after.longestAt(text, end) > 0;
}

/** 2020-12-21, 0871-63110086: more than two members, or a leading zero, is a date or a number of another kind. */
function isChained(text: string, first: NumeralWithUnit, second: NumeralWithUnit, { word }: Joiner): boolean {
  const goesOn =
    text.startsWith(word, second.unitEnd) && arabicDigit(text.charCodeAt(second.unitEnd + word.length)) >= 0;
  const wentOn = text.slice(first.start - word.length, first.start) === word;
  const padded = text[first.start] === '0' && text[first.start + 1] !== '.';
  return goesOn || wentOn || padded;
}

/** 10到20万元: the multiplier belongs to both. 5000到1万元: to the second alone. */
function sharedPower(first: NumeralWithUnit, second: NumeralWithUnit): number {
  if (first.largePower > 0 || first.unit || second.largePower === 0) return 0;
  if (first.number === null || second.number === null) return 0;
  return first.number < second.number / 10 ** second.largePower ? second.largePower : 0;
}
