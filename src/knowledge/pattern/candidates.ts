/** Of many rules, those that may match a figure: most ask for another unit, or for words that begin with other characters. */

import type { QuantityForm, Script } from '../../model/quantity.ts';
import type { Dimension } from '../../model/vocabulary.ts';
import { BLANKS, CharSet } from '../../text/char-set.ts';
import { Needs } from './standing.ts';
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

/** A pattern of a rule, and what it needs on either side of the figure: -1 for nothing. */
export type CandidatePattern = { rule: CompiledRule; pattern: CompiledPattern; leftNeed: number; rightNeed: number };

/** So many kinds of figures, and pairs of characters beside each, are remembered: those that are frequent come again. */
const MOST_KINDS = 2000;
const MOST_PAIRS = 500;

type Besides = (before: number, after: number) => readonly CandidatePattern[];

export class Candidates {
  /** The words that patterns cannot do without. */
  readonly needs = new Needs();
  readonly #all: readonly CandidatePattern[];
  /** By the unit as it is written, which leaves few to choose from. */
  readonly #kinds = new Map<string, { kind: FigureKind; besides: Besides }[]>();
  #known = 0;

  constructor(rules: readonly CompiledRule[]) {
    this.#all = rules.flatMap((rule) => rule.patterns.map((pattern) => this.#candidate(rule, pattern)));
  }

  /** All patterns, in the order of their rules, that may match a figure of a kind between characters of these code units. */
  of(kind: FigureKind, before: number, after: number): readonly CandidatePattern[] {
    const known = this.#kinds.get(kind.raw)?.find((each) => isSameKind(each.kind, kind));
    return (known?.besides ?? this.#besides(kind))(before, after);
  }

  #candidate(rule: CompiledRule, pattern: CompiledPattern): CandidatePattern {
    const { leftWords, rightWords } = pattern;
    return { rule, pattern, leftNeed: this.needs.add(leftWords), rightNeed: this.needs.add(rightWords) };
  }

  #besides(kind: FigureKind): Besides {
    if (this.#known++ >= MOST_KINDS) {
      this.#kinds.clear();
      this.#known = 1;
    }
    const besides = besidesOf(this.#all.filter(({ pattern }) => isOfKind(pattern.test, kind)));
    this.#kinds.set(kind.raw, [...(this.#kinds.get(kind.raw) ?? []), { kind, besides }]);
    return besides;
  }
}

/** Of those that are written with one unit. */
const isSameKind = (a: FigureKind, b: FigureKind): boolean =>
  a.symbol === b.symbol && a.dimension === b.dimension && a.form === b.form && a.script === b.script;

/** Whether a figure of the kind can meet the test. */
export const isOfKind = (test: FigureTest, { dimension, form, script, symbol, raw }: FigureKind): boolean =>
  oneOf(test.dimensions, dimension) &&
  oneOf(test.forms, form) &&
  oneOf(test.scripts, script) &&
  oneOf(test.symbols, symbol) &&
  oneOf(test.raws, raw);

export const oneOf = <T>(allowed: readonly T[], value: T): boolean => allowed.length === 0 || allowed.includes(value);

/** For all characters that no pattern asks for, and for none. */
const OTHER = 0xffff;
const BLANK = 0x20;

function besidesOf(candidates: readonly CandidatePattern[]): Besides {
  const beforeAny = CharSet.union(candidates.flatMap(({ pattern }) => pattern.leftChars ?? []));
  const afterAny = CharSet.union(candidates.flatMap(({ pattern }) => pattern.rightChars ?? []));
  const pairs = new Map<number, readonly CandidatePattern[]>();
  return (before, after) => {
    const left = codeIn(beforeAny, before);
    const right = codeIn(afterAny, after);
    const key = (left << 16) | right;
    const known = pairs.get(key);
    if (known) return known;
    if (pairs.size >= MOST_PAIRS) pairs.clear();
    const found = candidates.filter(
      ({ pattern: { leftChars, rightChars } }) => mayStand(leftChars, left) && mayStand(rightChars, right),
    );
    pairs.set(key, found);
    return found;
  };
}

const codeIn = (asked: CharSet, code: number): number => (BLANKS.has(code) ? BLANK : asked.has(code) ? code : OTHER);

/** Blanks are no part of any pattern: any word may stand behind one. */
const mayStand = (chars: CharSet | null, code: number): boolean => chars === null || code === BLANK || chars.has(code);
