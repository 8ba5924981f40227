/** The width at which the lines of a text end, where they end at one. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import { once } from '../text/once.ts';
import type { Line, Pair } from './lines.ts';

/** How long lines are: in characters, or in columns of which a Han character takes two. */
type LengthOf = (line: Line) => number;

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
/** A line ends so many columns early at most, beside what could not be parted; and less where most cuts are explained by less. */
const SLACK = 5;
const SLACKS = [0, 1, 2, 3, 4];
const MOST_CUTS = 0.97;
/** An inexact width must account for so many times as many cuts as an exact one. */
const VAGUE = 1.03;
/** So many lines at least where they end at about one width, and not at exactly one; one less where all of them are cut. */
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
  // One blank at an end is a character of the paragraph; many are there to fill the line, or part the cells of a row.
  const padded = ({ end, padding, isRow }: Line) => end + (isRow || padding === 1 ? padding : 0);
  const characters = (line: Line) => padded(line) - (line.start - line.indent);
  if (areTooLong(lines, pairs)) return null;
  const widths = new Map<Line, number>();
  const columns = (line: Line) => {
    const known = widths.get(line);
    if (known !== undefined) return known;
    const width = columnsOf(text, line.start - line.indent, line.isRow ? padded(line) : line.end);
    widths.set(line, width);
    return width;
  };
  const exact = (lengthOf: LengthOf, slack: number, width: number | null): Measure | null => {
    if (width === null) return null;
    const isFull = ({ before }: Pair) => lengthOf(before) >= width - slack;
    const isNearly = nearly(lengthOf === columns ? width : 2 * width, SLACK);
    return { isFull, isNearlyFull: (pair) => isFull(pair) || isNearly(pair), isExact: true };
  };
  /** Up to a width in columns, but for what could not be parted at the beginning of the next line. */
  const nearly = (width: number, slack: number): Measure['isFull'] => {
    return (pair) => width - reachOf(pair) < slack;
  };
  const reaches = new Map<Pair, number>();
  /** How far the line would reach if it held what the next begins with. */
  const reachOf = (pair: Pair) => {
    const known = reaches.get(pair);
    if (known !== undefined) return known;
    const reach = columns(pair.before) + unitColumns(text, pair.after, punctuation);
    reaches.set(pair, reach);
    return reach;
  };
  const about = (width: number | null): Measure | null => {
    if (width === null) return null;
    const isNearlyFull = nearly(width, SLACK);
    const most = count(isNearlyFull);
    // Lines that all end where the next word had no room are cut by a rule, and a line that ends elsewhere ends by itself.
    const slack = SLACKS.find((each) => count(nearly(width, each)) >= most * MOST_CUTS) ?? SLACK;
    return { isFull: nearly(width, slack), isNearlyFull, isExact: false };
  };
  const cuts = once(() => pairs.filter(isCut));
  const count = (isFull: Measure['isFull']) => cuts().filter(isFull).length;
  const measures = [
    exact(characters, 0, widthOf(lines, pairs, characters, 0, NARROWEST / 2)),
    exact(columns, 1, widthOf(lines, pairs, columns, 1, NARROWEST)),
    about(widthOf(lines, pairs, columns, SLACK, NARROWEST, LEAST_LINES)),
  ].filter((each) => each !== null);
  if (measures.length < 2) return measures[0] ?? null;
  const maybeCuts = pairs.filter(({ before, evidence }) => before.isOpen && (before.isAmid || evidence() >= 0));
  let [best, most]: [Measure | null, number] = [null, 0];
  for (const measure of measures) {
    const explained = maybeCuts.filter(measure.isFull).length;
    if (explained > most * (measure.isExact ? 1 : VAGUE)) [best, most] = [measure, explained];
  }
  return best;
}

/** A line end amid a word, a number, a clause, or behind the first statement of a line. */
const isCut = ({ before, evidence }: Pair): boolean => before.isOpen && (before.isAmid || evidence() > 0);

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
  while (i < end && i - first < LONGEST_UNIT && isLatin(text, i)) i++;
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

/** Letters, digits and their signs, of either width. */
const LATIN = /[\u0021-\u007e\uff05\uff0e\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/;

const isLatin = (text: string, at: number): boolean => LATIN.test(text.charAt(at));

function widthOf(
  lines: readonly Line[],
  pairs: readonly Pair[],
  lengthOf: LengthOf,
  slack: number,
  narrowest: number,
  least = 1,
): number | null {
  const lengths = lines.map(lengthOf).sort((a, b) => b - a);
  const longer = Math.floor(lengths.length * LONGER);
  const candidates = [...new Set(lengths.slice(0, longer + 1))].slice(0, MOST_WIDTHS);
  for (const width of candidates) {
    if (width < narrowest) return null;
    const full = pairs.filter(({ before }) => isWithin(lengthOf(before), width, slack));
    const open = full.filter(({ before }) => before.isOpen || before.padding > 1);
    const cut = open.filter(({ before, evidence }) => before.isAmid || evidence() > 0);
    const isPlain = open.length < least && (open.length < least - 1 || cut.length < open.length);
    if (isPlain || open.length < full.length * LEAST_OPEN) continue;
    if (cut.length >= Math.max(1, open.length * LEAST_CUT)) return width;
  }
  return null;
}

const isWithin = (length: number, width: number, slack: number): boolean => length <= width && length >= width - slack;
