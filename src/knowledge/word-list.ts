import { Lexicon } from '../text/lexicon.ts';

/** Word lists may hold several words an entry, parted by blanks, so that long lists stay readable. */
export const splitWords = (entries: readonly string[]): string[] =>
  entries.flatMap((entry) => entry.split(/\s+/).filter(Boolean));

export const lexiconOf = (entries: readonly string[]): Lexicon => new Lexicon(splitWords(entries));
