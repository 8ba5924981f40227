/**
 * Reads one numeral: Arabic, full-width, Chinese or mixed digits with their multipliers, and masks that stand for digits.
 * Knows nothing of units but that a multiplier character may begin one (千 in 千瓦时).
 */
import type { MaskTable } from '../model/masks.ts';
import { CHAR, type NumeralTable, type UnitTable } from '../model/numerals.ts';
import type { Script } from '../model/quantity.ts';
import { evaluate, type NumeralPart } from './evaluate.ts';

export type LexTables = { numerals: NumeralTable; units: UnitTable; masks: MaskTable };

export type Numeral = {
  start: number;
  end: number;
  script: Script;
  masked: boolean;
  /** No digit at all: 万亿. */
  multiplierOnly: boolean;
  hasMultiplier: boolean;
  /** The last multiplier's power of ten and where the digits before it end, to share it in 10到20万. */
  power: number;
  mantissa: number;
  number: number | null;
  /** The second of two neighbouring digits: 七八 gives 7 and 8. */
  upper: number | null;
  infix: string | null;
};

const ARABIC_ZERO = 0x30;
const FULL_WIDTH_ZERO = 0xff10;

/** 0–9 for an ASCII or full-width digit, else -1. */
export function arabicDigit(code: number): number {
  if (code >= ARABIC_ZERO && code <= ARABIC_ZERO + 9) return code - ARABIC_ZERO;
  if (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_ZERO + 9) return code - FULL_WIDTH_ZERO;
  return -1;
}

export const classAt = (text: string, at: number, tables: LexTables): number =>
  tables.numerals.classes[text.charCodeAt(at)] ?? 0;

const isArabic = (text: string, at: number): boolean => arabicDigit(text.charCodeAt(at)) >= 0;

/** The multiplier at `at`, or -1: none, or one that begins a unit (亿 + 千瓦时, not 亿千 + 瓦时). */
function multiplierAt(text: string, at: number, tables: LexTables): number {
  const char = text[at];
  const power = char === undefined ? undefined : tables.numerals.multipliers.get(char);
  if (power === undefined) return -1;
  return tables.units.words.longestAt(text, at) > 1 ? -1 : power;
}

type Digits = { end: number; digits: string; masked: boolean };

/** Arabic digits with separators and decimal point, mask characters among them: 12,345.6 ３·５ 202* **.* */
function readArabic(text: string, at: number, tables: LexTables): Digits {
  const { decimalPoints, groupSeparators } = tables.numerals;
  let digits = '';
  let masked = false;
  let point = false;
  let i = at;
  for (; i < text.length; i++) {
    const digit = arabicDigit(text.charCodeAt(i));
    if (digit >= 0) {
      digits += digit;
      continue;
    }
    const char = text[i]!;
    if (isMaskDigit(text, i, tables)) {
      masked = true;
      continue;
    }
    const nextIsDigit = isArabic(text, i + 1) || (masked && isMaskDigit(text, i + 1, tables));
    if (!point && i > at && nextIsDigit && decimalPoints.has(char)) {
      point = true;
      digits += '.';
      continue;
    }
    if (!point && groupSeparators.has(char) && isGroup(text, at, i)) continue;
    break;
  }
  return { end: i, digits, masked };
}

/** A separator at `at` parts groups: one to three digits before the first, exactly three after each. */
function isGroup(text: string, start: number, at: number): boolean {
  for (let k = 1; k <= 3; k++) if (!isArabic(text, at + k)) return false;
  if (isArabic(text, at + 4)) return false;
  const before = at - start;
  return before <= 3 || !isArabic(text, at - 4);
}

/** A mask character that stands for a digit: not a multiplication sign between digits (7×24), not a letter of a word. */
function isMaskDigit(text: string, at: number, tables: LexTables): boolean {
  if (!(classAt(text, at, tables) & CHAR.mask)) return false;
  const form = tables.masks.byChar.get(text[at]!)!;
  let start = at;
  while (start > 0 && form.chars.has(text[start - 1]!)) start--;
  let end = at + 1;
  while (end < text.length && end - start <= form.max && form.chars.has(text[end]!)) end++;
  if (end - start > form.max) return false;
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (form.apartFromLatin && (isLatin(before) || isLatin(after))) return false;
  if (isArabicCode(before) && isArabicCode(after)) return false;
  return end - start >= form.min || isArabicCode(before) || isArabicCode(after);
}

const isArabicCode = (code: number): boolean => arabicDigit(code) >= 0;

export const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

type ChineseDigits = { end: number; digits: string; upper: string | null };

/** Chinese digits in a row, with 点 and decimals: 二〇二二, 六点五; 七八 (two neighbours) also gives the upper digit. */
function readChineseDigits(text: string, at: number, tables: LexTables): ChineseDigits {
  const { digits: values, chineseDecimalPoints } = tables.numerals;
  let digits = '';
  let i = at;
  let point = -1;
  for (; i < text.length; i++) {
    const value = values.get(text[i]!);
    if (value !== undefined) {
      digits += value;
      continue;
    }
    const decimal = point < 0 && i > at && chineseDecimalPoints.has(text[i]!) && values.has(text[i + 1] ?? '');
    if (!decimal || startsCount(text, i + 1, tables)) break;
    point = i;
    digits += '.';
  }
  return { end: i, digits: digits.replace(/^\./, '0.'), upper: neighbour(digits) };
}

/** 三点二十: the digit after 点 counts tens, so 点 is no decimal point. */
function startsCount(text: string, at: number, tables: LexTables): boolean {
  const power = tables.numerals.multipliers.get(text[at + 1] ?? '');
  return power !== undefined && power < 4;
}

/** 七八 and 三五 stand for "seven or eight", "three to five". */
function neighbour(digits: string): string | null {
  if (digits.length !== 2 || digits === '35') return digits === '35' ? '5' : null;
  const [a, b] = [Number(digits[0]), Number(digits[1])];
  return a > 0 && b === a + 1 ? String(b) : null;
}

/** The numeral that begins at `at`, or null. Consumes at least one character where it answers. */
export function readNumeral(text: string, at: number, tables: LexTables): Numeral | null {
  const { classes, tens } = tables.numerals;
  const parts: NumeralPart[] = [];
  let upperParts: NumeralPart[] | null = null;
  let i = at;
  let masked = false;
  let infix: string | null = null;
  let script: Script | null = null;
  let mantissaEnd = 0;
  let power = 0;

  while (i < text.length) {
    const cls = classes[text.charCodeAt(i)]!;
    const last = parts.at(-1);
    const afterDigits = (last !== undefined && 'digits' in last) || (masked && parts.length === 0);

    if (!afterDigits && (cls & CHAR.arabic || isMaskDigit(text, i, tables))) {
      if (cls & CHAR.chineseDigit && isChineseZero(text, i, tables)) {
        // falls through to the Chinese digits below
      } else {
        if (script === 'chinese' || infix) break;
        const run = readArabic(text, i, tables);
        if (parts.length > 0 && !addsTo(run, parts, text, tables)) break;
        masked ||= run.masked;
        if (run.digits !== '') parts.push({ digits: run.digits, chinese: false });
        else if (parts.length > 0) break;
        script ??= run.masked && run.digits === '' ? 'mask' : 'arabic';
        i = run.end;
        continue;
      }
    }
    if (!afterDigits && cls & CHAR.chineseDigit && (script === null || script === 'chinese') && !infix) {
      const ten = tens.get(text[i]!);
      const run = ten === undefined ? readChineseDigits(text, i, tables) : null;
      script = 'chinese';
      if (!run) {
        parts.push({ digits: String(ten! / 10), chinese: true }, { power: 1 });
        i++;
        continue;
      }
      if (run.upper !== null) upperParts = [...parts, { digits: run.upper, chinese: true }];
      parts.push({ digits: run.upper === null ? run.digits : run.digits[0]!, chinese: true });
      i = run.end;
      continue;
    }
    const next = multiplierAt(text, i, tables);
    if (next >= 0) {
      script ??= 'chinese';
      if (mantissaEnd === 0) mantissaEnd = parts.length;
      parts.push({ power: next });
      upperParts?.push({ power: next });
      power += next;
      i++;
      continue;
    }
    const infixLength = infix === null && i > at ? tables.numerals.infixes.longestAt(text, i) : 0;
    // 20多亿, 三百二十余万: the infix stands before the multiplier.
    if (infixLength > 0 && multiplierAt(text, i + infixLength, tables) >= 0) {
      infix = text.slice(i, i + infixLength);
      i += infixLength;
      continue;
    }
    break;
  }
  if (i === at || script === null) return null;
  const hasMultiplier = parts.some((part) => 'power' in part);
  const first = parts[0];
  return {
    start: at,
    end: i,
    script,
    masked,
    multiplierOnly: !masked && first !== undefined && 'power' in first && first.power !== 1,
    hasMultiplier,
    power,
    mantissa: first !== undefined && 'digits' in first ? Number(first.digits) : Number.NaN,
    number: masked ? null : evaluate(parts),
    upper: masked || !upperParts ? null : evaluate(upperParts),
    infix,
  };
}

/** 〇 or ○ that belongs to a Chinese numeral: a Chinese digit stands beside it. */
function isChineseZero(text: string, at: number, tables: LexTables): boolean {
  const form = tables.masks.byChar.get(text[at]!);
  let end = at;
  while (form && end < text.length && form.chars.has(text[end]!) && end - at <= form.max) end++;
  return Boolean((classAt(text, end, tables) | classAt(text, at - 1, tables)) & CHAR.chineseDigit);
}

/** 3万4000: digits after a multiplier belong to the numeral when they are smaller than it and no year or date of their own. */
function addsTo(run: Digits, parts: readonly NumeralPart[], text: string, tables: LexTables): boolean {
  const last = parts.at(-1)!;
  if (run.masked || !('power' in last) || Number(run.digits) >= 10 ** last.power) return false;
  const isYear = run.digits.length === 4 && text[run.end] === '年';
  return !isYear && !tables.numerals.slashes.has(text[run.end] ?? '');
}
