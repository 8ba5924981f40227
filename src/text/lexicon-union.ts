import { Lexicon } from './lexicon.ts';

/** Several lexicons looked for in one pass. It answers in bits which of them were met, so there may be no more than 31. */
export class LexiconUnion<Name extends string> {
  /** The bit of each lexicon. */
  readonly bits: Readonly<Record<Name, number>>;
  readonly #words: Lexicon;
  /** Of each word, in their order, the lexicons that hold it or a beginning of it. */
  readonly #metBy: readonly number[];

  constructor(lexicons: Readonly<Record<Name, Lexicon>>) {
    const named = Object.entries<Lexicon>(lexicons);
    this.bits = Object.fromEntries(named.map(([name], i) => [name, 1 << i])) as Record<Name, number>;
    this.#words = new Lexicon(named.flatMap(([, { words }]) => [...words]));
    this.#metBy = Array.from(this.#words.words, (word) =>
      named.reduce((met, [, lexicon], i) => (lexicon.longestAt(word, 0) > 0 ? met | (1 << i) : met), 0),
    );
  }

  /** Those of which a word stands anywhere in a stretch of text. */
  in(text: string, start: number, end: number): number {
    let met = 0;
    for (let at = start; ; at++) {
      at = this.#words.firstIn(text, at, end);
      if (at < 0) return met;
      met |= this.#metBy[this.#words.wordAt(text, at, end)] ?? 0;
    }
  }
}
