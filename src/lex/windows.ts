/**
 * The stretches of a text that masks stand in. Most of a report holds none, so who asks for masks alone (`check`) reads little of it.
 * A stretch begins and ends where no figure and no note goes on, so that the lexer sees in it what it sees there in the whole text.
 */
import { beginWord, TRACE } from '../knowledge/masks/trace-kinds.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS, SPACES } from '../text/char-set.ts';
import { codeAt } from '../text/code-at.ts';
import { arabicDigit, type LexTables } from './characters.ts';
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

/**
 * Whether a text may hold a mask, told by looking for few characters. `dense`: the same without blanks and line ends, where all stands
 * together that the lexer may come to see together. False for nearly all reports that are complete: nobody need read them further.
 */
export const mayHoldMask = (text: string, dense: () => string, tables: LexTables): boolean =>
  holdsTrace(text, tables) &&
  (holdsSign(text, tables) || holdsSign(dense(), tables) || tables.masks.traces.words.isIn(dense()));

/** Tells in one pass, without making the text dense, that there is nothing to look for. What may be gone from between two characters is passed over. */
function holdsTrace(text: string, tables: LexTables): boolean {
  const { kinds, beginnings } = tables.masks.traces;
  const { table } = kinds;
  let before = 0;
  let place = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = table[text.charCodeAt(i)]!;
    if (kind !== 0) {
      if ((kind & TRACE.sign) !== 0 || ((before & TRACE.bracket) !== 0 && (kind & TRACE.blank) !== 0)) return true;
      if ((before & TRACE.first) !== 0 && (kind & TRACE.second) !== 0)
        if (beginWord(text.charAt(place), text.charAt(i), beginnings)) return true;
      if ((kind & TRACE.passing) !== 0) continue;
    }
    before = kind;
    place = i;
  }
  return false;
}

/** A run of signs that is long enough for a mask, or beside a digit; 〇 alone is none. */
function holdsSign(text: string, tables: LexTables): boolean {
  const { sign, blank } = tables.masks.traces;
  for (let match = nextMatch(sign, text, 0); match; match = nextMatch(sign, text, sign.lastIndex)) {
    const { min } = tables.masks.byChar.get(match[0])!;
    if (min === 1 || goesOn(text, match.index - 1, tables) || goesOn(text, sign.lastIndex, tables)) return true;
  }
  return nextMatch(blank, text, 0) !== null;
}

/** Patterns are kept, since V8 compiles each for itself; others may be looking with one meanwhile. */
function nextMatch(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const goesOn = (text: string, at: number, { masks, numerals }: LexTables): boolean =>
  masks.byChar.has(text.charAt(at)) || numerals.decimalPoints.at(text, at) || arabicDigit(codeAt(text, at)) >= 0;

/** Whatever may turn out to be a mask: runs of signs, notes, words. */
function* candidates(text: string, tables: LexTables): Generator<Span> {
  const {
    notes: { brackets },
    traces: { candidate },
  } = tables.masks;
  let end = 0;
  for (let match = nextMatch(candidate, text, 0); match; match = nextMatch(candidate, text, end)) {
    const start = match.index;
    end = start + match[0].length;
    if (!brackets.has(match[0])) yield { start, end };
    else {
      const note = readNote(text, start, tables);
      if (note) yield note.span;
    }
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
