/** Puts numeral, prefix, infix and unit together into a quantity; joins ranges and fractions. */
import { CHAR } from '../model/numerals.ts';
import type { Quantity, QuantityForm, Unit, UnitUse } from '../model/quantity.ts';
import { scale } from './evaluate.ts';
import { classAt, isLatin, type LexTables, type Numeral, readNumeral } from './numeral.ts';
import { readUnit, type UnitReading } from './unit.ts';

type Reading = Numeral & { unit: UnitUse | null; unitEnd: number };

const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\u3000' || char === '\u00a0';

/** One space, or one line break, may part a numeral from its unit in old and hard-wrapped texts. */
const skipGap = (text: string, at: number): number => (isSpace(text[at]) || text[at] === '\n' ? at + 1 : at);

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
  const fraction = readHalfWord(text, at, tables) ?? readPercent(text, at, floor, tables);
  if (fraction) return { quantity: fraction, end: fraction.span.end };
  if (isInSetPhrase(text, at, tables)) return { quantity: null, end: at + 1 };

  const numeral = readNumeral(text, at, tables);
  if (!numeral) return { quantity: null, end: at + 1 };
  const first = withUnit(text, numeral, tables);
  const joined = readFraction(text, first, tables) ?? readRange(text, first, floor, tables);
  const quantity = joined ?? assemble(text, first, floor, tables);
  if (!quantity || !isListed(quantity, text, tables)) return { quantity: null, end: Math.max(numeral.end, at + 1) };
  return { quantity, end: Math.max(quantity.span.end, at + 1) };
}

/** A lone Chinese digit without a unit is part of a word (统一, 三农), and a mask without one stands for no number. */
function isListed(quantity: Quantity, text: string, tables: LexTables): boolean {
  if (quantity.unit || quantity.form !== 'number' || quantity.prefix) return true;
  // 415X is a code: a letter stands for a digit only before a unit.
  if (quantity.masked) return quantity.multiplied || isHalfMasked(quantity.raw, tables);
  if (quantity.script !== 'chinese' || quantity.raw.length > 1) return true;
  return isEdge(text[quantity.span.start - 1]) && isEdge(text[quantity.span.end]);
}

const isHalfMasked = (raw: string, { masks }: LexTables): boolean =>
  /[0-9０-９]/.test(raw) && [...raw].every((char) => !masks.byChar.get(char)?.apartFromLatin);

const isEdge = (char: string | undefined): boolean => char === undefined || !/\p{L}|\p{N}/u.test(char);

function isInSetPhrase(text: string, at: number, tables: LexTables): boolean {
  if (!(classAt(text, at, tables) & (CHAR.chineseDigit | CHAR.smallMultiplier | CHAR.largeMultiplier))) return false;
  for (let start = Math.max(0, at - 3); start <= at; start++) {
    if (start + tables.numerals.setPhrases.longestAt(text, start) > at) return true;
  }
  return false;
}

/** Adds 成, or the unit after a possible infix and gap: 6200余人, 10多 公里, 一成半. */
function withUnit(text: string, numeral: Numeral, tables: LexTables): Reading {
  const tenths = readTenths(text, numeral, tables);
  if (tenths) return tenths;
  const { infixes } = tables.numerals;
  const length = numeral.infix === null ? infixes.longestAt(text, numeral.end) : 0;
  if (length > 0) {
    const end = numeral.end + length;
    const infix = text.slice(numeral.end, end);
    const reading = readUnit(text, end, numeral, tables);
    if (reading) return attach({ ...numeral, infix, end }, reading);
    if (infix === '余' && numeral.script === 'arabic') return { ...numeral, infix, end, unit: null, unitEnd: end };
  }
  const reading = readUnit(text, skipGap(text, numeral.end), numeral, tables);
  return reading ? attach(numeral, reading) : { ...numeral, unit: null, unitEnd: numeral.end };
}

function attach(numeral: Numeral, reading: UnitReading): Reading {
  const number = numeral.number !== null && reading.half ? numeral.number + 0.5 : numeral.number;
  return { ...numeral, number, infix: numeral.infix ?? reading.infix, unit: reading.unit, unitEnd: reading.end };
}

/** 三成 → 30 %, 一成半 → 15 %, 七成五 → 75 %. */
function readTenths(text: string, numeral: Numeral, tables: LexTables): Reading | null {
  const { tenths, half, digits } = tables.numerals;
  const at = numeral.end;
  const end = at + tenths.symbol.length;
  if (text.slice(at, end) !== tenths.symbol || tenths.notBefore.longestAt(text, end) > 0) return null;
  if (numeral.number !== null && (numeral.number > 10 || numeral.number === 0)) return null;
  const extra = text[end] === half ? 0.5 : (digits.get(text[end] ?? '') ?? 0) / 10;
  const unitEnd = extra > 0 ? end + 1 : end;
  const unit = { ...tenths.unit, raw: text.slice(at, unitEnd), span: { start: at, end: unitEnd } };
  const number = numeral.number === null ? null : scale(numeral.number + extra, 1);
  const upper = numeral.upper === null ? null : scale(numeral.upper, 1);
  return { ...numeral, number, upper, unit, unitEnd };
}

/** 一半, 半数. */
function readHalfWord(text: string, at: number, tables: LexTables): Quantity | null {
  const { halfWords, half } = tables.numerals;
  const length = halfWords.longestAt(text, at);
  if (length > 0) return quantityOf({ start: at, end: at + length, raw: text.slice(at, at + length), form: 'fraction', number: 0.5 });
  if (text[at] !== half) return null;
  const numeral: Numeral = { ...NO_NUMERAL, start: at, end: at + 1, script: 'chinese', number: 0.5 };
  const reading = readUnit(text, at + 1, numeral, tables);
  const timed = reading && (reading.unit.dimension === 'time' || reading.unit.dimension === 'ratio');
  return timed ? assemble(text, attach(numeral, reading), at, tables) : null;
}

const NO_NUMERAL: Numeral = {
  start: 0,
  end: 0,
  script: 'arabic',
  masked: false,
  multiplierOnly: false,
  hasMultiplier: false,
  power: 0,
  mantissa: Number.NaN,
  number: null,
  upper: null,
  infix: null,
};

/** 百分之二十八点三, 千分之五, 百分之百, 百分之五至百分之六. */
function readPercent(text: string, at: number, floor: number, tables: LexTables): Quantity | null {
  const first = readPercentPart(text, at, tables);
  if (!first) return null;
  const start = withMinus(text, at, floor, tables);
  const sign = start < at ? -1 : 1;
  const joiner = tables.numerals.rangeJoiners.longestAt(text, first.end);
  const upper = joiner > 0 ? readPercentPart(text, first.end + joiner, tables) : null;
  const base = { start, unit: first.unit, masked: first.numeral.masked, script: first.numeral.script, raw: text.slice(first.numeral.start, first.end) };
  if (upper && upper.numeral.number !== null && first.numeral.number !== null) {
    const raw = text.slice(first.numeral.start, upper.end);
    return quantityOf({ ...base, end: upper.end, form: 'range', min: first.numeral.number, max: upper.numeral.number, raw });
  }
  const { number, infix } = first.numeral;
  return quantityOf({ ...base, end: first.end, form: 'number', number: number === null ? null : sign * number, infix });
}

type PercentPart = { numeral: Numeral; unit: UnitUse; end: number };

function readPercentPart(text: string, at: number, tables: LexTables): PercentPart | null {
  const { percentPrefixes, percentHundred } = tables.numerals;
  for (const [prefix, unit] of percentPrefixes) {
    if (!text.startsWith(prefix, at)) continue;
    const start = at + prefix.length;
    const use = { ...unit, raw: prefix, span: { start: at, end: start } };
    const numeral = readNumeral(text, start, tables);
    if (numeral?.multiplierOnly && text[start] === percentHundred) {
      return { numeral: { ...numeral, end: start + 1, number: 100 }, unit: use, end: start + 1 };
    }
    return numeral ? { numeral, unit: use, end: numeral.end } : null;
  }
  return null;
}

/** 三分之一, 1/3, 2.05:1. */
function readFraction(text: string, first: Reading, tables: LexTables): Quantity | null {
  if (first.unit || first.infix) return null;
  const { fraction, slashes, ratioColons } = tables.numerals;
  const base = { start: first.start, form: 'fraction' as const, script: first.script, masked: first.masked };
  if (text.startsWith(fraction, first.end)) {
    const part = readNumeral(text, first.end + fraction.length, tables);
    if (!part) return null;
    const number = divide(part.number, first.number);
    return quantityOf({ ...base, end: part.end, number, raw: text.slice(first.start, part.end), masked: first.masked || part.masked });
  }
  if (first.script !== 'arabic' || first.masked || first.hasMultiplier) return null;
  const sign = text[first.end] ?? '';
  if (!slashes.has(sign) && !ratioColons.has(sign)) return null;
  const second = readNumeral(text, first.end + 1, tables);
  if (second?.script !== 'arabic' || second.masked || second.hasMultiplier || second.number === null) return null;
  if (slashes.has(text[first.start - 1] ?? '') || slashes.has(text[second.end] ?? '')) return null;
  const raw = text.slice(first.start, second.end);
  if (slashes.has(sign)) {
    const proper = Number.isInteger(first.number) && Number.isInteger(second.number) && first.number! < second.number;
    return proper ? quantityOf({ ...base, end: second.end, number: divide(first.number, second.number), raw }) : null;
  }
  const isRatio = second.number === 1 && !ratioColons.has(text[second.end] ?? '') && second.end === first.end + 2;
  return isRatio ? quantityOf({ ...base, end: second.end, number: first.number, raw }) : null;
}

const divide = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : Number((a / b).toFixed(4));

/** 2至3个, 15%—20%, 10到20万元, 七八个. */
function readRange(text: string, first: Reading, floor: number, tables: LexTables): Quantity | null {
  if (first.upper !== null && first.unit && first.unit.symbol !== '年代') return neighbours(text, first, floor);
  const joiner = tables.numerals.rangeJoiners.longestAt(text, first.unitEnd);
  if (joiner === 0 || first.multiplierOnly) return null;
  const at = first.unitEnd + joiner;
  const numeral = (classAt(text, at, tables) & ~CHAR.half) !== 0 ? readNumeral(text, at, tables) : null;
  if (!numeral || isInSetPhrase(text, at, tables)) return null;
  const second = withUnit(text, numeral, tables);
  if (!isRange(text, first, second, text.slice(first.unitEnd, at), tables)) return null;
  const shared = sharedPower(first, second);
  const min = first.number === null ? null : scale(first.number, shared);
  const max = second.number;
  if (min !== null && max !== null && min > max) return null;
  const masked = first.masked || second.masked;
  const raw = text.slice(first.start, second.end);
  const base = { start: first.start, end: second.unitEnd, raw, unit: second.unit, masked, script: first.script, form: 'range' as const };
  return quantityOf({ ...base, min: masked ? null : min, max: masked ? null : max, infix: second.infix });
}

function isRange(text: string, first: Reading, second: Reading, joiner: string, tables: LexTables): boolean {
  const dashed = !/\p{Script=Han}/u.test(joiner);
  // 从2.05到2.01 names two values; so does any 到 or 至 between different units.
  if (!dashed && tables.numerals.rangeBreakers.has(text[first.start - 1] ?? '')) return false;
  if (first.unit && first.unit.symbol !== second.unit?.symbol) return false;
  if (!second.unit && (first.script !== 'arabic' || second.script !== 'arabic')) return false;
  // 2020-12-21, 0871-63110086: more than two members, or a leading zero, is a date or a number of another kind.
  const chained = text.slice(second.unitEnd, second.unitEnd + joiner.length) === joiner;
  const preceded = text.slice(first.start - joiner.length, first.start) === joiner && dashed;
  return !(chained && dashed) && !preceded && !(dashed && text[first.start] === '0' && text[first.start + 1] !== '.');
}

/** 10到20万元: the multiplier belongs to both. 5000到1万元: to the second alone. */
function sharedPower(first: Reading, second: Reading): number {
  if (first.hasMultiplier || first.unit || !second.hasMultiplier) return 0;
  return first.number !== null && first.number < second.mantissa ? second.power : 0;
}

function neighbours(text: string, first: Reading, floor: number): Quantity {
  const start = Math.max(first.start, floor);
  const base = { start, end: first.unitEnd, raw: text.slice(start, first.end), unit: first.unit, script: first.script };
  return quantityOf({ ...base, form: 'range', min: first.number, max: first.upper, infix: first.infix });
}

/** A plain numeral with what stands before it: a minus sign, a currency sign, 第 or 前, 数 or 几. */
function assemble(text: string, first: Reading, floor: number, tables: LexTables): Quantity | null {
  const { numerals } = tables;
  const rank = rankPrefix(text, first.start, floor, tables);
  if (rank !== null) return assembleRank(text, first, rank, tables);
  const raw = text.slice(first.start, first.end);
  const onlyMultipliers = [...raw].every((char) => numerals.multipliers.has(char));
  const vagueLength = onlyMultipliers ? numerals.vaguePrefixes.longestBefore(text, first.start, floor) : 0;
  const base = { end: first.unitEnd, raw, unit: first.unit, masked: first.masked, script: first.script, infix: first.infix, multiplied: first.power >= 4 };
  if (vagueLength > 0) return quantityOf({ ...base, start: first.start - vagueLength, form: 'vague' });
  const currencyLength = first.unit ? 0 : numerals.currencyLexicon.longestBefore(text, first.start, floor);
  if (currencyLength > 0) {
    const start = first.start - currencyLength;
    const sign = text.slice(start, first.start);
    const unit = { ...numerals.currencyPrefixes.get(sign)!, raw: sign, span: { start, end: first.start } };
    return quantityOf({ ...base, start, unit, form: 'number', number: first.number });
  }
  const start = withMinus(text, first.start, floor, tables);
  const number = first.number !== null && start < first.start ? -first.number : first.number;
  return quantityOf({ ...base, start, form: first.multiplierOnly ? 'multiplier' : 'number', number });
}

/** A minus sign before the numeral belongs to it, unless it joins digits or letters (2018-2020, COVID-19). */
function withMinus(text: string, at: number, floor: number, tables: LexTables): number {
  if (at <= floor || !tables.numerals.minus.has(text[at - 1]!)) return at;
  const before = text.charCodeAt(at - 2);
  const joins = isLatin(before) || (classAt(text, at - 2, tables) & (CHAR.arabic | CHAR.mask)) !== 0 || /[%％)）”]/.test(text[at - 2] ?? '');
  return joins ? at : at - 1;
}

function rankPrefix(text: string, at: number, floor: number, tables: LexTables): { prefix: string; start: number } | null {
  const gap = isSpace(text[at - 1]) ? 1 : 0;
  const start = at - 1 - gap;
  const notAfter = start >= floor ? tables.numerals.rankPrefixes.get(text[start]!) : undefined;
  if (!notAfter || notAfter.has(text[start - 1] ?? '')) return null;
  return { prefix: text[start]!, start };
}

function assembleRank(text: string, first: Reading, rank: { prefix: string; start: number }, tables: LexTables): Quantity {
  const raw = text.slice(first.start, first.end);
  const base = { start: rank.start, raw, prefix: rank.prefix, number: first.number, masked: first.masked, script: first.script };
  const counted = first.unit && !tables.numerals.rankUnits.has(first.unit.raw);
  // 第十四届, 前三季度: an ordinal of something else keeps its own unit.
  if (counted && first.unit) return quantityOf({ ...base, form: 'rank', end: first.unitEnd, unit: first.unit });
  const at = skipGap(text, first.end);
  const length = tables.numerals.rankUnits.longestAt(text, at);
  const end = length > 0 ? at + length : first.end;
  const unit: UnitUse = { ...tables.numerals.rankUnit, raw: text.slice(at, at + length), span: { start: end - length, end } };
  return quantityOf({ ...base, form: 'rank', end, unit });
}

type Draft = { start: number; end: number; raw: string; form: QuantityForm } & Partial<Omit<Quantity, 'span' | 'raw' | 'form'>>;

const quantityOf = (draft: Draft): Quantity => ({
  type: 'quantity',
  span: { start: draft.start, end: draft.end },
  raw: draft.raw,
  form: draft.form,
  script: draft.script ?? 'chinese',
  number: draft.number ?? null,
  min: draft.min ?? null,
  max: draft.max ?? null,
  infix: draft.infix ?? null,
  multiplied: draft.multiplied ?? false,
  masked: draft.masked ?? false,
  prefix: draft.prefix ?? null,
  unit: draft.unit ?? null,
});

export type { Unit };
