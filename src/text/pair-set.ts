/** Pairs of characters of the basic plane, in one hash table: asked for at every line end of a text. */
export class PairSet {
  /** Both code units of a pair in one number; 0 for a free slot. */
  readonly #pairs: Uint32Array;
  readonly #mask: number;

  /** Of each line, the first character with every other. */
  constructor(lines: readonly string[]) {
    const count = lines.reduce((sum, { length }) => sum + length, 0);
    const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#pairs = new Uint32Array(size);
    this.#mask = size - 1;
    for (const line of lines)
      for (let i = 1; i < line.length; i++) {
        const pair = pairOf(line.charCodeAt(0), line.charCodeAt(i));
        this.#pairs[this.#slotOf(pair)] = pair;
      }
  }

  /** Whether the characters at two places are a pair; false outside the text. */
  at(text: string, first: number, second: number): boolean {
    const pair = pairOf(text.charCodeAt(first), text.charCodeAt(second));
    return pair !== 0 && this.#pairs[this.#slotOf(pair)] === pair;
  }

  /** Where a pair is or would be. */
  #slotOf(pair: number): number {
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 8) & this.#mask;
    while (this.#pairs[slot] !== 0 && this.#pairs[slot] !== pair) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

const pairOf = (first: number, second: number): number => ((first << 16) | second) >>> 0;
