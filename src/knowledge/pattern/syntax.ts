/** Parses the pattern language of rules. docs/rules.md explains it. */

import type { FaultCode } from '../../messages/fault.ts';
import type { Facts } from '../../model/diagnostic.ts';
import { PatternError } from './error.ts';
import { parseFigureTest } from './figure-test.ts';
import type { FigureTest } from './table.ts';

/** Where an item stands in the pattern. */
type Extent = { at: number; to: number };

export type PatternItem = Extent &
  (
    | { type: 'text'; text: string }
    | { type: 'class'; name: string }
    | { type: 'tag'; prefix: string }
    | { type: 'figure' | 'subject'; test: FigureTest }
    | { type: 'any' }
    | { type: 'edge' }
    | { type: 'not'; item: PatternItem }
    | { type: 'group'; options: PatternItem[][]; name: string | null }
    | { type: 'repeat'; item: PatternItem; min: number; max: number }
  );

/** Longest repetition: patterns stay bounded, so that no rule can be slow. */
const MAX_REPEAT = 40;
/** A sign that means something, or that means something in other languages and would be taken for text here. */
const SPECIAL = /[\s@#{}<>()|?!^$.'"*+[\]\\]/;

/** The alternatives at the top of a pattern. */
export function parsePattern(source: string): PatternItem[][] {
  const parser = new Parser(source);
  const options = parser.options();
  if (parser.at < source.length) throw parser.error('UNEXPECTED', { char: source.charAt(parser.at) });
  return options;
}

class Parser {
  at = 0;
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  error(code: FaultCode, facts: Facts = {}, at = this.at): PatternError {
    return new PatternError(code, facts, at);
  }

  options(): PatternItem[][] {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options;
  }

  sequence(): PatternItem[] {
    const items: PatternItem[] = [];
    for (;;) {
      this.skipSpace();
      const char = this.source[this.at];
      if (char === undefined || char === '|' || char === ')') return items;
      items.push(this.repeated());
    }
  }

  repeated(): PatternItem {
    const at = this.at;
    const item = this.item();
    if (this.take('?')) return { type: 'repeat', item, min: 0, max: 1, at, to: this.at };
    if (/[*+]/.test(this.source[this.at] ?? '')) throw this.error('UNBOUNDED');
    const bounds = /^\{(\d+)(?:,(\d+))?\}/.exec(this.source.slice(this.at, this.at + 12));
    if (!bounds) return item;
    const [min, max] = [Number(bounds[1]), Number(bounds[2] ?? bounds[1])];
    if (max > MAX_REPEAT || min > max) throw this.error('REPEAT_RANGE', { max: MAX_REPEAT });
    if (item.type === 'not' || item.type === 'edge') throw this.error('REPEATED_TEST', {}, at);
    this.at += bounds[0].length;
    return { type: 'repeat', item, min, max, at, to: this.at };
  }

  item(): PatternItem {
    const at = this.at;
    const char = this.source.charAt(at);
    if (char === '(') return this.group();
    if (char === '{' || char === '<') return this.figure(char);
    if (char === "'" || char === '"') return { type: 'text', text: this.quoted(char), at, to: this.at };
    if (char === '[' || char === ']') throw this.error('CHARACTER_SET');
    if (char === '\\') throw this.error(/[1-9k]/.test(this.source[at + 1] ?? '') ? 'BACK_REFERENCE' : 'ESCAPE');
    this.at++;
    if (char === '!') return { type: 'not', item: this.item(), at, to: this.at };
    if (char === '@') return { type: 'class', name: this.word(/[a-z0-9-]/, '@', 'CLASS'), at, to: this.at };
    if (char === '#') return { type: 'tag', prefix: this.word(/[a-z]/, '#', 'POS'), at, to: this.at };
    if (char === '.') return { type: 'any', at, to: this.at };
    if (char === '^' || char === '$') return { type: 'edge', at, to: this.at };
    if (SPECIAL.test(char)) throw this.error('UNEXPECTED', { char }, at);
    this.at = at;
    return { type: 'text', text: this.literal(), at, to: this.at };
  }

  group(): PatternItem {
    const at = this.at;
    this.at++;
    const name = this.source[this.at] === '?' ? this.captureName() : null;
    const options = this.options();
    if (!this.take(')')) throw this.error('OPEN_GROUP', {}, at);
    return { type: 'group', options, name, at, to: this.at };
  }

  captureName(): string {
    const rest = this.source.slice(this.at, this.at + 24);
    const [opening, name] = /^\?<([a-z]+)>/.exec(rest) ?? [];
    if (opening === undefined || name === undefined)
      throw this.error(/^\?<?[=!]/.test(rest) ? 'LOOKAROUND' : 'GROUP_FLAG');
    this.at += opening.length;
    return name;
  }

  figure(open: '{' | '<'): PatternItem {
    const at = this.at;
    const close = open === '{' ? this.source.indexOf('}', at) : this.closeOfSubject(at);
    if (close < 0) throw this.error('OPEN_FIGURE', { open });
    this.at = close + 1;
    const test = parseFigureTest(this.source.slice(at + 1, close), at + 1);
    return { type: open === '{' ? 'figure' : 'subject', test, at, to: this.at };
  }

  /** The `>` that closes `<…>`, which is not the one of `number>=3`. */
  closeOfSubject(at: number): number {
    for (let i = at + 1; i < this.source.length; i++) {
      if (this.source[i] === '>' && this.source[i + 1] !== '=') return i;
    }
    return -1;
  }

  quoted(quote: string): string {
    const end = this.source.indexOf(quote, this.at + 1);
    if (end < 0) throw this.error('OPEN_QUOTE');
    const text = this.source.slice(this.at + 1, end);
    if (text === '') throw this.error('EMPTY_TEXT');
    this.at = end + 1;
    return text;
  }

  /** A run of ordinary characters is one word: 增长? makes all of it optional. */
  literal(): string {
    const start = this.at;
    while (this.at < this.source.length && !SPECIAL.test(this.source.charAt(this.at))) this.at++;
    return this.source.slice(start, this.at);
  }

  word(allowed: RegExp, sign: string, expected: string): string {
    const start = this.at;
    while (this.at < this.source.length && allowed.test(this.source.charAt(this.at))) this.at++;
    if (this.at === start) throw this.error('NO_NAME', { sign, expected });
    return this.source.slice(start, this.at);
  }

  take(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at++;
    return true;
  }

  skipSpace(): void {
    while (/\s/.test(this.source[this.at] ?? '')) this.at++;
  }
}
