/** What the characters on both sides of a line end say: that it cut a word or a number, or that it stands between two words. */
import { loadWordPairs } from '../built/places.ts';
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import { ARABIC_DIGITS, CharSet } from '../text/char-set.ts';
import { once } from '../text/once.ts';
import { PairSet } from '../text/pair-set.ts';

/** Two characters that make a word. */
const wordPairs = once(() => new PairSet(loadWordPairs()));

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const POINTS = new CharSet('.\uff0e');
const PARTS_OF_NUMBERS = CharSet.union([ARABIC_DIGITS, POINTS, new CharSet('%\uff05\u2030')]);

/** Positive: it cut something. Negative: words end and begin there. */
export type Evidence = -1 | 0 | 1;

/** `end` is the end of the line before, blanks left out, `start` the beginning of the next. */
export function evidenceAt(text: string, end: number, start: number, punctuation: Punctuation): Evidence {
  const { separators, openers, closers } = punctuation;
  if (closers.at(text, start) || separators.at(text, start)) return 1;
  if (openers.at(text, end - 1) || isHalfClause(text, end - 1, punctuation)) return 1;
  if (ARABIC_DIGITS.at(text, end - 1)) return PARTS_OF_NUMBERS.at(text, start) ? 1 : 0;
  if (POINTS.at(text, end - 1) && ARABIC_DIGITS.at(text, end - 2)) return ARABIC_DIGITS.at(text, start) ? 1 : 0;
  // □□, ——
  if (text[end - 1] === text[start] && !LETTER_OR_DIGIT.test(text.charAt(start))) return 1;
  const words = wordPairs();
  const isWhole = words.at(text, end - 2, end - 1) && words.at(text, start, start + 1);
  if (words.at(text, end - 1, start)) return isWhole ? 0 : 1;
  return isWhole ? -1 : 0;
}

/** A comma ends no line of its own. */
export const isHalfClause = (text: string, at: number, { commas, enumerators }: Punctuation): boolean =>
  commas.at(text, at) || enumerators.at(text, at);
