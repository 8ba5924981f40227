/** Whether a line end stands amid a number, or between a number and its unit. */
import { loadWordPairs } from '../built/places.ts';
import { beginsWithMarker } from '../knowledge/headings/marker.ts';
import { CHAR } from '../knowledge/numerals/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { ARABIC_DIGITS, CharSet } from '../text/char-set.ts';
import { once } from '../text/once.ts';
import { PairSet } from '../text/pair-set.ts';

export type NumberRules = Pick<RulePack, 'headings' | 'numerals' | 'units'>;

/** Two characters that make a word. */
export const wordPairs = once(() => new PairSet(loadWordPairs()));

/** No marker of a heading is longer. */
export const LONGEST_MARKER = 12;

const POINTS = new CharSet('.\uff0e');
const PERCENTS = new CharSet('%\uff05\u2030');
const PARTS_OF_NUMBERS = CharSet.union([ARABIC_DIGITS, POINTS, PERCENTS]);
const ENDS_OF_NUMBERS = CharSet.union([ARABIC_DIGITS, PERCENTS]);
/** So much of a unit is looked at on either side. */
const LONGEST_UNIT = 8;
const YEAR_DIGITS = 4;

/** `end` is the end of the line before, blanks left out, `start` the beginning of the next. */
export function cutsNumber(text: string, end: number, start: number, rules: NumberRules): boolean {
  return (
    cutsDigits(text, end, start, rules) || cutsChinese(text, end, start, rules) || cutsUnit(text, end, start, rules)
  );
}

/** A number, or a point behind one, goes on with a digit; so does the first end of a range. */
export function endsInNumber(text: string, end: number): boolean {
  return ARABIC_DIGITS.at(text, end - 1) || (POINTS.at(text, end - 1) && ARABIC_DIGITS.at(text, end - 2));
}

function cutsDigits(text: string, end: number, start: number, rules: NumberRules): boolean {
  if (ARABIC_DIGITS.at(text, end - 1) && PARTS_OF_NUMBERS.at(text, start)) return true;
  if (!ARABIC_DIGITS.at(text, start)) return ENDS_OF_NUMBERS.at(text, end - 1) && beginsWithJoiner(text, start, rules);
  return endsInNumber(text, end) || endsInJoiner(text, end, rules);
}

/** 15⏎~20%; a minus begins a number of its own. */
function beginsWithJoiner(text: string, start: number, { numerals }: NumberRules): boolean {
  if (numerals.minus.at(text, start)) return false;
  const length = numerals.rangeJoiners.longestAt(text, start);
  return length > 0 && ARABIC_DIGITS.at(text, start + length);
}

/** 15%-⏎20%, 增长-⏎2%, 提高到⏎20%; a dash that is a line is none. */
function endsInJoiner(text: string, end: number, { numerals }: NumberRules): boolean {
  const first = end - numerals.rangeJoiners.longestBefore(text, end);
  return first < end && first > 0 && text[first - 1] !== '\n' && text[first - 1] !== text[first];
}

/** 二十⏎六公里, 二〇二⏎四年. Not 名列前十⏎三、…, nor 第一⏎百姓… */
function cutsChinese(text: string, end: number, start: number, rules: NumberRules): boolean {
  const { classes, yearUnit } = rules.numerals;
  const [before, after] = [classes[text.charCodeAt(end - 1)] ?? 0, classes[text.charCodeAt(start)] ?? 0];
  if ((before & NUMERAL) === 0 || (after & NUMERAL) === 0 || beginsWithNumeralMarker(text, start, rules)) return false;
  if (((before | after) & MULTIPLIER) !== 0) {
    const words = wordPairs();
    return !(words.at(text, end - 2, end - 1) && words.at(text, start, start + 1));
  }
  let [first, last] = [end, start];
  while (end - first < YEAR_DIGITS && isDigit(text, first - 1)) first--;
  while (last - start < YEAR_DIGITS && isDigit(text, last)) last++;
  return end - first + last - start === YEAR_DIGITS && text.startsWith(yearUnit, last);

  function isDigit(text: string, at: number): boolean {
    return ((classes[text.charCodeAt(at)] ?? 0) & CHAR.chineseDigit) !== 0;
  }
}

/** 三、…, 三是… */
export const beginsWithNumeralMarker = (text: string, start: number, { numerals, headings }: NumberRules): boolean =>
  ((numerals.classes[text.charCodeAt(start)] ?? 0) & NUMERAL) !== 0 &&
  beginsWithMarker(text.slice(start, start + LONGEST_MARKER), headings);

const MULTIPLIER = CHAR.smallMultiplier | CHAR.largeMultiplier;
const NUMERAL = CHAR.chineseDigit | MULTIPLIER;

/** 240⏎人, 3.2万⏎亩, 0.9个⏎百分点. Not 编号12⏎个体…: what begins a word there is no unit. */
function cutsUnit(text: string, end: number, start: number, { numerals, units }: NumberRules): boolean {
  const isOfNumber = (at: number) =>
    ARABIC_DIGITS.at(text, at) || ((numerals.classes[text.charCodeAt(at)] ?? 0) & MULTIPLIER) !== 0;
  let numberEnd = end;
  while (end - numberEnd < LONGEST_UNIT && !isOfNumber(numberEnd - 1)) numberEnd--;
  if (!isOfNumber(numberEnd - 1)) return false;
  const over = end - numberEnd;
  const unit = text.slice(numberEnd, end) + text.slice(start, start + LONGEST_UNIT);
  let first = 0;
  while (numerals.multipliers.has(unit.charAt(first))) first++;
  const length = units.words.longestAt(unit, first);
  if (length === 0 || first + length <= over) return false;
  const entry = units.byWord.get(unit.slice(first, first + length));
  if (entry?.notBefore && entry.notBefore.longestAt(unit, first + length) > 0) return false;
  return first !== over || length > 1 || !wordPairs().at(text, start, start + 1);
}
