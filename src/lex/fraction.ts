/** 三分之一, 三又二分之一, 1/3, 2.05:1. */

import type { Quantity } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { endOfSpacedWord, type LexTables } from './characters.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { quantityOf } from './quantity-of.ts';

/** Fractions are given to four decimals: 三分之一 is 0.3333. */
const divide = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : Number((a / b).toFixed(4));

export function readFraction(text: string, first: Numeral, tables: LexTables): Quantity | null {
  return readSpoken(text, first, tables) ?? readMixed(text, first, tables) ?? readWritten(text, first, tables);
}

/** The lower part comes first: 三分之一. */
function readSpoken(text: string, below: Numeral, tables: LexTables): Quantity | null {
  const at = BLANKS.at(text, below.end) ? below.end + 1 : below.end;
  const end = endOfSpacedWord(text, at, tables.numerals.fraction);
  if (end < 0) return null;
  const from = BLANKS.at(text, end) ? end + 1 : end;
  // 负三分之负二
  const isNegative = tables.numerals.spokenMinus.at(text, from);
  const above = readNumeral(text, isNegative ? from + 1 : from, tables);
  if (!above) return null;
  const masked = below.masked || above.masked;
  const raw = text.slice(below.start, above.end);
  const upper = isNegative && above.number !== null ? -above.number : above.number;
  const number = divide(upper, below.number);
  return quantityOf({
    start: below.start,
    end: above.end,
    raw,
    form: 'fraction',
    script: below.script,
    number,
    masked,
  });
}

/** 三又二分之一 is 3.5. */
function readMixed(text: string, whole: Numeral, tables: LexTables): Quantity | null {
  const { mixedFraction } = tables.numerals;
  const at = BLANKS.at(text, whole.end) ? whole.end + 1 : whole.end;
  if (text[at] !== mixedFraction) return null;
  const below = readNumeral(text, BLANKS.at(text, at + 1) ? at + 2 : at + 1, tables);
  const part = below ? readSpoken(text, below, tables) : null;
  if (part?.number == null || whole.number === null) return null;
  const raw = text.slice(whole.start, part.span.end);
  return quantityOf({ ...part, start: whole.start, end: part.span.end, raw, number: whole.number + part.number });
}

/** 1/3 and 2.05:1, but no date (2020/12/21), no time (14:30) and no score. */
function readWritten(text: string, first: Numeral, tables: LexTables): Quantity | null {
  const { slashes, ratioColons } = tables.numerals;
  const isSlash = slashes.at(text, first.end);
  const isColon = ratioColons.at(text, first.end);
  if (!(isSlash || isColon) || !isPlain(first)) return null;
  const second = readNumeral(text, first.end + 1, tables);
  if (!second || !isPlain(second)) return null;
  const isChained = [first.start - 1, second.end].some((at) => slashes.at(text, at) || ratioColons.at(text, at));
  if (isChained) return null;
  const isRatio = isColon && (isOne(second) || isOneTo(text, first, second, tables));
  const isProper =
    isSlash &&
    isWhole(first.number) &&
    second.number !== null &&
    // 16/5 where nothing is joined to it; 24/7服务 is a name.
    (first.number < second.number ||
      (second.number > 1 && isApart(text, first.start - 1) && isApart(text, second.end)));
  if (!isRatio && !isProper) return null;
  const raw = text.slice(first.start, second.end);
  return quantityOf({
    start: first.start,
    end: second.end,
    raw,
    form: 'fraction',
    script: 'arabic',
    number: divide(first.number, second.number),
  });
}

const isOne = ({ number, start, end }: Numeral): boolean => number === 1 && end === start + 1;

/** 师生比1:12.5; but no clock time (1:30) and no list (1：3个). */
const isOneTo = (text: string, first: Numeral, second: Numeral, { units }: LexTables): boolean =>
  isOne(first) &&
  /\p{L}/u.test(text.charAt(first.start - 1)) &&
  (!isWhole(second.number) || second.end === second.start + 1) &&
  units.words.longestAt(text, second.end) === 0;

/** Neither a letter nor a digit stands at a place. */
const isApart = (text: string, at: number): boolean => !/[\p{L}\p{N}.,%-]/u.test(text.charAt(at));

const isWhole = (number: number | null): number is number => Number.isInteger(number);

const isPlain = ({ script, masked, largePower, infix }: Numeral): boolean =>
  script === 'arabic' && !masked && largePower === 0 && infix === null;
