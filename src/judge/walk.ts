/** Runs a compiled pattern outward from a figure. */

import { isOfKind } from '../knowledge/pattern/candidates.ts';
import type { CompiledPattern, FigureStyle, FigureTest, PatternState } from '../knowledge/pattern/table.ts';
import type { Lexed, Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { BLANKS, type CharSet } from '../text/char-set.ts';
import { codeAt } from '../text/code-at.ts';
import type { Lexicon } from '../text/lexicon.ts';
import type { WordIndex } from '../text/words.ts';
import { hasValue, kindOf, passes } from './figure-test.ts';

/** What a pattern may look at: the sentence around the figure and what is known of it. */
export type FigureContext = {
  text: string;
  /** Patterns never look beyond the sentence. */
  window: Span;
  /** Which digits most figures of the report are written in. */
  style: FigureStyle;
  delimiters: CharSet;
  quantities: Pick<Lexed, 'startingAt' | 'endingAt'>;
  words: WordIndex;
};

export type PatternMatch = { span: Span; captures: ReadonlyMap<string, Span> };

export const matchPattern = (
  pattern: CompiledPattern,
  subject: Quantity,
  context: FigureContext,
): PatternMatch | null =>
  mayMatch(pattern, subject, context) && isOfKind(pattern.test, kindOf(subject)) && mayReach(pattern, subject, context)
    ? matchCandidate(pattern, subject, context)
    : null;

/** The same for a pattern whose test is met by figures of this kind, and that the characters and words beside it may match. */
export function matchCandidate(
  pattern: CompiledPattern,
  subject: Quantity,
  context: FigureContext,
): PatternMatch | null {
  if (!hasValue(pattern.test, subject, context.style)) return null;
  const left = walk(context, -1, pattern.left, subject.span.start);
  if (!left) return null;
  const right = walk(context, 1, pattern.right, subject.span.end);
  if (!right) return null;
  return { span: { start: left.end, end: right.end }, captures: union(left.captures, right.captures) };
}

/** Most patterns ask for nothing on one side. */
const walk = (context: FigureContext, step: 1 | -1, state: PatternState, at: number): Result | null =>
  state.type === 'done' ? { end: at, captures: null } : new Walk(context, step).run(state, at);

/** Where a pattern fails on a figure: at the figure itself, or at the states one of which should have stood farthest from it. */
export type Stop = { side: 'figure' } | { side: 'left' | 'right'; states: readonly PatternState[]; at: number };

/** Null where the pattern matches. */
export function stopOf(pattern: CompiledPattern, subject: Quantity, context: FigureContext): Stop | null {
  if (!passes(pattern.test, subject, context.style)) return { side: 'figure' };
  const { start, end } = subject.span;
  return farthest(pattern.left, start, -1, context) ?? farthest(pattern.right, end, 1, context);
}

function farthest(start: PatternState, from: number, step: 1 | -1, context: FigureContext): Stop | null {
  const states = new Set<PatternState>();
  let reach = 0;
  const onStop = (state: PatternState, at: number) => {
    if (!isAtom(state) || (at - from) * step < reach) return;
    if ((at - from) * step > reach) states.clear();
    reach = (at - from) * step;
    states.add(state);
  };
  if (new Walk(context, step, onStop).run(start, from)) return null;
  return { side: step === 1 ? 'right' : 'left', states: [...states], at: from + reach * step };
}

const isAtom = ({ type }: PatternState): boolean => !['choice', 'open', 'close', 'done'].includes(type);

type Captures = ReadonlyMap<string, Span>;

const NO_CAPTURES: Captures = new Map();

const union = (left: Captures | null, right: Captures | null): Captures =>
  left && right ? new Map([...left, ...right]) : (left ?? right ?? NO_CAPTURES);

/** A look at the two characters beside the figure settles most patterns. */
function mayMatch({ leftChars, rightChars }: CompiledPattern, { span }: Quantity, { text }: FigureContext): boolean {
  return isAmong(leftChars, codeAt(text, span.start - 1)) && isAmong(rightChars, codeAt(text, span.end));
}

/** A look for the words that the pattern cannot do without settles most of the others, and cuts no words. */
function mayReach(
  { leftWords, rightWords }: CompiledPattern,
  { span }: Quantity,
  { text, window }: FigureContext,
): boolean {
  return (
    (leftWords === null || standsIn(text.slice(window.start, span.start), leftWords)) &&
    (rightWords === null || standsIn(text.slice(span.end, window.end), rightWords))
  );
}

function standsIn(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}

const isAmong = (chars: CharSet | null, code: number): boolean => chars === null || chars.has(code) || BLANKS.has(code);

/** `captures` is made by the first capture: most matches have none. */
type Result = { end: number; captures: Captures | null };

type Consuming = Exclude<PatternState, { type: 'done' | 'choice' | 'open' | 'close' | 'edge' | 'not' }>;

/** A walk that fails more seldom needs no memory of where. */
const SHORT = 256;

/**
 * A walk in one direction. Whether it fails from a (state, place) does not depend on the way there, so but for a few such failures none
 * is found out twice, and a pattern cannot take longer than its states times the places it may look at.
 */
class Walk {
  readonly #context: FigureContext;
  readonly #step: 1 | -1;
  /** Told of each state that the text does not meet. */
  readonly #onStop: ((state: PatternState, at: number) => void) | undefined;
  #failures = 0;
  #failed: Set<number> | null = null;

  constructor(context: FigureContext, step: 1 | -1, onStop?: (state: PatternState, at: number) => void) {
    this.#context = context;
    this.#step = step;
    this.#onStop = onStop;
  }

  run(state: PatternState, at: number): Result | null {
    const { window } = this.#context;
    const key = state.index * (window.end - window.start + 1) + at - window.start;
    if (this.#failed?.has(key)) return null;
    const result = this.#try(state, at);
    if (!result) this.#onStop?.(state, at);
    if (!result && ++this.#failures >= SHORT) {
      this.#failed ??= new Set();
      this.#failed.add(key);
    }
    return result;
  }

  #try(state: PatternState, at: number): Result | null {
    switch (state.type) {
      case 'done':
        return { end: at, captures: null };
      case 'choice':
        return this.#first(state.options, at);
      case 'open':
      case 'close':
        return this.#capture(state, at);
      case 'edge':
        return this.#isEdge(at) ? this.run(state.next, at) : null;
      case 'not':
        return this.#stands(state.inner, at) ? null : this.run(state.next, at);
      default:
        return this.#consume(state, this.#skipSpace(at));
    }
  }

  /** What must not stand here is no state that the text should meet. */
  #stands(inner: PatternState, at: number): boolean {
    const walk = this.#onStop ? new Walk(this.#context, this.#step) : this;
    return walk.run(inner, at) !== null;
  }

  #first(options: readonly PatternState[], at: number): Result | null {
    for (const option of options) {
      const result = this.run(option, at);
      if (result) return result;
    }
    return null;
  }

  /** `open` stands at the start of a capture in text order, `close` at its end, whichever way the walk goes. */
  #capture(state: Extract<PatternState, { type: 'open' | 'close' }>, at: number): Result | null {
    const result = this.run(state.next, at);
    if (!result) return null;
    const captures = new Map(result.captures);
    const span = captures.get(state.name) ?? { start: at, end: at };
    captures.set(state.name, { ...span, ...(state.type === 'open' ? { start: at } : { end: at }) });
    return { end: result.end, captures };
  }

  #consume(state: Consuming, at: number): Result | null {
    const { window } = this.#context;
    const room = this.#step === 1 ? window.end - at : at - window.start;
    if (room <= 0) return null;
    if (state.type === 'class') return this.#consumeWord(state, at);
    const length = this.#length(state, at, room);
    return length > 0 ? this.run(state.next, at + length * this.#step) : null;
  }

  /** The words of the class that stand here, the longest first. */
  #consumeWord(state: Extract<PatternState, { type: 'class' }>, at: number): Result | null {
    let limit = this.#step === 1 ? this.#context.window.end : this.#context.window.start;
    for (;;) {
      const length = this.#lengthOfWord(state.lexicon, at, limit);
      if (length === 0) return null;
      // A lone character is a word only where the segmenter sees one: 快 is none in 加快.
      const result = length > 1 || this.#isWord(at) ? this.run(state.next, at + length * this.#step) : null;
      if (result || length === 1) return result;
      limit = at + (length - 1) * this.#step;
    }
  }

  #lengthOfWord(lexicon: Lexicon, at: number, limit: number): number {
    const { text } = this.#context;
    return this.#step === 1 ? lexicon.longestAt(text, at, limit) : lexicon.longestBefore(text, at, limit);
  }

  /** How many characters the state takes at a place; 0 where it does not match. */
  #length(state: Exclude<Consuming, { type: 'class' }>, at: number, room: number): number {
    const { text, delimiters, words } = this.#context;
    const forward = this.#step === 1;
    switch (state.type) {
      case 'text': {
        const { length } = state.text;
        return length <= room && text.startsWith(state.text, forward ? at : at - length) ? length : 0;
      }
      case 'any':
        return delimiters.at(text, forward ? at : at - 1) ? 0 : 1;
      case 'tag': {
        const word = forward ? words.from(at) : words.until(at);
        return word?.tag.startsWith(state.prefix) ? word.text.length : 0;
      }
      case 'figure':
        return this.#figureLength(state.test, at);
    }
  }

  #figureLength(test: FigureTest, at: number): number {
    const { startingAt, endingAt } = this.#context.quantities;
    const quantity = (this.#step === 1 ? startingAt : endingAt).get(at);
    return quantity && passes(test, quantity, this.#context.style) ? quantity.span.end - quantity.span.start : 0;
  }

  /** Whether the next character of the walk is a word. */
  #isWord(at: number): boolean {
    const { words } = this.#context;
    return words.isBoundary(at) && words.isBoundary(at + this.#step);
  }

  /** Spaces between words are no part of any pattern: 增长 5.4 %. */
  #skipSpace(at: number): number {
    const { text, window } = this.#context;
    let i = at;
    if (this.#step === 1) while (i < window.end && BLANKS.at(text, i)) i++;
    else while (i > window.start && BLANKS.at(text, i - 1)) i--;
    return i;
  }

  #isEdge(from: number): boolean {
    const { text, window, delimiters } = this.#context;
    const at = this.#skipSpace(from);
    if (this.#step === 1) return at >= window.end || delimiters.at(text, at);
    return at <= window.start || delimiters.at(text, at - 1);
  }
}
