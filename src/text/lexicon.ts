/**
 * A set of words found in text at a given place, forwards or backwards, in time bounded by the longest word.
 * The word lists themselves live in `rules/`.
 */
import type { Span } from '../model/span.ts';

/** Sizes of the filter of beginnings: so that few places of a text pass it in vain. */
const BITS_A_WORD = 16;
const FEWEST_BITS = 1024;

/** Words by their characters in one direction: the edges of a trie in one hash table, which a search looks into without making anything. */
class Trie {
  /** Most places of a text hold no beginning of a word, which one bit tells: few bytes, read all the time. */
  readonly #openings: Uint32Array;
  readonly #openingsMask: number;
  /** A beginning is two characters, or the one of a word that has no more. */
  readonly #hasLetters: boolean;
  readonly #step: 1 | -1;
  /** An edge goes from a node by a character to a node: 0, the root, where there is none. */
  readonly #from: Int32Array;
  readonly #by: Uint16Array;
  readonly #to: Int32Array;
  readonly #mask: number;
  /** The word that ends at a node: its place among the words, from 1; 0 for none. */
  readonly #ends: Int32Array;
  /** How long that word is, by the same place; 0 for none. */
  readonly #lengths: readonly number[];

  constructor(words: ReadonlySet<string>, step: 1 | -1) {
    this.#step = step;
    const bits = 2 ** Math.ceil(Math.log2(Math.max(FEWEST_BITS, BITS_A_WORD * words.size)));
    this.#openings = new Uint32Array(bits / 32);
    this.#openingsMask = bits - 1;
    let chars = 1;
    let hasLetters = false;
    for (const word of words) {
      chars += word.length;
      hasLetters ||= word.length === 1;
    }
    this.#hasLetters = hasLetters;
    this.#lengths = [0, ...Array.from(words, ({ length }) => length)];
    const size = 2 ** Math.ceil(Math.log2(2 * chars));
    this.#from = new Int32Array(size);
    this.#by = new Uint16Array(size);
    this.#to = new Int32Array(size);
    this.#mask = size - 1;
    this.#ends = new Int32Array(chars);
    let nodes = 1;
    let place = 0;
    for (const word of words) {
      let node = 0;
      const start = step === 1 ? 0 : word.length - 1;
      for (let i = start; i >= 0 && i < word.length; i += step) {
        const slot = this.#slotOf(node, word.charCodeAt(i));
        if (this.#to[slot] === 0) {
          this.#from[slot] = node;
          this.#by[slot] = word.charCodeAt(i);
          this.#to[slot] = nodes++;
        }
        node = this.#to[slot] ?? 0;
      }
      this.#ends[node] = ++place;
      const letter = openingOf(word.charCodeAt(start));
      const opening = (word.length === 1 ? letter : letter ^ word.charCodeAt(start + step)) & this.#openingsMask;
      this.#openings[opening >>> 5]! |= 1 << (opening & 31);
    }
  }

  /** Length of the longest word from a place to a limit in the direction of the trie. */
  longest(text: string, place: number, limit: number): number {
    return this.#mayBegin(text, place, limit) ? this.#lengths[this.#wordFrom(text, place, limit)]! : 0;
  }

  /** The place among the words of that word; -1 for none. */
  wordAt(text: string, place: number, limit: number): number {
    return this.#mayBegin(text, place, limit) ? this.#wordFrom(text, place, limit) - 1 : -1;
  }

  /** The first place from one on, up to a limit, where a word stands that ends before the limit; -1 for none. */
  firstFrom(text: string, place: number, limit: number): number {
    for (let i = place; i !== limit; i += this.#step)
      if (this.#mayBegin(text, i, limit) && this.#wordFrom(text, i, limit) > 0) return i;
    return -1;
  }

  /** Tells of the longest word at each place where one stands, forwards; `found` answers where to look on. */
  each(text: string, place: number, limit: number, found: FoundWord): void {
    for (let i = place; i < limit; ) {
      const word = this.#mayBegin(text, i, limit) ? this.#wordFrom(text, i, limit) : 0;
      i = word > 0 ? found(i, word - 1) : i + 1;
    }
  }

  /** Nothing is read beyond the limit: a character code asked for outside of a text makes every later question slower. */
  #mayBegin(text: string, place: number, limit: number): boolean {
    const letter = openingOf(text.charCodeAt(place));
    const next = place + this.#step;
    return (
      (next !== limit && this.#isOpening(letter ^ text.charCodeAt(next))) ||
      (this.#hasLetters && this.#isOpening(letter))
    );
  }

  #isOpening(opening: number): boolean {
    const bit = opening & this.#openingsMask;
    return (this.#openings[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  /** The longest word that begins at a place, from 1; 0 for none. */
  #wordFrom(text: string, place: number, limit: number): number {
    let word = 0;
    let node = 0;
    for (let i = place; i !== limit; i += this.#step) {
      node = this.#to[this.#slotOf(node, text.charCodeAt(i))]!;
      if (node === 0) break;
      if (this.#ends[node] !== 0) word = this.#ends[node]!;
    }
    return word;
  }

  /** Where an edge is or would be. */
  #slotOf(node: number, char: number): number {
    let slot = ((Math.imul(node, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) >>> 8) & this.#mask;
    while (this.#to[slot] !== 0 && (this.#from[slot] !== node || this.#by[slot] !== char))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/** Of a word of one character; that of a longer one is this and its second character, by exclusive or. */
const openingOf = (char: number): number => Math.imul(char, 0x9e3779b1) >>> 8;

/** Told of a word where it stands, by its place among the words; answers from where on to look for the next. */
type FoundWord = (at: number, word: number) => number;

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

  /** Whether a stretch of text is a word. */
  is(text: string, start: number, end: number): boolean {
    return end > start && this.longestAt(text, start, end) === end - start;
  }

  /** Length of the longest word that starts at `at` and ends no later than `limit`; 0 for none. */
  longestAt(text: string, at: number, limit = text.length): number {
    this.#forward ??= new Trie(this.words, 1);
    return limit > at ? this.#forward.longest(text, at, limit) : 0;
  }

  /** Length of the longest word that ends at `end` and starts no earlier than `limit`; 0 for none. */
  longestBefore(text: string, end: number, limit = 0): number {
    this.#backward ??= new Trie(this.words, -1);
    return limit < end ? this.#backward.longest(text, end - 1, limit - 1) : 0;
  }

  /** Which of the words, in their order, is the longest that starts at `at` and ends no later than `limit`; -1 for none. */
  wordAt(text: string, at: number, limit = text.length): number {
    this.#forward ??= new Trie(this.words, 1);
    return limit > at ? this.#forward.wordAt(text, at, limit) : -1;
  }

  /** Where the first word in a stretch of text begins; -1 for none. */
  firstIn(text: string, start = 0, end = text.length): number {
    this.#forward ??= new Trie(this.words, 1);
    return start < end ? this.#forward.firstFrom(text, start, end) : -1;
  }

  /** The longest word at each place of a stretch of text, one after the other: each is looked up once. */
  each(text: string, { start, end }: Span, found: FoundWord): void {
    this.#forward ??= new Trie(this.words, 1);
    this.#forward.each(text, start, end, found);
  }

  /** Whether a word stands anywhere in a stretch of text. */
  isIn(text: string, start = 0, end = text.length): boolean {
    return this.firstIn(text, start, end) >= 0;
  }
}
