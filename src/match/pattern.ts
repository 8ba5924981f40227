/** Runs a compiled pattern outward from a figure. */
import type { CompiledPattern, FigureStyle, FigureTest, State } from '../model/pattern.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { WordIndex } from '../model/word-index.ts';
import { passes } from './figure-test.ts';

/** What a pattern may look at: the sentence around the figure and what is known of it. */
export type Context = {
  text: string;
  /** Patterns never look beyond the sentence. */
  window: Span;
  /** Which digits most figures of the report are written in. */
  style: FigureStyle;
  isDelimiter: (char: string) => boolean;
  quantityFrom: (start: number) => Quantity | undefined;
  quantityUntil: (end: number) => Quantity | undefined;
  words: WordIndex;
};

export type PatternMatch = { span: Span; captures: ReadonlyMap<string, Span> };

/** Told of every state that a walk could not get past, and how many atoms it had taken before. */
export type OnStop = (state: State, at: number, taken: number) => void;

export function matchPattern(pattern: CompiledPattern, subject: Quantity, context: Context): PatternMatch | null {
  if (!mayMatch(pattern, subject, context) || !passes(pattern.test, subject, context.style)) return null;
  return walkOut(pattern, subject, context);
}

/** Both contexts of a figure that has passed the pattern's test. */
export function walkOut(
  { left: leftward, right: rightward }: CompiledPattern,
  { span }: Quantity,
  context: Context,
  onStop?: OnStop,
): PatternMatch | null {
  const left = new Walk(context, -1, onStop).run(leftward, span.start);
  if (!left) return null;
  const right = new Walk(context, 1, onStop).run(rightward, span.end);
  if (!right) return null;
  return { span: { start: left.end, end: right.end }, captures: new Map([...left.captures, ...right.captures]) };
}

/** A look at the two characters beside the figure settles most patterns. */
function mayMatch({ leftChars, rightChars }: CompiledPattern, { span }: Quantity, { text }: Context): boolean {
  return isAmong(leftChars, text.charCodeAt(span.start - 1)) && isAmong(rightChars, text.charCodeAt(span.end));
}

const isAmong = (chars: ReadonlySet<number> | null, code: number): boolean =>
  chars === null || chars.has(code) || isSpace(code);

type Result = { end: number; captures: Map<string, Span> };

type Consuming = Extract<State, { type: 'text' | 'class' | 'tag' | 'figure' | 'any' }>;

/**
 * A walk in one direction. Every (state, place) is looked at no more than once: whether one fails does not depend on the way there,
 * so what has failed is never tried again.
 */
class Walk {
  readonly #context: Context;
  readonly #step: 1 | -1;
  readonly #onStop: OnStop | undefined;
  #failed: Set<number> | null = null;
  #taken = 0;

  constructor(context: Context, step: 1 | -1, onStop?: OnStop) {
    this.#context = context;
    this.#step = step;
    this.#onStop = onStop;
  }

  run(state: State, at: number): Result | null {
    if (state.type === 'done') return { end: at, captures: new Map() };
    const key = state.index * 4096 + this.#room(at);
    if (this.#failed?.has(key)) return null;
    const result = this.#try(state, at);
    if (result) return result;
    this.#failed ??= new Set();
    this.#failed.add(key);
    return null;
  }

  #try(state: Exclude<State, { type: 'done' }>, at: number): Result | null {
    switch (state.type) {
      case 'choice':
        return this.#first(state.options, at);
      case 'open':
      case 'close':
        return this.#capture(state, at);
      case 'edge':
        return this.#isEdge(at) ? this.run(state.next, at) : this.#stop(state, at);
      case 'not':
        return this.#stands(state.inner, at) ? this.#stop(state, at) : this.run(state.next, at);
      default:
        return this.#consume(state, at);
    }
  }

  #stop(state: State, at: number): null {
    this.#onStop?.(state, at, this.#taken);
    return null;
  }

  /** What is looked for to be absent is no step on the way. */
  #stands(inner: State, at: number): boolean {
    const walk = new Walk(this.#context, this.#step);
    walk.#failed = this.#failed ??= new Set();
    return walk.run(inner, at) !== null;
  }

  #first(options: readonly State[], at: number): Result | null {
    for (const option of options) {
      const result = this.run(option, at);
      if (result) return result;
    }
    return null;
  }

  /** `open` stands at the start of a capture in text order, `close` at its end, whichever way the walk goes. */
  #capture(state: Extract<State, { type: 'open' | 'close' }>, at: number): Result | null {
    const result = this.run(state.next, at);
    if (!result) return null;
    const span = result.captures.get(state.name) ?? { start: at, end: at };
    const place = state.type === 'open' ? { start: at } : { end: at };
    result.captures.set(state.name, { ...span, ...place });
    return result;
  }

  #consume(state: Consuming, from: number): Result | null {
    const at = this.#skipSpace(from);
    const lengths = this.#lengths(state, at);
    if (lengths.length === 0) return this.#stop(state, at);
    this.#taken++;
    for (const length of lengths) {
      const result = this.run(state.next, at + length * this.#step);
      if (result) return result;
    }
    this.#taken--;
    return null;
  }

  /** How much of the window lies ahead; a few hundred characters, however long the figure is. */
  #room(at: number): number {
    const { window } = this.#context;
    return this.#step === 1 ? window.end - at : at - window.start;
  }

  /** How many characters the state may take at a place, best first. */
  #lengths(state: Consuming, at: number): number[] {
    const { text, window, isDelimiter } = this.#context;
    const forward = this.#step === 1;
    const room = this.#room(at);
    if (room <= 0) return [];
    switch (state.type) {
      case 'text': {
        const { length } = state.text;
        const start = forward ? at : at - length;
        return length <= room && text.startsWith(state.text, start) ? [length] : [];
      }
      case 'class': {
        const lengths = forward
          ? state.lexicon.lengthsAt(text, at, window.end)
          : state.lexicon.lengthsBefore(text, at, window.start);
        // A lone character is a word only where the segmenter sees one: 快 is none in 加快.
        return lengths.filter((length) => length > 1 || this.#isWord(forward ? at : at - 1));
      }
      case 'any':
        return isDelimiter(text[forward ? at : at - 1]!) ? [] : [1];
      case 'tag': {
        const { words } = this.#context;
        const word = forward ? words.from(at) : words.until(at);
        return word?.tag.startsWith(state.prefix) ? [word.text.length] : [];
      }
      case 'figure':
        return this.#figureLength(state.test, at);
    }
  }

  #figureLength(test: FigureTest, at: number): number[] {
    const quantity = this.#step === 1 ? this.#context.quantityFrom(at) : this.#context.quantityUntil(at);
    return quantity && passes(test, quantity, this.#context.style) ? [quantity.span.end - quantity.span.start] : [];
  }

  #isWord(at: number): boolean {
    const { words } = this.#context;
    return words.isBoundary(at) && words.isBoundary(at + 1);
  }

  /** Spaces between words are no part of any pattern: 增长 5.4 %. */
  #skipSpace(at: number): number {
    const { text, window } = this.#context;
    let i = at;
    if (this.#step === 1) while (i < window.end && isSpace(text.charCodeAt(i))) i++;
    else while (i > window.start && isSpace(text.charCodeAt(i - 1))) i--;
    return i;
  }

  #isEdge(from: number): boolean {
    const { text, window, isDelimiter } = this.#context;
    const at = this.#skipSpace(from);
    if (this.#step === 1) return at >= window.end || isDelimiter(text[at]!);
    return at <= window.start || isDelimiter(text[at - 1]!);
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0xa0;
