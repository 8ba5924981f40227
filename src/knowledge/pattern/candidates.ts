/** Of many rules, those that may match a figure: most ask for another unit, or for words that begin with other characters. */

import type { QuantityForm, Script } from '../../model/quantity.ts';
import type { Span } from '../../model/span.ts';
import type { Dimension } from '../../model/vocabulary.ts';
import { BLANKS, type CharSet } from '../../text/char-set.ts';
import { codeAt } from '../../text/code-at.ts';
import { type PatternSet, patternSet, placeOfBit } from './pattern-set.ts';
import { NeededWords, type StandingWord } from './standing.ts';
import type { CompiledPattern, CompiledRule, FigureTest } from './table.ts';

/** What many figures have in common. */
export type FigureKind = {
  dimension: Dimension | 'none';
  form: QuantityForm;
  script: Script;
  /** Of the unit, and as it is written; empty without one. */
  symbol: string;
  raw: string;
};

export type CandidatePattern = { rule: CompiledRule; pattern: CompiledPattern };

/** So many kinds of figures are remembered: those that are frequent come again. */
const MOST_KINDS = 2000;

type KnownKind = { kind: FigureKind; patterns: PatternSet };

export class Candidates {
  /** The words that patterns cannot do without. */
  readonly words: NeededWords;
  readonly #all: readonly CandidatePattern[];
  /** By the unit's symbol, which leaves few to choose from. */
  readonly #kinds = new Map<string, KnownKind[]>();
  #known = 0;
  readonly #before: CharsBeside;
  readonly #after: CharsBeside;

  constructor(rules: readonly CompiledRule[]) {
    this.#all = rules.flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern })));
    const patterns = this.#all.map(({ pattern }) => pattern);
    this.words = new NeededWords(patterns);
    this.#before = new CharsBeside(patterns.map(({ leftChars }) => leftChars));
    this.#after = new CharsBeside(patterns.map(({ rightChars }) => rightChars));
  }

  /**
   * All patterns, in the order of their rules, that may match a figure of a kind: by the characters beside it, and the words that stand
   * between it and the ends of the window.
   */
  of(
    kind: FigureKind,
    text: string,
    figure: Span,
    window: Span,
    standing: readonly StandingWord[],
  ): readonly CandidatePattern[] {
    const ofKind = this.#ofKind(kind);
    const before = this.#before.of(codeAt(text, figure.start - 1));
    const after = this.#after.of(codeAt(text, figure.end));
    const met = this.words.metBy(standing, figure, window);
    const candidates: CandidatePattern[] = [];
    for (let i = 0; i < ofKind.length; i++) {
      for (let bits = ofKind[i]! & before[i]! & after[i]! & met[i]!; bits !== 0; bits &= bits - 1)
        candidates.push(this.#all[placeOfBit(i, bits & -bits)]!);
    }
    return candidates;
  }

  #ofKind(kind: FigureKind): PatternSet {
    const known = this.#kinds.get(kind.symbol)?.find((each) => isSameKind(each.kind, kind));
    return (known ?? this.#newKind(kind)).patterns;
  }

  #newKind(kind: FigureKind): KnownKind {
    if (this.#known++ >= MOST_KINDS) {
      this.#kinds.clear();
      this.#known = 1;
    }
    const known = { kind, patterns: this.#setOf((pattern) => isOfKind(pattern.test, kind)) };
    this.#kinds.set(kind.symbol, [...(this.#kinds.get(kind.symbol) ?? []), known]);
    return known;
  }

  #setOf(isIn: (pattern: CompiledPattern) => boolean): PatternSet {
    return patternSet(this.#all.length, (place) => isIn(this.#all[place]!.pattern));
  }
}

/** Which patterns a character beside the figure leaves, on one side. */
class CharsBeside {
  /** By pattern: the characters that it asks for; null where any will do. */
  readonly #chars: readonly (CharSet | null)[];
  readonly #known = new Map<number, PatternSet>();
  /** Of a character that no pattern asks for. */
  readonly #other: PatternSet;

  constructor(chars: readonly (CharSet | null)[]) {
    this.#chars = chars;
    this.#other = patternSet(chars.length, (place) => chars[place] === null);
  }

  of(code: number): PatternSet {
    const known = this.#known.get(code);
    if (known) return known;
    const found = this.#find(code);
    this.#known.set(code, found);
    return found;
  }

  /** Blanks are no part of any pattern: any word may stand behind one. */
  #find(code: number): PatternSet {
    if (BLANKS.has(code)) return patternSet(this.#chars.length, () => true);
    if (!this.#chars.some((chars) => chars?.has(code))) return this.#other;
    return patternSet(this.#chars.length, (place) => this.#chars[place]?.has(code) ?? true);
  }
}

/** Of those that have one unit. */
const isSameKind = (a: FigureKind, b: FigureKind): boolean =>
  a.raw === b.raw && a.dimension === b.dimension && a.form === b.form && a.script === b.script;

/** Whether a figure of the kind can meet the test. */
export const isOfKind = (test: FigureTest, { dimension, form, script, symbol, raw }: FigureKind): boolean =>
  oneOf(test.dimensions, dimension) &&
  oneOf(test.forms, form) &&
  oneOf(test.scripts, script) &&
  oneOf(test.symbols, symbol) &&
  oneOf(test.raws, raw);

export const oneOf = <T>(allowed: readonly T[], value: T): boolean => allowed.length === 0 || allowed.includes(value);
