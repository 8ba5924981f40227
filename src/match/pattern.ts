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

export function matchPattern(pattern: CompiledPattern, subject: Quantity, context: Context): PatternMatch | null {
  if (!mayMatch(pattern, subject, context) || !passes(pattern.test, subject, context.style)) return null;
  const left = new Walk(context, -1).run(pattern.left, subject.span.start);
  if (!left) return null;
  const right = new Walk(context, 1).run(pattern.right, subject.span.end);
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

/** A walk in one direction. Looks at every (state, place) at most once, so a failed branch is never tried again. */
class Walk {
  readonly #context: Context;
  readonly #step: 1 | -1;
  readonly #failed = new Set<number>();

  constructor(context: Context, step: 1 | -1) {
    this.#context = context;
    this.#step = step;
  }

  run(state: State, at: number): Result | null {
    switch (state.type) {
      case 'done':
        return { end: at, captures: new Map() };
      case 'choice':
        return this.#first(state.options, at);
      case 'open':
      case 'close':
        return this.#capture(state, at);
      case 'edge':
        return this.#isEdge(at) ? this.run(state.next, at) : null;
      case 'not':
        return new Walk(this.#context, this.#step).run(state.inner, at) ? null : this.run(state.next, at);
      default:
        return this.#consume(state, at);
    }
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

  #consume(
    state: Exclude<State, { type: 'done' | 'choice' | 'open' | 'close' | 'edge' | 'not' }>,
    from: number,
  ): Result | null {
    const at = this.#skipSpace(from);
    const key = state.index * 4096 + Math.abs(at - this.#context.window.start);
    if (this.#failed.has(key)) return null;
    for (const length of this.#lengths(state, at)) {
      const result = this.run(state.next, at + length * this.#step);
      if (result) return result;
    }
    this.#failed.add(key);
    return null;
  }

  /** How many characters the state may take at a place, best first. */
  #lengths(
    state: Exclude<State, { type: 'done' | 'choice' | 'open' | 'close' | 'edge' | 'not' }>,
    at: number,
  ): number[] {
    const { text, window, isDelimiter } = this.#context;
    const forward = this.#step === 1;
    const room = forward ? window.end - at : at - window.start;
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
