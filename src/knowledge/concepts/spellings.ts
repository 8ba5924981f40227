/** Words of which a part may be written in several ways: 网(上|络)零售额 is 网上零售额 and 网络零售额. */
import type { CharSet } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { splitWords } from '../word-list.ts';

/** Ways of writing that one word may unfold to. */
export const MOST_SPELLINGS = 1000;

/** All words of the entries; `@name` is all words of a class. Where a word would unfold to more than it may, the first of them. */
export const spelledWords = (entries: readonly string[], classes: ReadonlyMap<string, Lexicon>): string[] =>
  splitWords(entries).flatMap((entry) => {
    const name = classNamed(entry);
    return name === null ? unfolded(entry) : [...(classes.get(name)?.words ?? [])];
  });

/** The class that an entry stands for; null for words. */
export const classNamed = (entry: string): string | null => (entry.startsWith('@') ? entry.slice(1) : null);

const unfolded = (word: string): string[] =>
  partsOf(word.normalize('NFKC')).reduce<string[]>(
    (words, ways) => words.flatMap((each) => ways.map((way) => each + way)).slice(0, MOST_SPELLINGS),
    [''],
  );

/** As concepts are written: in plain letters, without the signs that are passed over. */
export function plainName(name: string, ignored: CharSet): string {
  const plain = name.normalize('NFKC');
  if (!ignored.isIn(plain)) return plain;
  return Array.from(plain, (char) => (ignored.at(char, 0) ? '' : char)).join('');
}

/** How many words a word unfolds to. */
export const spellingCount = (word: string): number => partsOf(word).reduce((count, ways) => count * ways.length, 1);

/** Each part with its ways of writing, in order. */
const partsOf = (word: string): string[][] =>
  (word.match(/\([^()]*\)|[^()]+/g) ?? []).map((part) =>
    part.startsWith('(') ? part.slice(1, -1).split('|') : [part],
  );
