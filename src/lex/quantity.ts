/** Puts numeral, prefix, infix and unit together into a quantity. */

import { CHAR } from '../knowledge/numerals/table.ts';
import type { Quantity, UnitUse } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS, BLANKS } from '../text/char-set.ts';
import { scale } from '../text/decimal.ts';
import { classAt, isLatin, type LexTables } from './characters.ts';
import { readFraction } from './fraction.ts';
import { type Numeral, readNumeral } from './numeral.ts';
import { readPercent } from './percent.ts';
import { quantityOf } from './quantity-of.ts';
import { readRange } from './range.ts';
import { type NumeralWithUnit, skipOneBlank, withUnit } from './reading.ts';
import { readUnit, unitUse } from './unit.ts';

/**
 * The quantity whose numeral begins at `at`, or null where there is none; `end` says where to go on.
 * `floor` is the end of the quantity before: a prefix never reaches back into it.
 */
export function readQuantity(
  text: string,
  at: number,
  floor: number,
  tables: LexTables,
): { quantity: Quantity | null; end: number } {
  const special = readHalf(text, at, tables) ?? readPercent(text, at, tables);
  if (special) return found(signed(text, special, floor, tables));
  if (isInSetPhrase(text, at, tables)) return { quantity: null, end: at + 1 };
  const read = readNumeral(text, at, tables);
  if (!read) return { quantity: null, end: at + 1 };
  const numeral = read.script === 'arabic' ? withoutZero(text, read, tables) : read;
  const first = apartAtComma(text, withUnit(text, numeral, tables), floor, tables);
  const fraction = readFraction(text, numeral, tables);
  if (fraction) return found(signed(text, fraction, floor, tables));
  const quantity = readRange(text, first, tables) ?? assemble(text, first, floor, tables);
  return isListed(quantity, text, tables) ? found(quantity) : { quantity: null, end: numeral.end };
}

/** 【待填】亿元, 第【待填】位: a note before a unit or after 第 stands for the number. */
export function readNoteQuantity(text: string, note: Span, floor: number, tables: LexTables): Quantity | null {
  let end = note.end;
  while (tables.numerals.multipliers.has(text[end] ?? '') && tables.units.words.longestAt(text, end) < 2) end++;
  const numeral: Numeral = { ...NOTE, start: note.start, end, largePower: end > note.end ? 1 : 0 };
  const reading = withUnit(text, numeral, tables);
  const rank = rankPrefix(text, note.start, floor, tables);
  if (rank && (reading.unit || rank.certain)) return assembleRank(text, reading, rank, tables);
  const { unit, unitEnd } = reading;
  if (!unit) return null;
  const raw = text.slice(note.start, end);
  return quantityOf({ start: note.start, end: unitEnd, raw, form: 'number', script: 'mask', masked: true, unit });
}

/** （*）家: a mask that fills a pair of brackets stands for the number as well. */
export function readEnclosedQuantity(text: string, { start, end }: Span, tables: LexTables): Quantity | null {
  const close = tables.masks.notes.brackets.get(text[start - 1] ?? '');
  if (close === undefined || text[end] !== close) return null;
  return readNoteQuantity(text, { start: start - 1, end: end + 1 }, start - 1, tables);
}

const NOTE: Omit<Numeral, 'start' | 'end'> = {
  script: 'mask',
  masked: true,
  multiplierOnly: false,
  largePower: 0,
  number: null,
  upper: null,
  infix: null,
};

const found = (quantity: Quantity) => ({ quantity, end: quantity.span.end });

/** A lone Chinese digit without a unit is part of a word (统一, 三农), and a mask without one stands for no number. */
function isListed(quantity: Quantity, text: string, tables: LexTables): boolean {
  const { raw, script, span } = quantity;
  if (raw.length === 1 && tables.numerals.formal.at(raw, 0)) return false;
  if (quantity.unit || quantity.form !== 'number' || quantity.prefix) return true;
  // 415X is a code: a letter stands for a digit only before a unit.
  if (quantity.masked) return quantity.multiplied || isHalfMasked(raw, tables);
  if (script !== 'chinese' || raw.length > 1) return true;
  if (!isEdge(text[span.end])) return false;
  return isEdge(text[span.start - 1]) || (quantity.number === 0 && tables.numerals.zeroAfter.at(text, span.start - 1));
}

/** 202*, 19××; 12**: without a unit, one mask character beside digits is a footnote or a sign (35.2*, 10×), unless a year comes of it. */
function isHalfMasked(raw: string, { masks }: LexTables): boolean {
  if (YEAR_BEGINS.test(raw) && raw.length === 4) return true;
  const [first, second] = [...raw].flatMap((char) => masks.byChar.get(char) ?? []);
  return ARABIC_DIGITS.isIn(raw) && first !== undefined && second !== undefined && !first.apartFromLatin;
}

const YEAR_BEGINS = /^(?:19|20|１９|２０)/;

const isEdge = (char: string | undefined): boolean => char === undefined || !/\p{L}|\p{N}/u.test(char);

/** Longest set phrase counted back from a digit in it. */
const PHRASE_REACH = 3;

function isInSetPhrase(text: string, at: number, tables: LexTables): boolean {
  if (!(classAt(text, at, tables) & (CHAR.chineseDigit | CHAR.smallMultiplier | CHAR.largeMultiplier))) return false;
  const { setPhrases, fraction, chineseDecimalPoints } = tables.numerals;
  for (let start = Math.max(0, at - PHRASE_REACH); start <= at; start++) {
    const end = start + setPhrases.longestAt(text, start);
    // 十分 in 十分之三, 一点 in 一点八倍 are none.
    const isFraction = text.startsWith(fraction, end - 1);
    const isDecimal = chineseDecimalPoints.at(text, end - 1) && isChineseDigit(text, end, tables);
    if (end > at && !isFraction && !isDecimal) return true;
  }
  return false;
}

const isChineseDigit = (text: string, at: number, tables: LexTables): boolean =>
  (classAt(text, at, tables) & CHAR.chineseDigit) !== 0;

/** 一半, 半数; 半年, 半倍. */
function readHalf(text: string, at: number, tables: LexTables): Quantity | null {
  const { halfWords, half } = tables.numerals;
  const length = halfWords.longestAt(text, at);
  if (length > 0) {
    const raw = text.slice(at, at + length);
    return quantityOf({ start: at, end: at + length, raw, form: 'fraction', number: 0.5 });
  }
  if (text[at] !== half) return null;
  const numeral = halfAt(at);
  const tenths = withUnit(text, numeral, tables);
  if (tenths.unit && tenths.unitEnd > at + 1 && tenths.unit.symbol === tables.numerals.tenths.unit.symbol)
    return quantityOf({
      start: at,
      end: tenths.unitEnd,
      raw: half,
      form: 'number',
      number: tenths.number,
      unit: tenths.unit,
    });
  const reading = readUnit(text, at + 1, numeral, tables);
  const { dimension } = reading?.unit ?? {};
  if (!reading || dimension === 'count' || dimension === 'money' || dimension === 'other') return null;
  return quantityOf({ start: at, end: reading.end, raw: half, form: 'number', number: 0.5, unit: reading.unit });
}

const halfAt = (at: number): Numeral => ({
  start: at,
  end: at + 1,
  script: 'chinese',
  masked: false,
  multiplierOnly: false,
  largePower: 0,
  number: 0.5,
  upper: null,
  infix: null,
});

/** A plain numeral with what stands before it: a minus sign, a currency sign, 第 or 前, 数 or 几. */
function assemble(text: string, first: NumeralWithUnit, floor: number, tables: LexTables): Quantity {
  const { numerals } = tables;
  const rank = rankPrefix(text, first.start, floor, tables);
  if (rank && (rank.certain || !namesPlace(text, first, tables))) return assembleRank(text, first, rank, tables);
  if (first.unit && isInOrdinals(text, first, tables)) {
    const { start, unitEnd: end, unit, number, script } = first;
    const raw = text.slice(start, first.end);
    return quantityOf({ start, end, raw, form: 'rank', prefix: listedPrefix(tables), number, script, unit });
  }
  if (isListMark(text, first)) return assemble(text, { ...first, unit: null, unitEnd: first.end }, floor, tables);
  const raw = text.slice(first.start, first.end);
  const vague = isMultipliers(raw, tables) ? numerals.vaguePrefixes.longestBefore(text, first.start, floor) : 0;
  const currency = vague > 0 ? null : currencyBefore(text, first.start, floor, tables, first.unit);
  const quantity = quantityOf({
    start: currency?.span.start ?? first.start - vague,
    end: first.unitEnd,
    raw,
    form: vague > 0 ? 'vague' : first.multiplierOnly && !currency ? 'multiplier' : 'number',
    script: first.script,
    number: vague > 0 ? null : first.number,
    infix: first.infix,
    multiplied: first.largePower > 0,
    masked: first.masked,
    unit: first.unit ?? currency,
  });
  return signed(text, quantity, floor, tables);
}

/** 十万, 百: nothing but multipliers, so that 数 or 几 before it leaves the number open. */
function isMultipliers(raw: string, { numerals }: LexTables): boolean {
  for (let i = 0; i < raw.length; i++) if (!numerals.multipliers.has(raw.charAt(i))) return false;
  return true;
}

/** 3.2家园建设, at the head of a line: the number of a section, and a word. */
const isListMark = (text: string, { start, number, unit, unitEnd, largePower, infix }: NumeralWithUnit): boolean =>
  unit?.dimension === 'count' &&
  number !== null &&
  !Number.isInteger(number) &&
  largePower === 0 &&
  infix === null &&
  (start === 0 || text[start - 1] === '\n') &&
  /\p{L}/u.test(text.charAt(unitEnd));

/** So far back 第 is looked for. */
const ORDINALS_REACH = 24;

/** 6条 in 第2，4，6条: nothing but digits and commas back to 第. */
function isInOrdinals(text: string, { start, unit, largePower }: NumeralWithUnit, { numerals }: LexTables): boolean {
  const { separators, units, notAfter } = numerals.ordinalLists;
  if (!separators.at(text, start - 1) || !unit || largePower > 0 || !units.has(unit.raw)) return false;
  const limit = Math.max(0, start - ORDINALS_REACH);
  let i = start - 1;
  while (i >= limit && (separators.at(text, i) || ARABIC_DIGITS.at(text, i))) i--;
  return numerals.rankPrefixes.get(text.charAt(i))?.certain === true && !notAfter.at(text, i - 1);
}

/** What makes an ordinal of a number for certain. */
function listedPrefix({ numerals }: LexTables): string | null {
  for (const [prefix, { certain }] of numerals.rankPrefixes) if (certain) return prefix;
  return null;
}

/** The currency before a numeral; before one that has a unit of its own, only the same once more (￥3亿元). */
function currencyBefore(
  text: string,
  at: number,
  floor: number,
  { numerals }: LexTables,
  own: UnitUse | null = null,
): UnitUse | null {
  if (own && own.dimension !== 'money') return null;
  const end = BLANKS.at(text, at - 1) ? at - 1 : at;
  const length = numerals.currencyLexicon.longestBefore(text, end, floor);
  const unit = numerals.currencyPrefixes.get(text.slice(end - length, end));
  return unit && (!own || own.symbol === unit.symbol) ? unitUse(unit, text, end - length, end) : null;
}

/** .5, -.25万: the zero left out, where no word stands before the point that it may end as a full stop. */
function withoutZero(text: string, numeral: Numeral, tables: LexTables): Numeral {
  const { stops, minus } = tables.numerals;
  const at = numeral.start - 1;
  if (numeral.number === null || !stops.at(text, at)) return numeral;
  const before = text.charAt(at - 1);
  if (before !== '' && before !== '\n' && !BLANKS.at(text, at - 1) && !minus.at(text, at - 1)) return numeral;
  const end = ARABIC_DIGITS.endOfRun(text, numeral.start);
  if (end !== numeral.end && !tables.numerals.multipliers.has(text.charAt(end))) return numeral;
  return { ...numeral, start: at, number: scale(numeral.number, numeral.start - end) };
}

/** $40，300美元 and 第3，500户: behind a currency or 第, a comma of a sentence before a number with a unit of its own parts. */
function apartAtComma(text: string, first: NumeralWithUnit, floor: number, tables: LexTables): NumeralWithUnit {
  const { unit, start, end, script } = first;
  const { wideSeparators } = tables.numerals;
  if (script !== 'arabic' || !unit || end - start < 5) return first;
  const comma = wideSeparators.until(text, start, Math.min(end, start + 4));
  if (!wideSeparators.at(text, comma) || text.charCodeAt(start) > 0x7f) return first;
  const isApart =
    (unit.dimension === 'money' && currencyBefore(text, start, floor, tables) !== null) ||
    rankPrefix(text, start, floor, tables)?.certain;
  if (!isApart) return first;
  const number = Number(text.slice(start, comma));
  return { ...first, end: comma, number, largePower: 0, infix: null, unit: null, unitEnd: comma };
}

/** A minus sign before the numeral belongs to it, unless it joins digits or letters (2018-2020, COVID-19). */
function signed(text: string, quantity: Quantity, floor: number, tables: LexTables): Quantity {
  const { minus, spokenMinus, minusNotAfter, minusJoinsAfter } = tables.numerals;
  const { start, end } = quantity.span;
  const at = BLANKS.at(text, start - 1) && spokenMinus.at(text, start - 2) ? start - 2 : start - 1;
  if (at < floor || quantity.number === null || !minus.at(text, at)) return quantity;
  if (spokenMinus.at(text, at) && minusNotAfter.at(text, at - 1)) return quantity;
  const joins =
    isLatin(text.charCodeAt(at - 1)) ||
    minus.at(text, at - 1) ||
    (classAt(text, at - 1, tables) & (CHAR.arabic | CHAR.mask)) !== 0 ||
    minusJoinsAfter.at(text, at - 1);
  return joins ? quantity : { ...quantity, span: { start: at, end }, number: -quantity.number };
}

type FoundPrefix = { prefix: string; certain: boolean; start: number };

function rankPrefix(text: string, at: number, floor: number, tables: LexTables): FoundPrefix | null {
  const start = BLANKS.at(text, at - 1) ? at - 2 : at - 1;
  const prefix = text.charAt(start);
  const known = start >= floor ? tables.numerals.rankPrefixes.get(prefix) : undefined;
  return !known || known.notAfter.at(text, start - 1) ? null : { prefix, certain: known.certain, start };
}

/** 改革前XX县: a masked name, where no unit of ranks follows. */
const namesPlace = (text: string, { masked, unit, end }: NumeralWithUnit, { masks }: LexTables): boolean =>
  masked && unit === null && masks.places.longestAt(text, end) > 0;

function assembleRank(
  text: string,
  first: NumeralWithUnit,
  { prefix, start }: FoundPrefix,
  tables: LexTables,
): Quantity {
  const { rankUnits, rankUnit } = tables.numerals;
  const { number, masked, script } = first;
  const raw = text.slice(first.start, first.end);
  const ranked = (end: number, unit: UnitUse): Quantity =>
    quantityOf({ start, end, raw, form: 'rank', prefix, number, masked, script, unit });
  // 第十四届, 前三季度: an ordinal of something else keeps its own unit.
  if (first.unit && !rankUnits.has(first.unit.raw)) return ranked(first.unitEnd, first.unit);
  const at = skipOneBlank(text, first.end);
  const length = rankUnits.longestAt(text, at);
  const end = length > 0 ? at + length : first.end;
  return ranked(end, unitUse(rankUnit, text, end - length, end));
}
