import type { Token } from './token.ts';

/** Where the words of a stretch of text begin and end. Words are cut the first time a place in their sentence is asked for. */
export type WordIndex = {
  /** The word that starts at a place; undefined inside a word and outside Han text. */
  from: (start: number) => Token | undefined;
  /** The word that ends at a place. */
  until: (end: number) => Token | undefined;
  /** Whether a word begins or ends here; always true outside Han text. */
  isBoundary: (at: number) => boolean;
};
