/** Which of the words that patterns cannot do without stand in a text: looked for once, for all patterns and all figures of a sentence. */
import type { Span } from '../../model/span.ts';
import { Lexicon } from '../../text/lexicon.ts';

/** A word that stands in the text, and the needs that it meets. */
export type StandingWord = Span & { needs: readonly number[] };

/** A need is one of some words that must stand beside a figure; it goes by a number. */
export class Needs {
  readonly #numbers = new Map<string, number>();
  readonly #needsOf = new Map<string, number[]>();
  #lexicon: Lexicon | null = null;

  /** The number of a need; -1 for none. */
  add(words: readonly string[] | null): number {
    if (words === null) return -1;
    const key = words.join('|');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    for (const word of new Set(words)) this.#needsOf.set(word, [...(this.#needsOf.get(word) ?? []), number]);
    return number;
  }

  /** All such words in a stretch of text, also those inside others. Nothing may be added any more. */
  standingIn(text: string, { start, end }: Span): readonly StandingWord[] {
    this.#lexicon ??= new Lexicon(this.#needsOf.keys());
    const standing: StandingWord[] = [];
    for (let at = start; ; at++) {
      at = this.#lexicon.firstIn(text, at, end);
      if (at < 0) return standing;
      let length = this.#lexicon.longestAt(text, at, end);
      for (; length > 0; length = this.#lexicon.longestAt(text, at, at + length - 1)) {
        const needs = this.#needsOf.get(text.slice(at, at + length)) ?? [];
        standing.push({ start: at, end: at + length, needs });
      }
    }
  }
}

const NOTHING_MET: ReadonlySet<number> = new Set();

/** The needs that are met between two places. */
export function needsMet(standing: readonly StandingWord[], from: number, to: number): ReadonlySet<number> {
  let met: Set<number> | null = null;
  for (const { start, end, needs } of standing) {
    if (start < from || end > to) continue;
    met ??= new Set();
    for (const need of needs) met.add(need);
  }
  return met ?? NOTHING_MET;
}
