/** What the characters on both sides of a line end say: that it cut a word or a number, or that it stands between two words. */
import { loadWordPairs } from '../built/places.ts';
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';
import { once } from '../text/once.ts';

const wordPairs = once((): ReadonlyMap<string, string> => {
  const lines = loadWordPairs();
  return new Map(lines.map((line) => [line.charAt(0), line]));
});

/** Whether two characters make a word. */
const isWord = (first: string, second: string): boolean => (wordPairs().get(first) ?? '').indexOf(second, 1) > 0;

const HAN = /\p{Script=Han}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const POINTS = /[.\uff0e]/;
const PARTS_OF_NUMBERS = /[\d\uff10-\uff19.\uff0e%\uff05\u2030]/;

/** Positive: it cut something. Negative: words end and begin there. */
export type Evidence = -1 | 0 | 1;

/** `end` is the end of the line before, blanks left out, `start` the beginning of the next. */
export function evidenceAt(text: string, end: number, start: number, punctuation: Punctuation): Evidence {
  const { separators, openers, closers } = punctuation;
  if (closers.at(text, start) || separators.at(text, start)) return 1;
  if (openers.at(text, end - 1) || isHalfClause(text, end - 1, punctuation)) return 1;
  const [last, first] = [text.charAt(end - 1), text.charAt(start)];
  if (ARABIC_DIGITS.at(text, end - 1)) return PARTS_OF_NUMBERS.test(first) ? 1 : 0;
  if (POINTS.test(last) && ARABIC_DIGITS.at(text, end - 2)) return ARABIC_DIGITS.at(text, start) ? 1 : 0;
  // □□, ——
  if (last === first && !LETTER_OR_DIGIT.test(last)) return 1;
  if (!HAN.test(last) || !HAN.test(first)) return 0;
  const isWhole = isWord(text.charAt(end - 2), last) && isWord(first, text.charAt(start + 1));
  if (isWord(last, first)) return isWhole ? 0 : 1;
  return isWhole ? -1 : 0;
}

/** A comma ends no line of its own. */
export const isHalfClause = (text: string, at: number, { commas, enumerators }: Punctuation): boolean =>
  commas.at(text, at) || enumerators.at(text, at);
