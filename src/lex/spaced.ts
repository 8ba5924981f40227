/** Numerals that blanks break by habit: 12 345件, 1 2 0 0 人, 8 . 5 亿元, 98. 5%. What is not certain is left as it stands. */
import { ARABIC_DIGITS, BLANKS } from '../text/char-set.ts';
import { arabicDigit, endOfSpacedWord, isLatin, type LexTables } from './characters.ts';
import { LARGE } from './evaluate.ts';

export type NumeralRun = { end: number; digits: string; masked: boolean };

/** The run of digits that begins at `at` with what goes on behind a blank; null where none does. */
export function spacedRun(text: string, at: number, run: NumeralRun, tables: LexTables): NumeralRun | null {
  const { groupBlanks, decimalPoints } = tables.numerals;
  const { end } = run;
  const atBlank = BLANKS.at(text, end) || groupBlanks.at(text, end);
  if (!atBlank && !(decimalPoints.at(text, end) && BLANKS.at(text, end + 1))) return null;
  if (!isFree(text, at, tables)) return null;
  return (
    (atBlank && end - at <= 3 && groupedRun(text, at, run, tables)) ||
    (end - at === 1 && digitByDigit(text, run, tables)) ||
    pointApart(text, at, run, tables)
  );
}

/** Nothing stands before it that it may be the tail of: a digit, a letter, a point. */
function isFree(text: string, at: number, { numerals }: LexTables): boolean {
  const before = text.charCodeAt(at - 1);
  if (
    isLatin(before) ||
    ARABIC_DIGITS.at(text, at - 1) ||
    numerals.decimalPoints.has(before) ||
    numerals.slashes.has(before)
  )
    return false;
  if (!BLANKS.has(before)) return true;
  // USD 4 200万
  if (numerals.currencyLexicon.longestBefore(text, at - 1) > 0) return true;
  return !(ARABIC_DIGITS.at(text, at - 2) || isLatin(text.charCodeAt(at - 2)));
}

/** 12 345.6: the same blank between groups of three; a plain space only before a unit, since it parts numbers of a list as well. */
function groupedRun(text: string, at: number, { digits, end }: NumeralRun, tables: LexTables): NumeralRun | null {
  const { numerals } = tables;
  const blank = text.charAt(end);
  if (
    !numerals.groupBlanks.at(text, end) ||
    digits.startsWith('0') ||
    digits.includes('.') ||
    isLabelled(text, at, tables)
  )
    return null;
  let i = end;
  let all = digits;
  while (
    text[i] === blank &&
    ARABIC_DIGITS.at(text, i + 1) &&
    ARABIC_DIGITS.at(text, i + 2) &&
    ARABIC_DIGITS.at(text, i + 3) &&
    !ARABIC_DIGITS.at(text, i + 4)
  ) {
    for (let each = i + 1; each < i + 4; each++) all += arabicDigit(text.charCodeAt(each));
    i += 4;
  }
  if (i === end) return null;
  const rest = decimals(text, i, tables);
  i += rest.length;
  // 400 820 1234: groups of another length are no thousands.
  if (BLANKS.at(text, i) && ARABIC_DIGITS.at(text, i + 1)) return null;
  if (numerals.decimalPoints.at(text, i) && ARABIC_DIGITS.at(text, i + 1)) return null;
  if (blank === ' ' && !isBeforeUnit(text, i, tables)) return null;
  return { end: i, digits: all + rest.replace(/^./, '.'), masked: false };
}

/** 第3 120件, 标段3 120万元. */
function isLabelled(text: string, at: number, { numerals }: LexTables): boolean {
  const end = BLANKS.at(text, at - 1) ? at - 1 : at;
  return (
    numerals.rankPrefixes.get(text.charAt(end - 1))?.certain === true || numerals.labels.longestBefore(text, end) > 0
  );
}

/** A point at `at` with the digits behind it, in ASCII but for the point; empty where there are none. */
function decimals(text: string, at: number, { numerals }: LexTables): string {
  if (!numerals.decimalPoints.at(text, at) || !ARABIC_DIGITS.at(text, at + 1)) return '';
  let all = text.charAt(at);
  for (let i = at + 1; ARABIC_DIGITS.at(text, i); i++) all += arabicDigit(text.charCodeAt(i));
  return all;
}

/** 4 5 0 0 吨, 8 . 5 亿元: every digit parted from the next by one blank, a point with or without. */
function digitByDigit(text: string, first: NumeralRun, tables: LexTables): NumeralRun | null {
  const { decimalPoints } = tables.numerals;
  let { digits, end } = first;
  let point = false;
  for (;;) {
    const next = BLANKS.at(text, end) ? end + 1 : end;
    if (ARABIC_DIGITS.at(text, next) && (next > end || digits.endsWith('.'))) {
      if (ARABIC_DIGITS.at(text, next + 1)) return null;
      digits += arabicDigit(text.charCodeAt(next));
      end = next + 1;
    } else if (
      !point &&
      decimalPoints.at(text, next) &&
      ARABIC_DIGITS.at(text, BLANKS.at(text, next + 1) ? next + 2 : next + 1)
    ) {
      point = true;
      digits += '.';
      end = next + 1;
    } else break;
  }
  // 1. 5家: one digit before a point and a blank may be the mark of a list, which `pointApart` looks at.
  if (digits.length < 2 || (digits.length === 3 && point && !BLANKS.at(text, first.end))) return null;
  return isBeforeUnit(text, end, tables) ? { end, digits, masked: false } : null;
}

/** Marks of lists seldom go so far. */
const LAST_MARK = 30;

/** 98. 5%, 98 .5%: a blank beside the point, before a unit that has parts. */
function pointApart(text: string, at: number, { digits, end }: NumeralRun, tables: LexTables): NumeralRun | null {
  const point = BLANKS.at(text, end) ? end + 1 : end;
  if (digits.includes('.') || !tables.numerals.decimalPoints.at(text, point)) return null;
  const from = BLANKS.at(text, point + 1) ? point + 2 : point + 1;
  let i = from;
  let all = `${digits}.`;
  for (; ARABIC_DIGITS.at(text, i); i++) all += arabicDigit(text.charCodeAt(i));
  if (i === from || tables.numerals.decimalPoints.at(text, i) || !isBeforeParts(text, i, tables)) return null;
  const isMark = point === end && Number(digits) <= LAST_MARK && !isWithin(text, at, tables);
  return isMark ? null : { end: i, digits: all, masked: false };
}

/** A greater number before 点 is no hour. */
const LAST_HOUR = 24;

/** 四点 五个百分点, 六 点 五 成: the decimals of a Chinese numeral behind blanks, where no time can be meant. */
export function spacedDecimals(
  text: string,
  from: number,
  { number, isShare }: { number: number; isShare: boolean },
  tables: LexTables,
): NumeralRun | null {
  const { chineseDecimalPoints, digits: values, multipliers, minutes } = tables.numerals;
  const point = BLANKS.endOfRun(text, from, from + 2);
  if (!chineseDecimalPoints.at(text, point)) return null;
  const first = BLANKS.endOfRun(text, point + 1, point + 3);
  if (point === from && first === point + 1) return null;
  let end = first;
  let digits = '';
  for (let value = values.get(text.charAt(end)); value !== undefined; value = values.get(text.charAt(++end)))
    digits += value;
  // 三点 二十 is no decimal, 十点 二五分 a time.
  if (digits === '' || multipliers.has(text.charAt(end)) || minutes.at(text, end)) return null;
  const isSure = isShare || number > LAST_HOUR || isBeforeShare(text, end, tables);
  return isSure ? { end, digits, masked: false } : null;
}

/** 九点 五公里 may be two, but no hour stands before a share. */
function isBeforeShare(text: string, at: number, { numerals: { tenths }, units }: LexTables): boolean {
  const from = BLANKS.at(text, at) ? at + 1 : at;
  const end = endOfSpacedWord(text, from, tenths.symbol);
  if (end >= 0) return tenths.notBefore.longestAt(text, end) === 0;
  const { dimension } = units.byWord.get(text.slice(from, from + units.words.longestAt(text, from))) ?? {};
  return dimension === 'percent' || dimension === 'percentage-point';
}

/** A word stands before it: no line and no statement begins here. */
function isWithin(text: string, at: number, { numerals }: LexTables): boolean {
  const before = text.charAt(BLANKS.at(text, at - 1) ? at - 2 : at - 1);
  return /\p{L}/u.test(before) && !numerals.rankPrefixes.has(before) && numerals.labels.longestBefore(text, at) === 0;
}

/** Behind one blank at most: a multiplier, an infix or a unit. */
function isBeforeUnit(text: string, at: number, { numerals, units }: LexTables): boolean {
  const i = BLANKS.at(text, at) ? at + 1 : at;
  return (
    numerals.multipliers.has(text.charAt(i)) ||
    units.words.longestAt(text, i) > 0 ||
    spacedUnitEnd(text, i, units) > 0 ||
    numerals.infixes.longestAt(text, i) > 0
  );
}

/** No longer unit is written with blanks between its characters. */
const LONGEST_SPACED = 4;

/** 平 方 米: where a unit ends whose characters are all parted by one blank; 0 where none stands. */
export function spacedUnitEnd(text: string, at: number, { words }: LexTables['units']): number {
  let dense = text.charAt(at);
  // Behind a blank at the end of a text stands nothing, and nothing makes no word longer.
  for (let next = at + 2; next < text.length && dense.length < LONGEST_SPACED; next += 2) {
    if (!BLANKS.at(text, next - 1)) break;
    dense += text.charAt(next);
  }
  const length = words.longestAt(dense, 0);
  return length > 1 ? at + 2 * length - 1 : 0;
}

/** A large multiplier, or a unit that is neither a classifier nor part of a date. */
function isBeforeParts(text: string, at: number, tables: LexTables): boolean {
  const { numerals, units } = tables;
  const i = BLANKS.at(text, at) ? at + 1 : at;
  const length = units.words.longestAt(text, i);
  if ((numerals.multipliers.get(text.charAt(i)) ?? 0) >= LARGE && length < 2) return true;
  const { dimension } = units.byWord.get(text.slice(i, i + length)) ?? {};
  return dimension !== undefined && dimension !== 'count' && dimension !== 'time' && dimension !== 'other';
}
