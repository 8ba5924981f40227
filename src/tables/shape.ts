/** What a cell looks like, by its characters alone. */

import { CHAR } from '../knowledge/numerals/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS, BLANKS } from '../text/char-set.ts';

/** So much may stand behind the numeral of a figure: a unit, a word. */
const LONGEST_TAIL = 12;

export const isEmptyCell = ({ start, end }: Span): boolean => start === end;

/** A numeral with no more beside it than a sign, a unit or a word that cells have. */
export function isFigureLike(text: string, { start, end }: Span, pack: RulePack): boolean {
  const { numerals, tables, punctuation } = pack;
  let i = afterWords(text, start, end, pack);
  if (numerals.minus.at(text, i)) i++;
  i += numerals.currencyLexicon.longestAt(text, i, end);
  if (i < end && numerals.rankPrefixes.has(text.charAt(i))) i++;
  if (i >= end || !isNumeralAt(text, i, pack)) return false;
  while (i < end && (isNumeralAt(text, i, pack) || BLANKS.at(text, i) || isJoint(text, i, pack))) i++;
  return end - i <= LONGEST_TAIL && !punctuation.sentenceEnds.isIn(text, i, end) && !tables.bars.isIn(text, i, end);
}

/** Where the words and signs end that stand before the numeral of a cell. */
export function afterWords(text: string, start: number, end: number, { tables }: RulePack): number {
  let i = start;
  for (let length = 1; length > 0 && i < end; i += length)
    length = BLANKS.at(text, i) ? 1 : tables.cells.words.longestAt(text, i, end);
  return i;
}

function isNumeralAt(text: string, at: number, { numerals }: RulePack): boolean {
  const bits = numerals.classes[text.charCodeAt(at)] ?? 0;
  return (bits & (CHAR.arabic | CHAR.mask)) !== 0 || (bits & CHAR.chineseDigit) !== 0;
}

const isJoint = (text: string, at: number, { numerals }: RulePack): boolean =>
  numerals.decimalPoints.at(text, at) ||
  numerals.groupSeparators.at(text, at) ||
  numerals.rangeJoiners.longestAt(text, at) > 0;

/** 2024, 2024年: what heads have, and the cells of a column of years. */
export function isYearLike(text: string, { start, end }: Span, { numerals, tables }: RulePack): boolean {
  if (ARABIC_DIGITS.endOfRun(text, start, end) !== start + 4) return false;
  const year = Number(text.slice(start, start + 4).normalize('NFKC'));
  if (year < tables.years.first || year > tables.years.last) return false;
  const rest = text.slice(start + 4, end);
  return rest === '' || (rest.startsWith(numerals.yearUnit) && rest.length <= LONGEST_TAIL);
}
