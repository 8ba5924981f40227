/**
 * The stretches of a text that masks stand in. Most of a report holds none, so who asks for masks alone (`check`) reads little of it.
 * A stretch begins and ends where no figure and no note goes on, so that the lexer sees in it what it sees there in the whole text.
 */
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS, SPACES } from '../text/char-set.ts';
import type { LexTables } from './characters.ts';
import { readNote } from './mask.ts';

/** Nothing that the lexer reads as one is longer, but for numerals of more digits than any report has. */
const REACH = 200;
/** A stretch of so many masks without a boundary is cut before one of them. */
const LONGEST = 1 << 16;

/** In text order, not overlapping. */
export function* maskWindows(text: string, tables: LexTables): Generator<Span> {
  const bounds = boundaries(text, tables);
  let open: Span | null = null;
  for (const { start, end } of candidates(text, tables)) {
    const before = bounds.before(start);
    const stop = Math.min(bounds.after(end), end + REACH);
    if (open && start < open.end && start - open.start < LONGEST) {
      open.end = Math.max(open.end, stop);
      continue;
    }
    if (open) yield { start: open.start, end: Math.min(open.end, start) };
    const from: number = Math.max(before, start - REACH, open ? Math.min(open.end, start) : 0);
    open = { start: from, end: stop };
  }
  if (open) yield open;
}

/** Whatever may turn out to be a mask: runs of signs, notes, words. */
function* candidates(text: string, tables: LexTables): Generator<Span> {
  const { byChar, words, notes } = tables.masks;
  const literal = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const setOf = (chars: Iterable<string>) => `[${[...chars].map(literal).join('')}]`;
  const spelt = [...words.words, ...notes.bare.words].map(literal);
  const pattern = new RegExp([`${setOf(byChar.keys())}+`, setOf(notes.brackets.keys()), ...spelt].join('|'), 'g');
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const start = match.index;
    if (!notes.brackets.has(match[0])) {
      yield { start, end: pattern.lastIndex };
      continue;
    }
    const note = readNote(text, start, tables);
    if (note) yield note.span;
  }
}

/** The boundaries next to places that are asked for in rising order; each is found once. */
function boundaries(
  text: string,
  tables: LexTables,
): { before: (at: number) => number; after: (at: number) => number } {
  let last = 0;
  let next = 0;
  const advance = (at: number) => {
    while (next <= at && next < text.length) {
      last = next;
      next = nextBoundary(text, next, tables);
    }
  };
  return {
    before: (at) => {
      advance(at);
      return last;
    },
    after: (at) => {
      advance(at - 1);
      return next;
    },
  };
}

function nextBoundary(text: string, from: number, tables: LexTables): number {
  const { separators } = tables.punctuation;
  for (let i = from; i < text.length; i++) if (separators.at(text, i) && isBoundary(text, i)) return i + 1;
  return text.length;
}

/**
 * No numeral, unit or prefix goes on over a blank line, or a separator without a digit behind it (1,234; 2:1). Notes may: they are
 * looked for themselves.
 */
function isBoundary(text: string, at: number): boolean {
  return text.charAt(at) === '\n' ? endsBlankLine(text, at) : !ARABIC_DIGITS.at(text, at + 1);
}

function endsBlankLine(text: string, at: number): boolean {
  let i = at - 1;
  while (SPACES.at(text, i) && text.charAt(i) !== '\n') i--;
  return text.charAt(i) === '\n';
}
