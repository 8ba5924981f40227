/** What naming looks at in a sentence, and how it asks for words there. */

import type { NamingRules } from '../knowledge/naming/table.ts';
import type { ListMarkers } from '../knowledge/placeholders/table.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';
import type { TagSet } from '../text/tag-set.ts';
import { termAt, termBefore, type WordIndex } from '../text/words.ts';
import type { BracketPairs } from './brackets.ts';

/** What naming looks at in one sentence. */
export type NamingContext = NamingRules & {
  text: string;
  words: WordIndex;
  /** The title of the section; null outside of one. */
  heading: Span | null;
  brackets: BracketPairs;
  listMarkers: ListMarkers;
  /** Closing by opening bracket of the marks of notes. */
  noteMarks: ReadonlyMap<string, string>;
  isMask: (at: number) => boolean;
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

/** Whether a word of these parts of speech stands in a stretch. */
export function holdsWord({ words }: NamingContext, { start, end }: Span, tags: TagSet): boolean {
  for (let at = start; at < end; ) {
    const word = words.from(at);
    if (tags.has(word)) return true;
    at += word?.text.length ?? 1;
  }
  return false;
}

/** The length of the word that begins at a place, where it is one of a class; else 0. */
export function wordOf({ text, words }: NamingContext, at: number, lexicon: Lexicon): number {
  const word = lexicon.longestAt(text, at) > 0 ? words.from(at)?.text : undefined;
  return word !== undefined && lexicon.has(word) ? word.length : 0;
}
