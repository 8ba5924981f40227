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
}

/** Blanks within a line; a tab parts cells, and is none. */
export const BLANKS = new CharSet([' ', '\u3000', '\u00a0']);
