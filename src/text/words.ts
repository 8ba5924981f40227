import type { Sentence } from '../model/report.ts';
import type { Token } from '../model/token.ts';
import type { Lexicon } from './lexicon.ts';

/** Where the words of a stretch of text begin and end. Words are cut the first time a place in their sentence is asked for. */
export type WordIndex = {
  /** The word that starts at a place; undefined inside a word and outside Han text. */
  from(start: number): Token | undefined;
  /** The word that ends at a place. */
  until(end: number): Token | undefined;
  /** Whether a word begins or ends here; always true outside Han text. */
  isBoundary(at: number): boolean;
};

export type SegmentedSentence = { sentence: Sentence; words: WordIndex };

/** Length of the longest word of a lexicon that starts at `at` and ends where a word of the text ends; 0 for none. */
export function termAt(lexicon: Lexicon, text: string, at: number, limit: number, words: WordIndex): number {
  let length = lexicon.longestAt(text, at, limit);
  while (length > 0 && !words.isBoundary(at + length)) length = lexicon.longestAt(text, at, at + length - 1);
  return length;
}

/** The same for a word that ends at `end` and starts where a word of the text starts. */
export function termBefore(lexicon: Lexicon, text: string, end: number, limit: number, words: WordIndex): number {
  let length = lexicon.longestBefore(text, end, limit);
  while (length > 0 && !words.isBoundary(end - length)) length = lexicon.longestBefore(text, end, end - length + 1);
  return length;
}
