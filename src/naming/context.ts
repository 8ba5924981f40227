/** What naming looks at in a sentence, and how it asks for words there. */

import type { NamingWords } from '../knowledge/naming/table.ts';
import type { Quantity } from '../model/quantity.ts';
import type { CharSet } from '../text/char-set.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { termAt, termBefore, type WordIndex } from '../text/words.ts';

/** What naming looks at in one sentence. */
export type NamingContext = {
  text: string;
  words: WordIndex;
  classes: NamingWords;
  enumerators: CharSet;
  isMask: (char: string) => boolean;
  quantityFrom: (start: number) => Quantity | undefined;
  quantityUntil: (end: number) => Quantity | undefined;
};

/**
 * The longest word of a class at a place that both begins and ends between words. The lexicon is asked first: most places hold none of its
 * words, and what nobody asks about is never cut into words.
 */
export function wordAt({ text, words }: NamingContext, at: number, limit: number, lexicon: Lexicon): number {
  const length = termAt(lexicon, text, at, limit, words);
  return length > 0 && words.isBoundary(at) ? length : 0;
}

export function wordBefore({ text, words }: NamingContext, end: number, limit: number, lexicon: Lexicon): number {
  const length = termBefore(lexicon, text, end, limit, words);
  return length > 0 && words.isBoundary(end) ? length : 0;
}

/** Whether the word that begins at a place is one of a class. */
export const isWordOf = ({ text, words }: NamingContext, at: number, lexicon: Lexicon): boolean =>
  lexicon.longestAt(text, at) > 0 && lexicon.has(words.from(at)?.text ?? '');
