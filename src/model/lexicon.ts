/**
 * A set of words found in text at a given place, forwards or backwards, in time bounded by the longest word.
 * The word lists themselves live in `rules/`.
 */
import { CharSet } from './char-set.ts';

type Node = { next: Map<number, Node>; word: boolean };

/** Words by their characters in one direction. Most places of a text hold no first character, which one bit tells. */
type Trie = { first: CharSet; root: Node };

const newNode = (): Node => ({ next: new Map(), word: false });

function buildTrie(words: Iterable<string>, step: 1 | -1): Trie {
  const trie: Trie = { first: new CharSet([]), root: newNode() };
  for (const word of words) {
    let node = trie.root;
    for (let i = step === 1 ? 0 : word.length - 1; i >= 0 && i < word.length; i += step) {
      const code = word.charCodeAt(i);
      if (node === trie.root) trie.first.add(code);
      let next = node.next.get(code);
      if (!next) {
        next = newNode();
        node.next.set(code, next);
      }
      node = next;
    }
    node.word = true;
  }
  return trie;
}

export class Lexicon {
  readonly words: ReadonlySet<string>;
  #forward: Trie | null = null;
  #backward: Trie | null = null;

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** Length of the longest word that starts at `at` and ends no later than `limit`; 0 for none. */
  longestAt(text: string, at: number, limit = text.length): number {
    this.#forward ??= buildTrie(this.words, 1);
    if (!this.#forward.first.at(text, at)) return 0;
    let node: Node | undefined = this.#forward.root;
    let longest = 0;
    for (let i = at; i < limit; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word) longest = i + 1 - at;
    }
    return longest;
  }

  /** Length of the longest word that ends at `end` and starts no earlier than `limit`; 0 for none. */
  longestBefore(text: string, end: number, limit = 0): number {
    this.#backward ??= buildTrie(this.words, -1);
    if (!this.#backward.first.at(text, end - 1)) return 0;
    let node: Node | undefined = this.#backward.root;
    let longest = 0;
    for (let i = end - 1; i >= limit; i--) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word) longest = end - i;
    }
    return longest;
  }

  /** Where the first word in a stretch of text begins; -1 for none. */
  firstIn(text: string, start = 0, end = text.length): number {
    for (let i = start; i < end; i++) if (this.longestAt(text, i, end) > 0) return i;
    return -1;
  }

  /** Whether a word stands anywhere in a stretch of text. */
  isIn(text: string, start = 0, end = text.length): boolean {
    return this.firstIn(text, start, end) >= 0;
  }
}
