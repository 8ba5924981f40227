/** What a cell looks like, by its characters alone. */

import { CHAR } from '../knowledge/numerals/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS, BLANKS } from '../text/char-set.ts';
import { isYear } from './time.ts';

export const isEmptyCell = ({ start, end }: Span): boolean => start === end;

/** A numeral with nothing beside it but a sign, its unit, and words that cells have. */
export function isFigureLike(text: string, { start, end }: Span, pack: RulePack): boolean {
  const { numerals } = pack;
  let i = afterWords(text, start, end, pack);
  if (numerals.minus.at(text, i)) i++;
  i += numerals.currencyLexicon.longestAt(text, i, end);
  if (i < end && numerals.rankPrefixes.has(text.charAt(i))) i++;
  const from = i;
  for (let length = 1; length > 0 && i < end; i += length) length = numeralPart(text, i, end, i === from, pack);
  return holdsDigit(text, from, i, pack) && afterWords(text, afterUnit(text, i, end, pack), end, pack) === end;
}

/** The length of what may go on a numeral: a character of one, a point, a blank, 至. */
function numeralPart(text: string, at: number, end: number, isFirst: boolean, { numerals }: RulePack): number {
  if (((numerals.classes[text.charCodeAt(at)] ?? 0) & NUMERAL) !== 0) return 1;
  if (isFirst) return 0;
  const isMark = numerals.decimalPoints.at(text, at) || numerals.groupSeparators.at(text, at) || BLANKS.at(text, at);
  if (isMark || text.charAt(at) === '%') return 1;
  return numerals.infixes.longestAt(text, at, end) || numerals.rangeJoiners.longestAt(text, at, end);
}

/** 万吨 alone is a unit. */
function holdsDigit(text: string, start: number, end: number, { numerals }: RulePack): boolean {
  for (let i = start; i < end; i++) if (((numerals.classes[text.charCodeAt(i)] ?? 0) & DIGIT) !== 0) return true;
  return false;
}

const DIGIT = CHAR.arabic | CHAR.mask | CHAR.chineseDigit;
const NUMERAL = DIGIT | CHAR.smallMultiplier | CHAR.largeMultiplier;

function afterUnit(text: string, at: number, end: number, { units, numerals }: RulePack): number {
  const own = Math.max(units.words.longestAt(text, at, end), numerals.rankUnits.longestAt(text, at, end));
  const per = at + own;
  if (own === 0 || !units.perSigns.at(text, per)) return per;
  const below = Math.max(units.words.longestAt(text, per + 1, end), units.perNouns.longestAt(text, per + 1, end));
  return below > 0 ? per + 1 + below : per;
}

/** Where the words and signs end that stand beside the numeral of a cell. */
function afterWords(text: string, start: number, end: number, { tables }: RulePack): number {
  let i = start;
  for (let length = 1; length > 0 && i < end; i += length)
    length = BLANKS.at(text, i) ? 1 : tables.cells.words.longestAt(text, i, end);
  return i;
}

/** A figure that is no year. */
export const isMeasured = (text: string, cell: Span, pack: RulePack): boolean =>
  isFigureLike(text, cell, pack) && !isYearLike(text, cell, pack);

/** So much may stand behind a year: 2024年实际. */
const LONGEST_REST = 12;

/** 2024, 2024年: what heads have, and the cells of a column of years. */
export function isYearLike(text: string, { start, end }: Span, { numerals, tables }: RulePack): boolean {
  if (ARABIC_DIGITS.endOfRun(text, start, end) !== start + 4) return false;
  if (!isYear(text, start, tables.years)) return false;
  const rest = text.slice(start + 4, end);
  return rest === '' || (rest.startsWith(numerals.yearUnit) && rest.length <= LONGEST_REST);
}
