/**
 * A set of words found in text at a given place, forwards or backwards, in time bounded by the longest word.
 * The word lists themselves live in `rules/`.
 */
type Node = { next: Map<number, Node>; word: boolean };

const newNode = (): Node => ({ next: new Map(), word: false });

function insert(root: Node, codes: Iterable<number>): void {
  let node = root;
  for (const code of codes) {
    let next = node.next.get(code);
    if (!next) {
      next = newNode();
      node.next.set(code, next);
    }
    node = next;
  }
  node.word = true;
}

const codesOf = (word: string): number[] => Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));

function trieOf(words: Iterable<string>, order: (codes: number[]) => number[]): Node {
  const root = newNode();
  for (const word of words) insert(root, order(codesOf(word)));
  return root;
}

/** Each way is prepared when it is first gone: most lists are read one way only, some not at all in a report. */
export class Lexicon {
  readonly words: ReadonlySet<string>;
  #forward: Node | null = null;
  #backward: Node | null = null;

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
  }

  get #starts(): Node {
    this.#forward ??= trieOf(this.words, (codes) => codes);
    return this.#forward;
  }

  get #ends(): Node {
    this.#backward ??= trieOf(this.words, (codes) => codes.reverse());
    return this.#backward;
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** Length of the longest word that starts at `at` and ends no later than `limit`; 0 for none. */
  longestAt(text: string, at: number, limit = text.length): number {
    let node: Node | undefined = this.#starts;
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
    let node: Node | undefined = this.#ends;
    let longest = 0;
    for (let i = end - 1; i >= limit; i--) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word) longest = end - i;
    }
    return longest;
  }

  /** Lengths of all words that start at `at`, longest first. */
  lengthsAt(text: string, at: number, limit = text.length): number[] {
    const lengths: number[] = [];
    let node: Node | undefined = this.#starts;
    for (let i = at; i < limit; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word) lengths.unshift(i + 1 - at);
    }
    return lengths;
  }

  /** Lengths of all words that end at `end`, longest first. */
  lengthsBefore(text: string, end: number, limit = 0): number[] {
    const lengths: number[] = [];
    let node: Node | undefined = this.#ends;
    for (let i = end - 1; i >= limit; i--) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.word) lengths.unshift(end - i);
    }
    return lengths;
  }
}
