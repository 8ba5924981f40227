import { Lexicon } from '../text/lexicon.ts';

/** Word lists may hold several words an entry, parted by blanks, so that long lists stay readable. */
export const splitWords = (entries: readonly string[]): string[] =>
  entries.flatMap((entry) => entry.split(/\s+/).filter(Boolean));

export const lexiconOf = (entries: readonly string[]): Lexicon => new Lexicon(splitWords(entries));

/** Of word lists by name, each as a lexicon. */
export const lexiconsOf = <Name extends string>(
  lists: Readonly<Record<Name, readonly string[]>>,
): Record<Name, Lexicon> =>
  Object.fromEntries(
    Object.entries<readonly string[]>(lists).map(([name, words]) => [name, lexiconOf(words)]),
  ) as Record<Name, Lexicon>;

export const unionOf = (lexicons: readonly Lexicon[]): Lexicon =>
  new Lexicon(lexicons.flatMap(({ words }) => [...words]));
