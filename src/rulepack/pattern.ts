/**
 * Parses the pattern language of `rules/` and compiles it to states. See docs/rules.md for the language:
 *
 *     @rise @degree? <percent>        a figure in percent after a word of class `rise`
 *     从 @scope? {rank} @to <rank>    literal text, another figure, the figure judged
 *     !@noun  (A | B)  X{0,3}  .  ^  $  #v  (?<name> …)
 */
import { CharSet } from '../model/char-set.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { CompiledPattern, FigureTest, State } from '../model/pattern.ts';
import { DIMENSIONS } from '../model/vocabulary.ts';

/** A fault in a pattern: which character, and what was expected there. */
export class PatternError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'PatternError';
    this.at = at;
  }
}

type Item =
  | { type: 'text'; text: string }
  | { type: 'class'; name: string; at: number }
  | { type: 'tag'; prefix: string }
  | { type: 'figure' | 'subject'; test: FigureTest; at: number }
  | { type: 'any' }
  | { type: 'edge' }
  | { type: 'not'; item: Item }
  | { type: 'group'; options: Item[][]; name: string | null }
  | { type: 'repeat'; item: Item; min: number; max: number };

/** Longest repetition: patterns stay bounded, so that no rule can be slow. */
const MAX_REPEAT = 40;
const SPECIAL = /[\s@#{}<>()|?!^$.'"*+]/;

export function parsePattern(source: string): Item[][] {
  const parser = new Parser(source);
  const options = parser.options();
  if (parser.at < source.length) throw new PatternError(`unexpected '${source[parser.at]}'`, parser.at);
  return options;
}

class Parser {
  at = 0;
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  options(): Item[][] {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options;
  }

  sequence(): Item[] {
    const items: Item[] = [];
    for (;;) {
      this.skipSpace();
      const char = this.source[this.at];
      if (char === undefined || char === '|' || char === ')') return items;
      items.push(this.repeated());
    }
  }

  repeated(): Item {
    const start = this.at;
    const item = this.item();
    if (this.take('?')) return { type: 'repeat', item, min: 0, max: 1 };
    const bounds = /^\{(\d+),(\d+)\}/.exec(this.source.slice(this.at, this.at + 12));
    if (!bounds) {
      if (/^[*+]/.test(this.source.slice(this.at)))
        throw new PatternError('repetition must be bounded: write {0,9}', this.at);
      return item;
    }
    const [min, max] = [Number(bounds[1]), Number(bounds[2])];
    if (max > MAX_REPEAT || min > max) throw new PatternError(`repetition must lie within {0,${MAX_REPEAT}}`, this.at);
    if (item.type === 'not' || item.type === 'edge') throw new PatternError('a test cannot be repeated', start);
    this.at += bounds[0].length;
    return { type: 'repeat', item, min, max };
  }

  item(): Item {
    const at = this.at;
    const char = this.source[at]!;
    if (char === '(') return this.group();
    if (char === '{' || char === '<') return this.figure(char);
    if (char === "'" || char === '"') return { type: 'text', text: this.quoted(char) };
    this.at++;
    if (char === '!') return { type: 'not', item: this.item() };
    if (char === '@') return { type: 'class', name: this.word(/[a-z0-9-]/, 'the name of a class'), at };
    if (char === '#') return { type: 'tag', prefix: this.word(/[a-z]/, 'a part-of-speech tag') };
    if (char === '.') return { type: 'any' };
    if (char === '^' || char === '$') return { type: 'edge' };
    if (SPECIAL.test(char)) throw new PatternError(`unexpected '${char}'`, at);
    this.at = at;
    return { type: 'text', text: this.literal() };
  }

  group(): Item {
    const at = this.at;
    this.at++;
    let name: string | null = null;
    if (this.source.startsWith('?', this.at)) {
      const match = /^\?<([a-z]+)>/.exec(this.source.slice(this.at, this.at + 24));
      if (!match)
        throw new PatternError('only named groups (?<name> …) are known: no lookaround, no back-reference', this.at);
      name = match[1]!;
      this.at += match[0].length;
    }
    const options = this.options();
    if (!this.take(')')) throw new PatternError('this group is never closed', at);
    return { type: 'group', options, name };
  }

  figure(open: '{' | '<'): Item {
    const at = this.at;
    const close = open === '{' ? this.source.indexOf('}', at) : this.closeOfSubject(at);
    if (close < 0) throw new PatternError(`'${open}' is never closed`, at);
    this.at = close + 1;
    const test = parseFigureTest(this.source.slice(at + 1, close), at + 1);
    return { type: open === '{' ? 'figure' : 'subject', test, at };
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
    if (end < 0) throw new PatternError('this quotation is never closed', this.at);
    const text = this.source.slice(this.at + 1, end);
    if (text === '') throw new PatternError('empty text', this.at);
    this.at = end + 1;
    return text;
  }

  /** A run of ordinary characters is one word: 增长? makes all of it optional. */
  literal(): string {
    const start = this.at;
    while (this.at < this.source.length && !SPECIAL.test(this.source[this.at]!)) this.at++;
    return this.source.slice(start, this.at);
  }

  word(allowed: RegExp, expected: string): string {
    const start = this.at;
    while (this.at < this.source.length && allowed.test(this.source[this.at]!)) this.at++;
    if (this.at === start) throw new PatternError(`expected ${expected}`, start);
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

const FORMS = ['number', 'range', 'fraction', 'multiplier', 'vague'] as const;
const STYLES = ['arabic', 'chinese'] as const;
const SCRIPTS = ['arabic', 'chinese', 'mask'] as const;

const listOf = (value: string): string[] => value.split(',').filter(Boolean);

export function parseFigureTest(source: string, at: number): FigureTest {
  const test = {
    dimensions: [] as string[],
    forms: [] as string[],
    symbols: [] as string[],
    raws: [] as string[],
    prefixes: [] as string[],
    scripts: [] as string[],
    masked: null as boolean | null,
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    digits: -1,
    multiplied: false,
    bare: false,
    style: null as string | null,
  };
  for (const condition of source.trim().split(/\s+/)) {
    const compared = /^(number)(<=|>=)(\d+(?:\.\d+)?)$/.exec(condition);
    const valued = /^(unit|raw|form|script|prefix|digits|style)=(.+)$/.exec(condition);
    if (condition === 'any') continue;
    else if (condition === 'masked') test.masked = true;
    else if (condition === '!masked') test.masked = false;
    else if (condition === 'multiplied') test.multiplied = true;
    else if (condition === 'bare') test.bare = true;
    else if (compared?.[2] === '<=') test.max = Number(compared[3]);
    else if (compared) test.min = Number(compared[3]);
    else if (valued?.[1] === 'unit') test.symbols = listOf(valued[2]!);
    else if (valued?.[1] === 'raw') test.raws = listOf(valued[2]!);
    else if (valued?.[1] === 'prefix') test.prefixes = listOf(valued[2]!);
    else if (valued?.[1] === 'digits') test.digits = Number(valued[2]);
    else if (valued?.[1] === 'style') test.style = known([valued[2]!], STYLES, at)[0]!;
    else if (valued?.[1] === 'form') test.forms = known(listOf(valued[2]!), [...FORMS, 'rank'], at);
    else if (valued?.[1] === 'script') test.scripts = known(listOf(valued[2]!), SCRIPTS, at);
    else test.dimensions = known(condition.split('|'), [...DIMENSIONS, 'none'], at);
  }
  return test as FigureTest;
}

function known(values: string[], allowed: readonly string[], at: number): string[] {
  const stranger = values.find((value) => !allowed.includes(value));
  if (stranger !== undefined)
    throw new PatternError(`unknown '${stranger}'; expected one of ${allowed.join(', ')}`, at);
  return values;
}

/** The characters that a walk from here may begin with; null where it may begin with any, or with none. */
function nearestChars(state: State, backwards: boolean): Set<string> | null {
  const charOf = (word: string) => word[backwards ? word.length - 1 : 0]!;
  switch (state.type) {
    case 'text':
      return new Set([charOf(state.text)]);
    case 'class':
      return new Set([...state.lexicon.words].map(charOf));
    case 'open':
    case 'close':
      return nearestChars(state.next, backwards);
    case 'choice': {
      const sets = state.options.map((option) => nearestChars(option, backwards));
      return sets.includes(null) ? null : new Set(sets.flatMap((set) => [...set!]));
    }
    default:
      return null;
  }
}

const nestedSubject = (at: number): PatternError =>
  new PatternError('the figure judged, <…>, must stand at the top of the pattern, not inside a group', at);

/** Where a judged figure stands inside a group, a repetition or a test; null where none does. */
function subjectInside(item: Item): number | null {
  const inner =
    item.type === 'group' ? item.options.flat() : item.type === 'repeat' || item.type === 'not' ? [item.item] : [];
  for (const each of inner) {
    const at = each.type === 'subject' ? each.at : subjectInside(each);
    if (at !== null) return at;
  }
  return null;
}

export type Compilation = { patterns: CompiledPattern[]; needsTokens: boolean };

/** Compiles a pattern; `lexiconOf` answers undefined for a class that does not exist. */
export function compilePattern(source: string, lexiconOf: (name: string) => Lexicon | undefined): Compilation {
  let index = 0;
  let needsTokens = false;

  function stateOf(item: Item, next: State, backwards: boolean): State {
    switch (item.type) {
      case 'text':
        return { type: 'text', text: item.text, next, index: index++ };
      case 'any':
      case 'edge':
        return { type: item.type, next, index: index++ };
      case 'tag':
        needsTokens = true;
        return { type: 'tag', prefix: item.prefix, next, index: index++ };
      case 'figure':
        return { type: 'figure', test: item.test, next, index: index++ };
      case 'class': {
        const lexicon = lexiconOf(item.name);
        if (!lexicon) throw new PatternError(`there is no class @${item.name}`, item.at);
        return { type: 'class', name: item.name, lexicon, next, index: index++ };
      }
      case 'not':
        return {
          type: 'not',
          inner: stateOf(item.item, { type: 'done', index: index++ }, backwards),
          next,
          index: index++,
        };
      case 'repeat':
        return repeated(item, next, backwards);
      case 'group': {
        if (item.name === null) return choice(item.options.map((items) => chain(items, next, backwards)));
        const [first, last] = backwards ? (['close', 'open'] as const) : (['open', 'close'] as const);
        const closing: State = { type: last, name: item.name, next, index: index++ };
        const inner = choice(item.options.map((items) => chain(items, closing, backwards)));
        return { type: first, name: item.name, next: inner, index: index++ };
      }
      case 'subject':
        throw nestedSubject(item.at);
    }
  }

  function choice(options: State[]): State {
    return options.length === 1 ? options[0]! : { type: 'choice', options, index: index++ };
  }

  function repeated(item: Extract<Item, { type: 'repeat' }>, next: State, backwards: boolean): State {
    let state = next;
    for (let k = item.min; k < item.max; k++) state = choice([stateOf(item.item, state, backwards), next]);
    for (let k = 0; k < item.min; k++) state = stateOf(item.item, state, backwards);
    return state;
  }

  function chain(items: Item[], next: State, backwards: boolean): State {
    const ordered = backwards ? items : [...items].reverse();
    return ordered.reduce((state, item) => stateOf(item, state, backwards), next);
  }

  const patterns = parsePattern(source).map((items): CompiledPattern => {
    const nested = items.map(subjectInside).find((at) => at !== null);
    if (nested != null) throw nestedSubject(nested);
    const subjects = items.filter(
      (item): item is Extract<Item, { type: 'figure' | 'subject' }> => item.type === 'subject',
    );
    if (subjects.length !== 1)
      throw new PatternError('a pattern judges exactly one figure: write <percent>, <count>, <any> once', 0);
    const subject = subjects[0]!;
    const at = items.indexOf(subject);
    const left = chain(items.slice(0, at), { type: 'done', index: index++ }, true);
    const right = chain(items.slice(at + 1), { type: 'done', index: index++ }, false);
    const setOf = (chars: Set<string> | null) => (chars ? new CharSet(chars) : null);
    const [leftChars, rightChars] = [setOf(nearestChars(left, true)), setOf(nearestChars(right, false))];
    return { left, test: subject.test, right, leftChars, rightChars };
  });
  return { patterns, needsTokens };
}
