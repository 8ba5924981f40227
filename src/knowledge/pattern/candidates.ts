/** Of many rules, those that may match a figure: most ask for another unit, or for words that begin with other characters. */

import type { QuantityForm, Script } from '../../model/quantity.ts';
import type { Dimension } from '../../model/vocabulary.ts';
import { BLANKS, CharSet } from '../../text/char-set.ts';
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

/** A rule, and its patterns that are worth a try. */
export type CandidateRule = { rule: CompiledRule; patterns: readonly CompiledPattern[] };

/** So many kinds of figures, and pairs of characters beside each, are remembered: those that are frequent come again. */
const MOST_KINDS = 2000;
const MOST_PAIRS = 500;

export class Candidates {
  readonly #rules: readonly CompiledRule[];
  readonly #ofKinds = new Map<string, (before: number, after: number) => readonly CandidateRule[]>();

  constructor(rules: readonly CompiledRule[]) {
    this.#rules = rules;
  }

  /** All rules, in their order, that may match a figure of a kind between characters of these code units. */
  of(kind: FigureKind, before: number, after: number): readonly CandidateRule[] {
    const { dimension, form, script, symbol, raw } = kind;
    const key = `${dimension} ${form} ${script} ${symbol} ${raw}`;
    const ofKind = () => besides(narrowed(this.#rules, ({ test }) => isOfKind(test, kind)));
    return remembered(this.#ofKinds, key, MOST_KINDS, ofKind)(before, after);
  }
}

function remembered<K, V>(values: Map<K, V>, key: K, most: number, make: () => V): V {
  const known = values.get(key);
  if (known !== undefined) return known;
  if (values.size >= most) values.clear();
  const made = make();
  values.set(key, made);
  return made;
}

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

function besides(rules: readonly CandidateRule[]): (before: number, after: number) => readonly CandidateRule[] {
  const patterns = rules.flatMap((rule) => rule.patterns);
  const beforeAny = CharSet.union(patterns.flatMap(({ leftChars }) => leftChars ?? []));
  const afterAny = CharSet.union(patterns.flatMap(({ rightChars }) => rightChars ?? []));
  const pairs = new Map<number, readonly CandidateRule[]>();
  return (before, after) => {
    const left = codeIn(beforeAny, before);
    const right = codeIn(afterAny, after);
    const key = left * 0x10000 + right;
    return remembered(pairs, key, MOST_PAIRS, () =>
      narrowed(rules, ({ leftChars, rightChars }) => mayStand(leftChars, left) && mayStand(rightChars, right)),
    );
  };
}

const codeIn = (asked: CharSet, code: number): number => (BLANKS.has(code) ? BLANK : asked.has(code) ? code : OTHER);

/** Blanks are no part of any pattern: any word may stand behind one. */
const mayStand = (chars: CharSet | null, code: number): boolean => chars === null || code === BLANK || chars.has(code);

const narrowed = (rules: readonly (CandidateRule | CompiledRule)[], isWorth: (pattern: CompiledPattern) => boolean) =>
  rules.flatMap((each): CandidateRule[] => {
    const patterns = each.patterns.filter(isWorth);
    return patterns.length > 0 ? [{ rule: 'rule' in each ? each.rule : each, patterns }] : [];
  });
