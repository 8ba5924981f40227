/**
 * A set of characters of the basic plane, asked by UTF-16 code unit. One bit a character: a look into a text makes no
 * string of each place.
 */
export class CharSet {
  readonly #bits = new Uint32Array(0x10000 / 32);

  constructor(chars: Iterable<string>) {
    for (const char of chars) this.add(char.charCodeAt(0));
  }

  static union(sets: readonly CharSet[]): CharSet {
    const all = new CharSet([]);
    for (const set of sets)
      for (let i = 0; i < all.#bits.length; i++) all.#bits[i] = (all.#bits[i] ?? 0) | (set.#bits[i] ?? 0);
    return all;
  }

  add(code: number): void {
    const at = code >>> 5;
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (code & 31));
  }

  /** False for NaN, the code of the place after the end. */
  has(code: number): boolean {
    return (this.#bits[code >>> 5]! & (1 << (code & 31))) !== 0 && !Number.isNaN(code);
  }

  /** Whether the character at a place is in the set; false outside the text. */
  at(text: string, place: number): boolean {
    return this.has(text.charCodeAt(place));
  }

  /** The first place from `at` on, no later than `limit`, where none of these stands. */
  skip(text: string, at: number, limit: number): number {
    let i = at;
    while (i < limit && this.at(text, i)) i++;
    return i;
  }

  /** The first place from `at` on where one of these stands; `limit` where none does. */
  until(text: string, at: number, limit: number): number {
    let i = at;
    while (i < limit && !this.at(text, i)) i++;
    return i;
  }

  /** The last place up to `end`, no earlier than `limit`, before which none of these stands. */
  skipBack(text: string, end: number, limit: number): number {
    let i = end;
    while (i > limit && this.at(text, i - 1)) i--;
    return i;
  }
}

/** All that a line may be broken or spaced with: what \s is in a regular expression. */
export const WHITESPACE = new CharSet(
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);

/** Blanks within a line; a tab parts cells, and is none. */
export const BLANKS = new CharSet([' ', '\u3000', '\u00a0']);
