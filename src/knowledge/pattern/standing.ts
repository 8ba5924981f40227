/** Which of the words that patterns cannot do without stand in a text: looked for once, for all patterns and all figures of a sentence. */
import type { Span } from '../../model/span.ts';
import { Lexicon } from '../../text/lexicon.ts';
import { addAll, addPattern, type FewPatterns, type PatternSet, patternSet } from './pattern-set.ts';
import type { CompiledPattern } from './table.ts';

/** A word of a length, and the patterns that ask for it on either side of the figure. */
type NeededWord = { length: number; left: FewPatterns; right: FewPatterns };

/** Such a word where it stands in a text. */
export type StandingWord = { start: number; end: number; needed: NeededWord };

export class NeededWords {
  readonly #lexicon: Lexicon;
  /** By the place of a word in the lexicon: the words that it begins with, the longest first. */
  readonly #beginnings: readonly (readonly NeededWord[])[];
  /** Patterns that ask for no word on a side. */
  readonly #freeLeft: PatternSet;
  readonly #freeRight: PatternSet;

  constructor(patterns: readonly CompiledPattern[]) {
    const needed = neededBy(patterns);
    const lexicon = new Lexicon(needed.keys());
    this.#lexicon = lexicon;
    this.#beginnings = Array.from(needed.keys(), (word) =>
      beginningsOf(word, lexicon).map((each) => needed.get(each)!),
    );
    this.#freeLeft = patternSet(patterns.length, (place) => patterns[place]!.leftWords === null);
    this.#freeRight = patternSet(patterns.length, (place) => patterns[place]!.rightWords === null);
  }

  /** All such words in a stretch of text, also those inside others. */
  standingIn(text: string, span: Span): readonly StandingWord[] {
    const standing: StandingWord[] = [];
    this.#lexicon.each(text, span, (at, word) => {
      for (const needed of this.#beginnings[word]!) standing.push({ start: at, end: at + needed.length, needed });
      return at + 1;
    });
    return standing;
  }

  /** The patterns that find what they ask for between the figure and the ends of the window. */
  metBy(standing: readonly StandingWord[], figure: Span, window: Span): PatternSet {
    const [left, right] = [this.#freeLeft.slice(), this.#freeRight.slice()];
    for (const { start, end, needed } of standing) {
      if (start >= window.start && end <= figure.start) addAll(left, needed.left);
      else if (start >= figure.end && end <= window.end) addAll(right, needed.right);
    }
    for (let i = 0; i < left.length; i++) left[i]! &= right[i]!;
    return left;
  }
}

/** By the words that patterns ask for. */
function neededBy(patterns: readonly CompiledPattern[]): ReadonlyMap<string, NeededWord> {
  const needed = new Map<string, NeededWord>();
  const add = (side: 'left' | 'right', word: string, place: number) => {
    const known = needed.get(word) ?? { length: word.length, left: [], right: [] };
    needed.set(word, known);
    addPattern(known[side], place);
  };
  for (const [place, { leftWords, rightWords }] of patterns.entries()) {
    for (const word of leftWords ?? []) add('left', word, place);
    for (const word of rightWords ?? []) add('right', word, place);
  }
  return needed;
}

/** The words that a word begins with, itself among them, the longest first. */
function beginningsOf(word: string, lexicon: Lexicon): string[] {
  const found: string[] = [];
  for (let length = word.length; length > 0; length = lexicon.longestAt(word, 0, length - 1))
    found.push(word.slice(0, length));
  return found;
}
