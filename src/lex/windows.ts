/**
 * The stretches of a text that masks stand in. Most of a report holds none, so who asks for masks alone (`check`) reads little of it.
 * A stretch begins and ends where no figure and no note goes on, so that the lexer sees in it what it sees there in the whole text.
 */
import type { Span } from '../model/span.ts';
import type { LexTables } from './characters.ts';
import { readNote } from './mask.ts';

/** Where no numeral, unit or prefix goes on. Notes may: they are looked for themselves. */
const BOUNDARY = /[。；！？、]|\n\s*\n/g;

/** In text order, not overlapping. */
export function* maskWindows(text: string, tables: LexTables): Generator<Span> {
  const bounds = boundaries(text);
  let open: Span | null = null;
  for (const { start, end } of candidates(text, tables)) {
    if (open && start < open.end) {
      open.end = Math.max(open.end, bounds.after(end));
      continue;
    }
    if (open) yield open;
    open = { start: bounds.before(start), end: bounds.after(end) };
  }
  if (open) yield open;
}

/** Whatever may turn out to be a mask. */
function* candidates(text: string, tables: LexTables): Generator<Span> {
  const { byChar, words, notes } = tables.masks;
  const literal = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const signs = [...new Set([...byChar.keys(), ...notes.brackets.keys()])].map(literal).join('');
  const pattern = new RegExp([`[${signs}]`, ...[...words.words, ...notes.bare.words].map(literal)].join('|'), 'g');
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

/** Asked in rising order; each boundary is found once. */
function boundaries(text: string): { before: (at: number) => number; after: (at: number) => number } {
  const pattern = new RegExp(BOUNDARY);
  let last = 0;
  let next = 0;
  const advance = (at: number) => {
    while (next <= at && next < text.length) {
      last = next;
      next = pattern.exec(text) ? pattern.lastIndex : text.length;
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
