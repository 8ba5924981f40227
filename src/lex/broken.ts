/** Numerals that are the tail of something: l60万元, O.8万亩, 3..5亿元, 12,34,567元. What stands there is not known, and so is no quantity. */
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS, BLANKS, RAISED_DIGITS } from '../text/char-set.ts';
import { isLatin, type LexTables } from './characters.ts';

/** So far back the head of a broken numeral is looked for. */
const HEAD_REACH = 24;

const NUMBER_END = /[\d\uff10-\uff19.\uff0e]+$/;

/** Where a quantity that something is glued to really begins and ends; null where it is whole. */
export function brokenAround(text: string, quantity: Quantity, tables: LexTables): Span | null {
  const { unit, span, form, script } = quantity;
  if (script !== 'arabic') return null;
  if (!unit) return form === 'number' ? brokenBehind(text, span, tables) : null;
  const { yearUnit, monthUnit, dayUnit } = tables.numerals;
  if (unit.raw === yearUnit || unit.raw === monthUnit || unit.raw === dayUnit) return null;
  return isTail(text, quantity, tables) ? { start: headOf(text, span.start, tables), end: span.end } : null;
}

/** A sign that stands where a digit should, and is no part of a word. */
const isLookalike = (text: string, at: number, { numerals }: LexTables): boolean =>
  numerals.lookalikes.at(text, at) && !isLatin(text.charCodeAt(at - 1));

function isTail(text: string, { span: { start }, raw }: Quantity, tables: LexTables): boolean {
  const { numerals } = tables;
  const at = start - 1;
  // 10^6千瓦时
  if (text[at] === '^' && ARABIC_DIGITS.at(text, at - 1)) return true;
  const before = text.charCodeAt(at);
  if (numerals.lookalikes.has(before)) return isLookalike(text, at, tables);
  if (isBehindDash(text, start, raw, tables)) return true;
  if (numerals.decimalPoints.has(before)) return isBehindPoint(text, at, tables);
  if (!numerals.groupSeparators.has(before)) return isBehindBlank(text, at, raw, tables);
  if (isLookalike(text, at - 1, tables)) return true;
  if (!ARABIC_DIGITS.at(text, at - 1)) return false;
  return numerals.wideSeparators.has(before) ? isBehindThousands(text, at, tables) : isGroupTail(text, at, raw, tables);
}

/** 3..5, 3.5.7, O.8; but ……5家 is a mark and a number. */
function isBehindPoint(text: string, at: number, tables: LexTables): boolean {
  const { decimalPoints, stops, ellipsis } = tables.numerals;
  const first = decimalPoints.startOfRun(text, at + 1, at + 1 - ellipsis);
  if (at + 1 - first >= ellipsis) return false;
  if (ARABIC_DIGITS.at(text, first - 1) || isLookalike(text, first - 1, tables)) return true;
  // 增长.5%: either a full stop, or a zero left out.
  return stops.at(text, at) && /\p{L}/u.test(text.charAt(first - 1));
}

/** 3-2个 is no range, and which of the two is meant is not known. */
function isBehindDash(text: string, start: number, raw: string, { numerals }: LexTables): boolean {
  const length = numerals.rangeJoiners.longestBefore(text, start);
  const end = start - length;
  if (length === 0 || /\p{L}/u.test(text.charAt(start - 1)) || !ARABIC_DIGITS.at(text, end - 1)) return false;
  const before = NUMBER_END.exec(text.slice(Math.max(0, end - HEAD_REACH), end))?.[0] ?? '';
  return Number.parseFloat(before.normalize('NFKC')) >= Number.parseFloat(raw.normalize('NFKC'));
}

/** 1234,567元, 3,45,600元, 1,234,56家, 1,2345人, 12'34元; but 5,7条 are two numbers, and so are 第3,1200人. */
function isGroupTail(text: string, at: number, raw: string, tables: LexTables): boolean {
  const { groupSeparators, listCommas } = tables.numerals;
  if (!listCommas.at(text, at)) return true;
  if (raw.length > 3 && groupSeparators.at(raw, raw.search(/\D/))) return true;
  const digits = /^\d+/.exec(raw)?.[0].length ?? 0;
  return digits === 3 || isGrouped(text, at, digits, tables);
}

/** Whether what stands before a comma is a number of thousands, or the first digits of one, and no place in an order. */
function isGrouped(text: string, comma: number, digitsBehind: number, tables: LexTables): boolean {
  if (isBehindThousands(text, comma, tables)) return true;
  const start = ARABIC_DIGITS.startOfRun(text, comma);
  return digitsBehind > 3 && comma - start <= 3 && !tables.numerals.rankPrefixes.has(text.charAt(start - 1));
}

function isBehindThousands(text: string, comma: number, { numerals }: LexTables): boolean {
  const start = ARABIC_DIGITS.startOfRun(text, comma);
  return comma - start === 3 && numerals.groupSeparators.at(text, start - 1) && ARABIC_DIGITS.at(text, start - 2);
}

/** 2 318 40件, of which three digits may be thousands of what stands before them; 1,2 00件, which begins with no number. */
function isBehindBlank(text: string, at: number, raw: string, { numerals }: LexTables): boolean {
  if (!numerals.groupBlanks.at(text, at) || !ARABIC_DIGITS.at(text, at - 1)) return false;
  if (/^0\d/.test(raw)) return true;
  if (!/^\d{3}(?!\d)/.test(raw)) return false;
  let first = at - 1;
  while (at - first <= 3 && ARABIC_DIGITS.at(text, first - 1)) first--;
  const before = text.charCodeAt(first - 1);
  return at - first <= 3 && numerals.groupBlanks.has(before) && ARABIC_DIGITS.at(text, first - 2);
}

/** 3O家: a letter for a digit between the number and its unit; 10⁶千瓦时: a power, or the mark of a note. */
function brokenBehind(text: string, { start, end }: Span, tables: LexTables): Span | null {
  const { lookalikes, multipliers } = tables.numerals;
  const behindRaised = RAISED_DIGITS.endOfRun(text, end);
  if (behindRaised > end) {
    const unit = BLANKS.endOfRun(text, multipliers.has(text.charAt(behindRaised)) ? behindRaised + 1 : behindRaised);
    const length = tables.units.words.longestAt(text, unit);
    return length > 0 ? { start, end: unit + length } : null;
  }
  if (!lookalikes.at(text, end)) return null;
  let to = end + 1;
  if (lookalikes.at(text, to)) to++;
  if (isLatin(text.charCodeAt(start - 1))) return null;
  if (multipliers.has(text.charAt(to))) to++;
  const length = tables.units.words.longestAt(text, to);
  return length > 0 && !isLatin(text.charCodeAt(to)) ? { start, end: to + length } : null;
}

/** Back over digits and what broke them. */
function headOf(text: string, start: number, tables: LexTables): number {
  const { lookalikes, decimalPoints, groupSeparators, groupBlanks, rangeJoiners } = tables.numerals;
  const limit = Math.max(0, start - HEAD_REACH);
  let head = start;
  for (let i = start - 1; i >= limit; i--) {
    if (ARABIC_DIGITS.at(text, i) || lookalikes.at(text, i) || text[i] === '^') head = i;
    else if (
      !decimalPoints.at(text, i) &&
      !groupSeparators.at(text, i) &&
      rangeJoiners.longestBefore(text, i + 1) === 0 &&
      !(groupBlanks.at(text, i) && ARABIC_DIGITS.at(text, i - 1))
    )
      break;
    else if (i === start - 1) head = i;
  }
  return head;
}
