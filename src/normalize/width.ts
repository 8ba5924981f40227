/** The width at which the lines of a text end, where they end at one. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Line, Pair } from './lines.ts';

/** How long lines are: in characters, or in columns of which a Han character takes two. */
type LengthOf = (line: Line) => number;

/** A width, and how many lines that end without a sign are as long. */
type Fit = { width: number; open: number };

export type Measure = {
  /** Whether a line is as long as lines are. */
  isFull: (pair: Pair) => boolean;
  /** The same, or it lacks no more than what could not be parted at the beginning of the next. */
  isNearlyFull: (pair: Pair) => boolean;
  /** Lines end where characters do, so that a blank at an end is one of the paragraph. */
  isExact: boolean;
};

/** Shorter lines are verse, lists and tables; in columns. */
const NARROWEST = 30;
/** A text may hold this share of longer lines: addresses, rows of tables. */
const LONGER = 0.03;
/** So many widths are tried. */
const MOST_WIDTHS = 12;
/** Most full lines end without a sign; a fifth of them, and one at least, cuts a word, a number, a clause or a statement. */
const LEAST_OPEN = 0.7;
const LEAST_CUT = 0.2;
/** A line ends so many columns early at most, beside what could not be parted. */
const SLACK = 5;
/** An inexact width must account for so many times as many lines as an exact one. */
const VAGUE = 1.1;
/** So many lines at least where they end at about one width, and not at exactly one. */
const LEAST_LINES = 4;

/** Punctuation of Chinese texts is as wide as a Han character. */
const widthAt = (text: string, at: number): number => (text.charCodeAt(at) >= 0x2010 ? 2 : 1);

function columnsOf(text: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end; i++) columns += widthAt(text, i);
  return columns;
}

/** The measure by which the lines of a text are cut; null where each ends a paragraph. */
export function measureOf(
  text: string,
  lines: readonly Line[],
  pairs: readonly Pair[],
  punctuation: Punctuation,
): Measure | null {
  // One blank at an end is a character of the paragraph; many are there to fill the line.
  const padded = ({ end, padding }: Line) => end + (padding === 1 ? 1 : 0);
  const characters = (line: Line) => padded(line) - (line.start - line.indent);
  if (areTooLong(lines, pairs)) return null;
  const widths = new Map(lines.map((line) => [line, columnsOf(text, line.start - line.indent, line.end)]));
  const columns = (line: Line) => widths.get(line) ?? 0;
  /** Up to a width in columns. */
  const nearly =
    (width: number) =>
    ({ before, after }: Pair) =>
      columns(before) + unitColumns(text, after, punctuation) > width - SLACK;
  const exact = (lengthOf: LengthOf, slack: number, fit: Fit | null) => {
    if (!fit) return null;
    const isFull = ({ before }: Pair) => lengthOf(before) >= fit.width - slack;
    const isNearly = nearly(lengthOf === columns ? fit.width : 2 * fit.width);
    const isNearlyFull = (pair: Pair) => isFull(pair) || isNearly(pair);
    return { isFull, isNearlyFull, isExact: true, open: fit.open, doubt: 1 };
  };
  const about = (fit: Fit | null) => {
    if (!fit) return null;
    const isFull = nearly(fit.width);
    return { isFull, isNearlyFull: isFull, isExact: false, open: fit.open, doubt: VAGUE };
  };
  const found = [
    exact(characters, 0, widthOf(lines, pairs, characters, 0, NARROWEST / 2)),
    exact(columns, 1, widthOf(lines, pairs, columns, 1, NARROWEST)),
    about(widthOf(lines, pairs, columns, SLACK, NARROWEST, LEAST_LINES)),
  ].filter((each) => each !== null);
  return found.reduce<(typeof found)[number] | null>(
    (best, each) => (each.open > (best?.open ?? 0) * each.doubt ? each : best),
    null,
  );
}

/** More lines than may be are longer, in characters or columns, than any that ends without a sign: most texts, whose lines are paragraphs. */
function areTooLong(lines: readonly Line[], pairs: readonly Pair[]): boolean {
  let longest = 0;
  for (const { before } of pairs)
    if (before.isOpen || before.padding > 1) longest = Math.max(longest, before.end - before.start + before.indent);
  const longer = lines.filter(({ start, end }) => end - start > 2 * longest + 2).length;
  return longest * 2 < NARROWEST || longer > lines.length * LONGER;
}

/** A longer word or number is no reason for a short line. */
const LONGEST_UNIT = 40;
const MOST_SIGNS = 3;

/** The width of what could not be parted at the beginning of a line: a word or number, or a character, with the signs at its sides. */
function unitColumns(
  text: string,
  { start, end }: Line,
  { openers, closers, separators, sentenceEnds }: Punctuation,
): number {
  let i = start;
  while (i < end && i - start < MOST_SIGNS && openers.at(text, i)) i++;
  const first = i;
  while (i < end && i - first < LONGEST_UNIT && isUnparted(text.charCodeAt(i))) i++;
  if (i === first) i++;
  const last = i;
  while (
    i < end &&
    i - last < MOST_SIGNS &&
    (closers.at(text, i) || separators.at(text, i) || sentenceEnds.at(text, i))
  )
    i++;
  return columnsOf(text, start, i);
}

/** What words and numbers are made of that no line parts: printed ASCII, and the full-width digits, point and percent sign. */
const isUnparted = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) || (code >= 0xff10 && code <= 0xff19) || code === 0xff0e || code === 0xff05;

function widthOf(
  lines: readonly Line[],
  pairs: readonly Pair[],
  lengthOf: LengthOf,
  slack: number,
  narrowest: number,
  least = 1,
): Fit | null {
  const lengths = lines.map(lengthOf).sort((a, b) => b - a);
  const longer = Math.floor(lengths.length * LONGER);
  const candidates = [...new Set(lengths.slice(0, longer + 1))].slice(0, MOST_WIDTHS);
  for (const width of candidates) {
    if (width < narrowest) return null;
    const full = pairs.filter(({ before }) => isWithin(lengthOf(before), width, slack));
    const open = full.filter(({ before }) => before.isOpen || before.padding > 1);
    const cut = open.filter(({ before, evidence }) => before.isAmid || evidence() > 0);
    if (open.length < least || open.length < full.length * LEAST_OPEN) continue;
    if (cut.length >= Math.max(1, open.length * LEAST_CUT)) return { width, open: open.length };
  }
  return null;
}

const isWithin = (length: number, width: number, slack: number): boolean => length <= width && length >= width - slack;
