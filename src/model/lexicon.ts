/**
 * A set of words found in text at a given place, forwards or backwards, in time bounded by the longest word.
 * The word lists themselves live in `rules/`.
 */
import { CharSet } from './char-set.ts';

type Node = { next: Map<number, Node>; word: boolean };

const newNode = (): Node => ({ next: new Map(), word: false });

/** Bits for each word in the filter of pairs, and bits at least. */
const BITS = 32;
const SMALLEST = 1024;

/** Words by their characters in one direction. */
class Trie {
  readonly root = newNode();
  readonly #step: 1 | -1;
  /** Most places of a text hold no first character of a word, which one bit tells, and most others no first two, by a hash of both. */
  readonly #firsts = new CharSet([]);
  readonly #singles = new CharSet([]);
  readonly #pairs: Uint32Array;
  readonly #mask: number;

  constructor(words: ReadonlySet<string>, step: 1 | -1) {
    this.#step = step;
    const bits = 2 ** Math.ceil(Math.log2(Math.max(SMALLEST, BITS * words.size)));
    this.#pairs = new Uint32Array(bits / 32);
    this.#mask = bits - 1;
    for (const word of words) this.#add(word);
  }

  /** False for most places where no word begins. */
  mayBegin(text: string, place: number): boolean {
    const first = text.charCodeAt(place);
    if (!this.#firsts.has(first)) return false;
    const hash = this.#hash(first, text.charCodeAt(place + this.#step));
    return (this.#pairs[hash >>> 5]! & (1 << (hash & 31))) !== 0 || this.#singles.has(first);
  }

  #add(word: string): void {
    const start = this.#step === 1 ? 0 : word.length - 1;
    const first = word.charCodeAt(start);
    this.#firsts.add(first);
    if (word.length === 1) this.#singles.add(first);
    else {
      const hash = this.#hash(first, word.charCodeAt(start + this.#step));
      this.#pairs[hash >>> 5]! |= 1 << (hash & 31);
    }
    let node = this.root;
    for (let i = start; i >= 0 && i < word.length; i += this.#step) {
      const code = word.charCodeAt(i);
      const next = node.next.get(code) ?? newNode();
      node.next.set(code, next);
      node = next;
    }
    node.word = true;
  }

  #hash(first: number, second: number): number {
    return (Math.imul(first, 31) ^ second) & this.#mask;
  }
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
    this.#forward ??= new Trie(this.words, 1);
    if (!this.#forward.mayBegin(text, at)) return 0;
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
    this.#backward ??= new Trie(this.words, -1);
    if (!this.#backward.mayBegin(text, end - 1)) return 0;
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
