/**
 * Compiles patterns to states (docs/rules.md explains the language):
 *
 *     @rise @degree? <percent>        a figure in percent after a word of class `rise`
 *     从 @scope? {rank} @to <rank>    literal text, another figure, the figure judged
 *     !@noun  (A | B)  X{0,3}  .  ^  $  #v  (?<name> …)
 */

import type { Span } from '../../model/span.ts';
import { CharSet } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { nearest } from '../../text/nearest.ts';
import { PatternError } from './error.ts';
import { neededWords } from './needs.ts';
import { type PatternItem, parsePattern } from './syntax.ts';
import type { CompiledPattern, FigureTest, PatternState } from './table.ts';

export { PatternError } from './error.ts';

/** What a pattern may name. */
export type Names = {
  classes: ReadonlyMap<string, Lexicon>;
  /** Symbols of units, and all ways of writing them; null where any will do. */
  units: { symbols: ReadonlySet<string>; words: ReadonlySet<string> } | null;
};

export type PatternCompilation = {
  patterns: CompiledPattern[];
  /** Where the item behind a state stands in the pattern, by the state's index. */
  atoms: ReadonlyMap<number, Span>;
  /** Names of what the pattern captures, and of the classes it asks for. */
  captures: ReadonlySet<string>;
  classes: ReadonlySet<string>;
  states: number;
};

/** A walk goes down into the states one by one, so there is a limit to them. */
const MAX_STATES = 1000;

/** Throws PatternError. */
export function compilePattern(source: string, names: Names): PatternCompilation {
  const compiler = new Compiler(source, names);
  const patterns = parsePattern(source).map((items) => compiler.pattern(items));
  const { atoms, captures, classes, states } = compiler;
  return { patterns, atoms, captures, classes, states };
}

class Compiler {
  readonly atoms = new Map<number, Span>();
  readonly captures = new Set<string>();
  readonly classes = new Set<string>();
  states = 0;
  readonly #source: string;
  readonly #names: Names;

  constructor(source: string, names: Names) {
    this.#source = source;
    this.#names = names;
  }

  pattern(items: readonly PatternItem[]): CompiledPattern {
    const nested = items.map(subjectInside).find((at) => at !== null);
    if (nested != null) throw new PatternError('NESTED_FIGURE', {}, nested);
    const subjects = items.filter(({ type }) => type === 'subject');
    const [subject, second] = subjects;
    if (subject?.type !== 'subject' || second) throw new PatternError('ONE_FIGURE', {}, second?.at ?? 0);
    this.#checkUnits(subject.test, subject);
    const at = items.indexOf(subject);
    const [before, after] = [items.slice(0, at), items.slice(at + 1)];
    const left = this.#chain(before, this.#done(), true);
    const right = this.#chain(after, this.#done(), false);
    const place = { start: subject.at, end: subject.to };
    const [leftChars, rightChars] = [nearestChars(left, true), nearestChars(right, false)];
    return {
      left,
      test: subject.test,
      right,
      place,
      leftChars,
      rightChars,
      leftWords: neededWords(before, this.#names.classes),
      rightWords: neededWords(after, this.#names.classes),
    };
  }

  #index({ at, to }: Pick<PatternItem, 'at' | 'to'>): number {
    if (this.states >= MAX_STATES) throw new PatternError('TOO_COMPLEX', { limit: MAX_STATES }, at, to - at);
    this.atoms.set(this.states, { start: at, end: to });
    return this.states++;
  }

  #done(): PatternState {
    return { type: 'done', index: this.states++ };
  }

  #chain(items: readonly PatternItem[], next: PatternState, backwards: boolean): PatternState {
    const ordered = backwards ? items : [...items].reverse();
    return ordered.reduce((state, item) => this.#state(item, state, backwards), next);
  }

  #state(item: PatternItem, next: PatternState, backwards: boolean): PatternState {
    switch (item.type) {
      case 'text':
        return { type: 'text', text: item.text, next, index: this.#index(item) };
      case 'any':
      case 'edge':
        return { type: item.type, next, index: this.#index(item) };
      case 'tag':
        return { type: 'tag', prefix: item.prefix, next, index: this.#index(item) };
      case 'figure':
        this.#checkUnits(item.test, item);
        return { type: 'figure', test: item.test, next, index: this.#index(item) };
      case 'class':
        return { type: 'class', name: item.name, lexicon: this.#lexicon(item), next, index: this.#index(item) };
      case 'not': {
        const inner = this.#state(item.item, this.#done(), backwards);
        return { type: 'not', inner, next, index: this.#index(item) };
      }
      case 'repeat':
        return this.#repeated(item, next, backwards);
      case 'group':
        return this.#group(item, next, backwards);
      case 'subject':
        throw new PatternError('NESTED_FIGURE', {}, item.at);
    }
  }

  #lexicon({ name, at, to }: Extract<PatternItem, { type: 'class' }>): Lexicon {
    const { classes } = this.#names;
    const lexicon = classes.get(name);
    this.classes.add(name);
    if (lexicon) return lexicon;
    const near = nearest(name, classes.keys());
    throw new PatternError('UNKNOWN_CLASS', { name, ...(near === null ? {} : { near: `@${near}` }) }, at, to - at);
  }

  #group(item: Extract<PatternItem, { type: 'group' }>, next: PatternState, backwards: boolean): PatternState {
    const { options, name } = item;
    if (name === null)
      return this.#choice(
        item,
        options.map((items) => this.#chain(items, next, backwards)),
      );
    this.captures.add(name);
    const [first, last] = backwards ? (['close', 'open'] as const) : (['open', 'close'] as const);
    const closing: PatternState = { type: last, name, next, index: this.#index(item) };
    const inner = this.#choice(
      item,
      options.map((items) => this.#chain(items, closing, backwards)),
    );
    return { type: first, name, next: inner, index: this.#index(item) };
  }

  #choice(item: PatternItem, options: PatternState[]): PatternState {
    const [only, ...others] = options;
    return only && others.length === 0 ? only : { type: 'choice', options, index: this.#index(item) };
  }

  #repeated(item: Extract<PatternItem, { type: 'repeat' }>, next: PatternState, backwards: boolean): PatternState {
    let state = next;
    for (let k = item.min; k < item.max; k++)
      state = this.#choice(item, [this.#state(item.item, state, backwards), next]);
    for (let k = 0; k < item.min; k++) state = this.#state(item.item, state, backwards);
    return state;
  }

  #checkUnits({ symbols, raws }: FigureTest, item: PatternItem): void {
    const { units } = this.#names;
    if (!units) return;
    const check = (words: readonly string[], known: ReadonlySet<string>) => {
      // 元/亩: ratios of units are made as they are met.
      const unit = words.find((word) => !known.has(word) && !word.includes('/'));
      if (unit === undefined) return;
      const near = nearest(unit, known);
      const at = Math.max(item.at, this.#source.indexOf(unit, item.at));
      throw new PatternError('UNKNOWN_UNIT', { unit, ...(near === null ? {} : { near }) }, at, unit.length);
    };
    check(symbols, units.symbols);
    check(raws, units.words);
  }
}

/** Where a judged figure stands inside a group, a repetition or a test; null where none does. */
function subjectInside(item: PatternItem): number | null {
  const inner =
    item.type === 'group' ? item.options.flat() : item.type === 'repeat' || item.type === 'not' ? [item.item] : [];
  for (const each of inner) {
    const at = each.type === 'subject' ? each.at : subjectInside(each);
    if (at !== null) return at;
  }
  return null;
}

/** The characters that a walk from here may begin with; null where it may begin with any, or with none. */
function nearestChars(start: PatternState, backwards: boolean): CharSet | null {
  const chars = new CharSet([]);
  const seen = new Set<PatternState>();
  /** False where any character may stand. */
  const addFrom = (state: PatternState): boolean => {
    if (seen.has(state)) return true;
    seen.add(state);
    switch (state.type) {
      case 'text':
        chars.add(edgeCode(state.text, backwards));
        return true;
      case 'class':
        chars.addAll(edgeChars(state.lexicon, backwards));
        return true;
      case 'open':
      case 'close':
      case 'not':
        return addFrom(state.next);
      case 'choice':
        return state.options.every(addFrom);
      default:
        return false;
    }
  };
  return addFrom(start) ? chars : null;
}

const edgeCode = (word: string, last: boolean): number => word.charCodeAt(last ? word.length - 1 : 0);

/** Many rules ask for the same class. */
const edges = { first: new WeakMap<Lexicon, CharSet>(), last: new WeakMap<Lexicon, CharSet>() };

function edgeChars(lexicon: Lexicon, last: boolean): CharSet {
  const known = last ? edges.last : edges.first;
  const before = known.get(lexicon);
  if (before) return before;
  const chars = new CharSet([]);
  for (const word of lexicon.words) chars.add(edgeCode(word, last));
  known.set(lexicon, chars);
  return chars;
}
