/** Reads the unit after a numeral: the longest known word, a ratio of units (元/亩), or an infix inside the word (1个多月). */
import { ratioOfBases, type UnitEntry } from '../knowledge/units/table.ts';
import type { Unit, UnitUse } from '../model/quantity.ts';
import { ARABIC_DIGITS, BLANKS } from '../text/char-set.ts';
import { endOfSpacedWord, isLatin, type LexTables } from './characters.ts';
import type { Numeral } from './numeral.ts';
import { spacedUnitEnd } from './spaced.ts';

export type UnitReading = {
  unit: UnitUse;
  end: number;
  infix: string | null;
  /** 1个半月. */
  half: boolean;
  parts: UnitEntry['parts'];
  halves: boolean;
};

export function readUnit(text: string, at: number, numeral: Numeral, tables: LexTables): UnitReading | null {
  const split =
    readSpacedPoints(text, at, tables) ?? readSpaced(text, at, numeral, tables) ?? readSplitUnit(text, at, tables);
  if (split) return split;
  const { words, byWord } = tables.units;
  for (let length = words.longestAt(text, at); length > 0; length = words.longestAt(text, at, at + length - 1)) {
    const end = at + length;
    const known = byWord.get(text.slice(at, end));
    if (!known || !fits(text, end, known, numeral)) continue;
    // 张三人民币押金: a currency after one lone digit belongs to the words behind it.
    if (known.dimension === 'money' && numeral.script === 'chinese' && numeral.end - numeral.start === 1)
      if (tables.numerals.currencyPrefixes.has(text.slice(at, end))) continue;
    const entry = known.context === null ? known : inContext(text, end, known, known.context, numeral, tables);
    const { parts, halves } = entry;
    const ratio = ratioOf(text, at, end, entry, tables);
    return ratio ?? { unit: unitUse(entry, text, at, end), end, infix: null, half: false, parts, halves };
  }
  return null;
}

function fits(text: string, end: number, entry: UnitEntry, numeral: Numeral): boolean {
  if (entry.needsMultiplier && numeral.largePower === 0) return false;
  if (entry.neverBefore && entry.neverBefore.longestAt(text, end) > 0) return false;
  // 12条约: after Arabic digits a classifier is near certain; after a mask or a lone 一 it may begin a noun (**人民医院, 一部分).
  // 1.2本次: a mark of a list and a word, for classifiers count wholes.
  const { number } = numeral;
  const isPart =
    entry.dimension === 'count' && numeral.largePower === 0 && number !== null && !Number.isInteger(number);
  const certain = numeral.script === 'arabic' && !numeral.masked && !isPart;
  if (!certain && entry.notBefore) {
    const other = entry.notBefore.longestAt(text, end);
    if (other > (entry.stillBefore?.longestAt(text, end) ?? 0)) return false;
  }
  return !(isLatinWord(text, end - 1) && isLatinWord(text, end));
}

/** How far back in its statement a unit of two meanings looks for what is measured. */
const CONTEXT_REACH = 40;

/** 节电12度, 气温12度: the nearest word that tells, the one right after first; without any, what needs no conversion. */
function inContext(
  text: string,
  end: number,
  entry: UnitEntry,
  { own, other, otherwise }: NonNullable<UnitEntry['context']>,
  numeral: Numeral,
  { punctuation }: LexTables,
): UnitEntry {
  if (numeral.largePower > 0 || own.longestAt(text, end) > 0) return entry;
  if (other.longestAt(text, end) > 0) return otherwise;
  for (let i = numeral.start; i > Math.max(0, numeral.start - CONTEXT_REACH); i--) {
    if (punctuation.statementEnds.at(text, i - 1)) break;
    if (own.longestBefore(text, i) > 0) return entry;
    if (other.longestBefore(text, i) > 0) return otherwise;
  }
  return otherwise;
}

/** Between the widths of a letter. */
const WIDER = 0xfee0;

/** A letter or digit of either width. */
function isLatinWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLatin(code) || isLatin(code - WIDER) || ARABIC_DIGITS.has(code);
}

/** Field by field, as all that is made of every figure: what is spread first and added to is a new shape of object each time. */
export const unitUse = (unit: Unit, text: string, start: number, end: number): UnitUse => ({
  symbol: unit.symbol,
  dimension: unit.dimension,
  factor: unit.factor,
  base: unit.base,
  raw: text.slice(start, end),
  span: { start, end },
});

/** So many blanks at most part percentage points from their number, beside the one that may part any unit. */
const MOST_BLANKS = 3;

/** 五 个 百 分 点, 六   个百分点. */
function readSpacedPoints(text: string, at: number, { units }: LexTables): UnitReading | null {
  const start = BLANKS.endOfRun(text, at, at + MOST_BLANKS);
  for (const word of units.points) {
    const end = endOfSpacedWord(text, start, word);
    const entry = end - at > word.length ? units.byWord.get(word) : undefined;
    if (!entry) continue;
    const unit = unitUse(entry, text, start, end);
    return { unit, end, infix: null, half: false, parts: null, halves: false };
  }
  return null;
}

/** 1 6 0 平 方 米: of a numeral written with blanks, the unit too. */
function readSpaced(
  text: string,
  at: number,
  { start, end: numeralEnd }: Numeral,
  { units }: LexTables,
): UnitReading | null {
  if (at === numeralEnd || !BLANKS.at(text, at + 1) || !BLANKS.isIn(text, start, numeralEnd)) return null;
  const end = spacedUnitEnd(text, at, units);
  const entry = units.byWord.get(text.slice(at, end).replace(/\s/g, ''));
  if (!entry) return null;
  const unit = unitUse(entry, text, at, end);
  return { unit, end, infix: null, half: false, parts: entry.parts, halves: entry.halves };
}

/** 3个多月, 1个半小时: an infix parts 个 from the unit it counts. */
function readSplitUnit(text: string, at: number, tables: LexTables): UnitReading | null {
  if (!tables.units.timeClassifiers.at(text, at)) return null;
  const { half, infixes } = tables.numerals;
  const isHalf = text[at + 1] === half;
  const infixLength = isHalf ? 1 : infixes.longestAt(text, at + 1);
  if (infixLength === 0) return null;
  const unitAt = at + 1 + infixLength;
  const length = tables.units.words.longestAt(text, unitAt);
  const entry = tables.units.byWord.get(text.slice(unitAt, unitAt + length));
  if (entry?.dimension !== 'time') return null;
  const infix = isHalf ? null : text.slice(at + 1, unitAt);
  const end = unitAt + length;
  return { unit: unitUse(entry, text, at, end), end, infix, half: isHalf, parts: null, halves: false };
}

function ratioOf(text: string, start: number, end: number, entry: UnitEntry, tables: LexTables): UnitReading | null {
  if (!tables.units.perSigns.at(text, end)) return null;
  // 吨标准煤/万吨, 例/10万人: so many of what stands below the line.
  const perAt = endOfMultiple(text, end + 1, tables);
  const perLength = Math.max(tables.units.words.longestAt(text, perAt), tables.units.perNouns.longestAt(text, perAt));
  if (perLength === 0) return null;
  const perWord = text.slice(perAt, perAt + perLength);
  const per = tables.units.byWord.get(perWord);
  // 连续4年每年增收: 每 in words between two times is no ratio.
  const isWord = /\p{L}/u.test(text.charAt(end));
  if (isWord && entry.dimension === 'time' && per?.dimension === 'time') return null;
  const multiple = text.slice(end + 1, perAt);
  // 3862人/4015人 are two figures.
  if (!ROUND.test(multiple)) return null;
  const symbol = `${entry.symbol}/${multiple}${per?.symbol ?? perWord}`;
  const unit: Unit = { symbol, dimension: 'other', ...ratioOfBases(entry, multiple === '' ? per : undefined) };
  const unitEnd = perAt + perLength;
  const reading = unitUse(unit, text, start, unitEnd);
  return { unit: reading, end: unitEnd, infix: null, half: false, parts: null, halves: false };
}

/** What stands below the line is a power of ten. */
const ROUND = /^(?:[1\uff11][0\uff10]*)?[^\d\uff10-\uff19]*$/;

/** Longest multiple below the line: 10万. */
const MULTIPLE_REACH = 4;

function endOfMultiple(text: string, at: number, tables: LexTables): number {
  const { multipliers } = tables.numerals;
  let end = at;
  while (end - at < MULTIPLE_REACH && (ARABIC_DIGITS.at(text, end) || multipliers.has(text.charAt(end)))) {
    if (tables.units.words.longestAt(text, end) > 1) break;
    end++;
  }
  return end;
}
