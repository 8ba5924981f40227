/** Superscripts: exponents of units (m with a raised 2) and of 10 stay, as characters of their own; marks of notes go. */
import { RAISED_CHARACTERS } from '../text/char-set.ts';

/** 2, 12, [3], 注1, *: what refers to a note. A ① is no numeral, and stays. */
const NOTE =
  /^\s*[[［〔﹝(（【]?\s*(?:注\s*)?(?:\d{1,3}(?:\s*[,，、–—-]\s*\d{1,3})*|[*†‡]{1,3})\s*[\]］〕﹞)）】]?\s*$/u;
const EXPONENT = /^[-−]?[0-9]{1,2}$/;
/** What may be raised to a power: 10 with a raised 6 is a million, or 10 and the mark of a note. */
const BASE = /(?<![0-9.．０-９])10$/;
/** So many characters before a superscript tell what it is. */
export const TELLING = 3;
/** The last letter of a unit: m, ㎡ is written as one. */
const UNIT_END = /[A-Za-z\u3300-\u33ff]/;

/** What is printed of a superscript; `before`: the last characters that stand before it. */
export function raisedText(before: string, words: string): string {
  const exponent = words.trim();
  if ((UNIT_END.test(before.slice(-1)) || BASE.test(before)) && EXPONENT.test(exponent))
    return exponent.replace(/[-−]/, '⁻').replace(/[0-9]/g, (digit) => RAISED_CHARACTERS.charAt(Number(digit)));
  return NOTE.test(words) ? '' : words;
}
