/**
 * Reads one numeral: Arabic, full-width, Chinese or mixed digits with their multipliers, and masks that stand for digits.
 * Knows nothing of units but that a multiplier character may begin one (千 in 千瓦时).
 */

import type { MaskForm } from '../knowledge/masks/table.ts';
import { CHAR } from '../knowledge/numerals/table.ts';
import type { Script } from '../model/quantity.ts';
import { BLANKS } from '../text/char-set.ts';
import { codeAt } from '../text/code-at.ts';
import { arabicDigit, classAt, isLatin, isTimesMask, type LexTables, maskFormAt } from './characters.ts';
import { evaluate, LARGE, type NumeralPart } from './evaluate.ts';
import { type NumeralRun, spacedDecimals, spacedRun } from './spaced.ts';

export type Numeral = {
  start: number;
  end: number;
  script: Script;
  masked: boolean;
  /** No digit at all: 万亿. */
  multiplierOnly: boolean;
  /** The power of ten that 万 and 亿 make, 0 for none; 10到20万 shares it. */
  largePower: number;
  number: number | null;
  /** The second of two neighbouring digits: 七八 gives 7 and 8. */
  upper: number | null;
  infix: string | null;
};

/** What has been read of a numeral so far. */
type NumeralDraft = {
  parts: NumeralPart[];
  /** The part that is two neighbouring digits, read with the upper one, once there is such. */
  upper: { index: number; part: NumeralPart } | null;
  script: Script | null;
  masked: boolean;
  infix: string | null;
};

/** The numeral that begins at `at`, or null; `isShare` where words before it tell that no time is meant. */
export function readNumeral(text: string, at: number, tables: LexTables, isShare = false): Numeral | null {
  const draft: NumeralDraft = { parts: [], upper: null, script: null, masked: false, infix: null };
  let end = at;
  for (;;) {
    const next = readPart(text, end, draft, tables);
    if (next === null) break;
    end = next;
  }
  if (end === at || draft.script === null) return null;
  if (draft.script === 'chinese') end = readSpacedDecimals(text, end, draft, isShare, tables);
  return toNumeral(at, end, draft.script, draft);
}

/** 八十五 点三: where the decimals end, or the numeral where it has none. */
function readSpacedDecimals(
  text: string,
  at: number,
  draft: NumeralDraft,
  isShare: boolean,
  tables: LexTables,
): number {
  const { parts, upper, masked, infix } = draft;
  if (upper || masked || infix !== null) return at;
  if (!BLANKS.at(text, at) && !tables.numerals.chineseDecimalPoints.at(text, at)) return at;
  const last = parts.at(-1);
  const whole = last && 'digits' in last ? last.digits : null;
  if (whole?.includes('.')) return at;
  const run = spacedDecimals(text, at, { number: evaluate(parts), isShare }, tables);
  if (!run) return at;
  if (whole !== null) parts.pop();
  parts.push({ digits: `${whole ?? 0}.${run.digits}`, chinese: true });
  return run.end;
}

function toNumeral(start: number, end: number, script: Script, { parts, upper, masked, infix }: NumeralDraft): Numeral {
  const first = parts[0];
  return {
    start,
    end,
    script,
    masked,
    multiplierOnly: !masked && first !== undefined && 'power' in first && first.power !== 1,
    largePower: largePowerOf(parts),
    number: masked ? null : evaluate(parts),
    upper: masked || !upper ? null : evaluate(parts.with(upper.index, upper.part)),
    infix,
  };
}

function largePowerOf(parts: readonly NumeralPart[]): number {
  let sum = 0;
  for (const part of parts) if ('power' in part && part.power >= LARGE) sum += part.power;
  return sum;
}

/** Reads the next part into the draft and answers where it ends, or null where the numeral is over. */
function readPart(text: string, from: number, draft: NumeralDraft, tables: LexTables): number | null {
  const at = draft.script === null ? from : skipSpaces(text, from);
  const spaced = at > from;
  return (
    readMultiplier(text, at, spaced, draft, tables) ??
    readInfix(text, at, draft, tables) ??
    readDecimals(text, at, draft, tables) ??
    readChineseDigits(text, at, draft, tables) ??
    readArabicDigits(text, at, spaced, draft, tables)
  );
}

/** Old and hard-set texts put spaces between the characters of a numeral: 三千 八百. */
function skipSpaces(text: string, at: number): number {
  let i = at;
  while (i - at < 2 && BLANKS.at(text, i)) i++;
  return i;
}

const lastIsDigits = ({ parts, masked }: NumeralDraft): boolean => {
  const last = parts.at(-1);
  return last === undefined ? masked : 'digits' in last;
};

/** 十百千万亿, unless one begins a unit (亿 + 千瓦时, not 亿千 + 瓦时). */
function readMultiplier(
  text: string,
  at: number,
  spaced: boolean,
  draft: NumeralDraft,
  tables: LexTables,
): number | null {
  const power = multiplierAt(text, at, tables);
  if (power < 0) return null;
  // 2023 十大新闻: after a space a small multiplier goes on a Chinese numeral only.
  if (spaced && power < LARGE && draft.script !== 'chinese' && draft.parts.length < 2) return null;
  if (endsBefore(text, at, power, draft, tables)) return null;
  draft.script ??= 'chinese';
  draft.parts.push({ power });
  return at + 1;
}

/** 投资3亿十大项目, 百分之七十百分位: no numeral goes on so; nor before a word of its own. */
function endsBefore(
  text: string,
  at: number,
  power: number,
  { parts, script }: NumeralDraft,
  tables: LexTables,
): boolean {
  const last = parts.at(-1);
  if (last === undefined || power >= LARGE) return false;
  if (tables.numerals.wordsAfter.longestAt(text, at) > 0) return true;
  if (!('power' in last)) return false;
  if (last.power >= LARGE) return script === 'arabic';
  return power > last.power && parts[0] !== undefined && 'digits' in parts[0];
}

function multiplierAt(text: string, at: number, tables: LexTables): number {
  const power = tables.numerals.multipliers.get(text[at] ?? '');
  if (power === undefined) return -1;
  return tables.units.words.longestAt(text, at) > 1 ? -1 : power;
}

/** 20多亿, 三百二十余万: an infix before a multiplier. */
function readInfix(text: string, at: number, draft: NumeralDraft, tables: LexTables): number | null {
  if (draft.script === null || draft.infix !== null) return null;
  const length = tables.numerals.infixes.longestAt(text, at);
  const end = skipSpaces(text, at + length);
  if (length === 0 || multiplierAt(text, end, tables) < 0) return null;
  draft.infix = text.slice(at, at + length);
  return at + length;
}

/** 十点二三, 四百亿点零五: decimals after a multiplier; but 十点二十分 is a time. */
function readDecimals(text: string, at: number, draft: NumeralDraft, tables: LexTables): number | null {
  const { chineseDecimalPoints, digits, minutes, twoAsUnit } = tables.numerals;
  if (draft.script !== 'chinese' || lastIsDigits(draft) || draft.parts.length === 0) return null;
  // 两 counts things and is no decimal: 十点两个组出发.
  if (!chineseDecimalPoints.at(text, at) || text[at + 1] === twoAsUnit) return null;
  let end = at + 1;
  let decimals = '';
  for (let value = digits.get(text[end] ?? ''); value !== undefined; value = digits.get(text[++end] ?? ''))
    decimals += value;
  if (decimals === '' || startsCount(text, end - 1, tables) || minutes.at(text, end)) return null;
  draft.parts.push({ digits: `0.${decimals}`, chinese: true });
  return end;
}

/** The digit at `at` counts tens or more, so that a point before it is no decimal point: 三点二十. */
function startsCount(text: string, at: number, tables: LexTables): boolean {
  const power = tables.numerals.multipliers.get(text[at + 1] ?? '');
  return power !== undefined && power < LARGE;
}

function readChineseDigits(text: string, at: number, draft: NumeralDraft, tables: LexTables): number | null {
  const { tens } = tables.numerals;
  const isDigit = (classAt(text, at, tables) & CHAR.chineseDigit) !== 0;
  if (!isDigit || lastIsDigits(draft) || draft.infix !== null) return null;
  if (draft.script !== null && draft.script !== 'chinese' && !goesOnInChinese(text, at, draft, tables)) return null;
  if (draft.parts.length > 0 && isZeroBeforeArabic(text, at, tables)) return null;
  const form = maskFormAt(text, at, tables);
  if (form && !isChineseZero(text, at, form, tables)) return null;
  const ten = tens.get(text.charAt(at));
  if (ten !== undefined) {
    draft.script ??= 'chinese';
    draft.parts.push({ digits: String(ten / 10), chinese: true });
    draft.parts.push({ power: 1 });
    return at + 1;
  }
  const run = chineseRun(text, at, draft.parts.length > 0, tables);
  if (run.end === at) return null;
  draft.script ??= 'chinese';
  if (run.upper === null) draft.parts.push({ digits: run.digits, chinese: true });
  else {
    draft.upper = { index: draft.parts.length, part: { digits: run.upper, chinese: true } };
    draft.parts.push({ digits: run.digits.charAt(0), chinese: true });
  }
  return run.end;
}

/** 3万二千, 2千零三十: Chinese digits go on an Arabic numeral after its multiplier, where a multiplier or a zero shows that they do. */
function goesOnInChinese(text: string, at: number, draft: NumeralDraft, tables: LexTables): boolean {
  const last = draft.parts.at(-1);
  if (draft.script !== 'arabic' || last === undefined || !('power' in last)) return false;
  const before = draft.parts.at(-2);
  if (before && 'digits' in before && before.chinese) return true;
  const { digits } = tables.numerals;
  const value = digits.get(text.charAt(at));
  if (value === 0) return (digits.get(text.charAt(at + 1)) ?? 0) > 0 || startsCount(text, at, tables);
  return value !== undefined && startsCount(text, at, tables) && tables.numerals.wordsAfter.longestAt(text, at) === 0;
}

/** 零 in 2千零35. */
const isZeroBeforeArabic = (text: string, at: number, tables: LexTables): boolean =>
  arabicDigit(codeAt(text, at + 1)) >= 0 && tables.numerals.digits.get(text.charAt(at)) === 0;

/** Chinese digits in a row, with 点 and decimals: 二〇二二, 六点五; 七八 (two neighbours) also gives the upper digit. */
function chineseRun(
  text: string,
  at: number,
  inside: boolean,
  tables: LexTables,
): { end: number; digits: string; upper: string | null } {
  const { digits: values, twoAsUnit, wordsAfter } = tables.numerals;
  let digits = '';
  let point = false;
  let i = at;
  for (; i < text.length; i++) {
    // 三百两 is 300 of the unit 两; 三千两百 is a number.
    const isUnit = text[i] === twoAsUnit && (inside || i > at) && !tables.numerals.multipliers.has(text[i + 1] ?? '');
    const value = isUnit ? undefined : values.get(text.charAt(i));
    if (value !== undefined) {
      if ((inside || i > at) && wordsAfter.longestAt(text, i) > 0) break;
      digits += value;
      continue;
    }
    if (i > at && isZeroAmong(text, i, digits, tables)) {
      digits += '0';
      continue;
    }
    if (point || i === at || !values.has(text[i + 1] ?? '') || !isPointAmong(text, at, i, digits, tables)) break;
    point = true;
    digits += '.';
  }
  return { end: i, digits, upper: neighbour(digits) };
}

/** 二0二四, 二O二O年: a sign that is zero by the Chinese digits around it. */
function isZeroAmong(text: string, at: number, digits: string, { numerals }: LexTables): boolean {
  if (!numerals.zeroSigns.at(text, at)) return false;
  const next = text.charAt(at + 1);
  if (numerals.digits.has(next) || (next === numerals.yearUnit && digits.length === 3)) return true;
  if (numerals.zeroSigns.at(text, at + 1) && numerals.digits.has(text.charAt(at + 2))) return true;
  const isDigit = arabicDigit(text.charCodeAt(at)) >= 0;
  return isDigit && arabicDigit(codeAt(text, at + 1)) < 0 && !numerals.decimalPoints.at(text, at + 1);
}

/** 六点五; 〇.五 and, behind a word, 六.五: at the head of a line 二.三 is a mark and a word. */
function isPointAmong(text: string, start: number, at: number, digits: string, tables: LexTables): boolean {
  const { chineseDecimalPoints, decimalPoints, stops } = tables.numerals;
  if (chineseDecimalPoints.at(text, at))
    return text[at + 1] !== tables.numerals.twoAsUnit && !startsCount(text, at + 1, tables);
  if (!decimalPoints.at(text, at)) return false;
  return digits === '0' || (stops.at(text, at) && /\p{L}/u.test(text.charAt(start - 1)));
}

/** 七八 and 三五 stand for "seven or eight", "three to five". */
function neighbour(digits: string): string | null {
  if (digits === '35') return '5';
  const [a, b] = [Number(digits[0]), Number(digits[1])];
  return digits.length === 2 && a > 0 && b === a + 1 ? String(b) : null;
}

/** Arabic digits with separators and decimal point, mask characters among them: 12,345.6 ３·５ 202* **.* */
function readArabicDigits(
  text: string,
  at: number,
  spaced: boolean,
  draft: NumeralDraft,
  tables: LexTables,
): number | null {
  const last = draft.parts.at(-1);
  // 2千零35: the zero only tells that a place is empty.
  const isGap = last !== undefined && isZeroBeforeArabic(text, at, tables);
  const begins = isGap || (classAt(text, at, tables) & CHAR.arabic) !== 0 || isMaskDigit(text, at, tables);
  if (!begins || lastIsDigits(draft) || (draft.script === 'chinese' && !isGap) || draft.infix !== null) return null;
  const from = isGap ? at + 1 : at;
  const plain = arabicRun(text, from, tables);
  const run = plain.masked || last ? plain : (spacedRun(text, at, plain, tables) ?? plain);
  if (last && !addsTo(run, last, text, tables)) return null;
  // 7万 5千: after a space digits go on the numeral only where a multiplier follows them.
  if (spaced && multiplierAt(text, run.end, tables) < 0) return null;
  draft.masked ||= run.masked;
  draft.script ??= run.digits === '' ? 'mask' : 'arabic';
  if (run.digits !== '') draft.parts.push({ digits: isGap ? `0${run.digits}` : run.digits, chinese: false });
  return run.end;
}

function arabicRun(text: string, at: number, tables: LexTables): NumeralRun {
  const { decimalPoints, groupSeparators } = tables.numerals;
  const isDigit = (i: number) => arabicDigit(codeAt(text, i)) >= 0;
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
    if (isMaskDigit(text, i, tables)) {
      masked = true;
      continue;
    }
    const goesOn = isDigit(i + 1) || (masked && isMaskDigit(text, i + 1, tables));
    if (!point && i > at && goesOn && decimalPoints.at(text, i)) {
      point = true;
      digits += '.';
      continue;
    }
    if (point || !groupSeparators.at(text, i) || !isGroup(text, at, i)) break;
  }
  return { end: i, digits, masked };
}

/** A separator at `at` parts groups: one to three digits before the first, exactly three after each. */
function isGroup(text: string, start: number, at: number): boolean {
  const isDigit = (i: number) => arabicDigit(codeAt(text, i)) >= 0;
  if (!isDigit(at + 1) || !isDigit(at + 2) || !isDigit(at + 3) || isDigit(at + 4)) return false;
  return at - start <= 3 || !isDigit(at - 4);
}

/** 3万4000: digits after a multiplier belong to the numeral when they are smaller than it and no year or date of their own. */
function addsTo(run: NumeralRun, last: NumeralPart, text: string, { numerals }: LexTables): boolean {
  if (run.masked || !('power' in last) || Number(run.digits) >= 10 ** last.power) return false;
  const next = text[run.end];
  const isYear = run.digits.length === 4 && next === numerals.yearUnit;
  // 25万6月底, 3亿4.2%: a figure of its own.
  const isApart =
    run.digits.length < 3 && (next === numerals.monthUnit || next === numerals.dayUnit || next === numerals.yearUnit);
  const isDecimal = run.digits.includes('.') && Number(run.digits) < 10;
  return !isYear && !isApart && !isDecimal && !numerals.slashes.at(text, run.end);
}

/** A mask character that stands for a digit: not a multiplication sign between digits (7×24), not a letter of a word. */
function isMaskDigit(text: string, at: number, tables: LexTables): boolean {
  const form = maskFormAt(text, at, tables);
  if (!form) return false;
  let start = at;
  while (at - start <= form.max && form.chars.at(text, start - 1)) start--;
  let end = at + 1;
  while (end - start <= form.max && form.chars.at(text, end)) end++;
  if (end - start > form.max) return false;
  const [before, after] = [codeAt(text, start - 1), codeAt(text, end)];
  if (form.apartFromLatin && (isLatin(before) || isLatin(after))) return false;
  const [digitBefore, digitAfter] = [arabicDigit(before) >= 0, arabicDigit(after) >= 0];
  const multiplies = digitBefore && (digitAfter || isTimesMask(text, start, end, tables));
  return !multiplies && (end - start >= form.min || digitBefore || digitAfter);
}

/** 〇 or ○ that belongs to a Chinese numeral: a Chinese digit stands beside it. */
function isChineseZero(text: string, at: number, form: MaskForm, tables: LexTables): boolean {
  let end = at;
  while (form.chars.at(text, end) && end - at <= form.max) end++;
  // 〇.五: a point and a digit that is no mask.
  if (tables.numerals.decimalPoints.at(text, end) && classAt(text, end + 1, tables) === CHAR.chineseDigit) return true;
  return ((classAt(text, end, tables) | classAt(text, at - 1, tables)) & CHAR.chineseDigit) !== 0;
}
