/** The width at which the lines of a text end, where they end at one. */
import type { Line, Pair } from './lines.ts';

type LengthOf = (line: Line) => number;

export type Measure = {
  /** In columns. */
  width: number;
  /** Whether a line is as long as lines are. */
  isFull: (pair: Pair) => boolean;
  /** The same, or it lacks no more than what could not be parted at the beginning of the next. */
  isNearlyFull: (pair: Pair) => boolean;
  /** Lines end where characters do, so that a blank at an end is one of the paragraph. */
  isExact: boolean;
};

/** What a width must show to be believed. */
export type Demands = {
  /** Lines are longer than so many columns. */
  above: number;
  /** A text may hold this share of longer lines. */
  longer: number;
  /** So many lines at least end at the width, and such a share of all; so many of them are cut. */
  full: number;
  share: number;
  cut: number;
};

/** Shorter lines are verse and lists, a few that are longer addresses and rows of tables. */
export const AS_WRITTEN: Demands = { above: 29, longer: 0.03, full: 0, share: 0, cut: 1 };
/** Of a text whose lines have been joined, which has joined some of another width as well. */
export const afterJoining = (width: number): Demands => ({
  above: width - 1,
  longer: 0.3,
  full: 5,
  share: 0.25,
  cut: 3,
});

/** So many widths are tried. */
const MOST_WIDTHS = 12;
/** Most full lines end without a sign; a fifth of them, and one at least, cuts a word, a number, a clause or a statement. */
const LEAST_OPEN = 0.7;
const LEAST_CUT = 0.2;
/** Of few lines some more may end with one by chance, where so many are cut. */
const BY_CHANCE = 2;
/** A line ends so many columns early at most, beside what could not be parted; and less where most cuts are explained by less. */
const SLACK = 5;
const SLACKS = [0, 1, 2, 3, 4];
const MOST_CUTS = 0.97;
/** So many lines at least where they end at about one width, and not at exactly one; one less where all of them are cut. */
const LEAST_LINES = 4;

/** The measure by which the lines of a text are cut; null where each ends a paragraph. */
export function measureOf(lines: readonly Line[], pairs: readonly Pair[], demands: Demands): Measure | null {
  if (areTooLong(lines, pairs, demands)) return null;
  const maybeCuts = pairs.filter((pair) => pair.before.isOpen && (pair.before.isAmid || pair.evidence >= 0));
  const found: Measure[] = [];
  let [best, most]: [Measure | null, number] = [null, 0];
  for (const { make, vagueness } of MEASURES) {
    // No measure explains more than there is.
    if (most > 0 && most * vagueness >= maybeCuts.length) continue;
    const measure = make(lines, pairs, demands);
    if (measure === null) continue;
    found.push(measure);
    const explained = timesOf(maybeCuts, measure.isFull);
    if (explained > most * vagueness) [best, most] = [measure, explained];
  }
  return best ?? (found.length === 1 ? (found[0] ?? null) : null);
}

/** A measure must account for so many times as many cuts as those before it. */
const MEASURES: readonly {
  make: (lines: readonly Line[], pairs: readonly Pair[], demands: Demands) => Measure | null;
  vagueness: number;
}[] = [
  {
    make: (lines, pairs, demands) => exact(characters, 0, widthOf(lines, pairs, demands, characters, 0, 2), 2),
    vagueness: 1,
  },
  {
    make: (lines, pairs, demands) => exact(columns, 1, widthOf(lines, pairs, demands, columns, 1, 1), 1),
    vagueness: 1,
  },
  {
    make: (lines, pairs, demands) => about(pairs, widthOf(lines, pairs, demands, columns, SLACK, 1, LEAST_LINES)),
    vagueness: 1.03,
  },
];

/** How long a line is: in characters, or in columns. One blank at its end is a character of the paragraph, more fill the line, or part cells. */
const characters: LengthOf = ({ start, end, indent, padding, isRow }) =>
  end - start + indent + (isRow || padding === 1 ? padding : 0);
const columns: LengthOf = (line) => line.columns;

/** Lines end at a width, of which each unit takes so many columns. */
function exact(lengthOf: LengthOf, slack: number, width: number | null, columnsOfUnit: number): Measure | null {
  if (width === null) return null;
  const isFull = ({ before }: Pair) => lengthOf(before) >= width - slack;
  const isNearly = nearly(columnsOfUnit * width, SLACK);
  return {
    width: columnsOfUnit * width,
    isFull,
    isNearlyFull: (pair) => isFull(pair) || isNearly(pair),
    isExact: true,
  };
}

/** Up to a width in columns, but for what could not be parted at the beginning of the next line. */
const nearly =
  (width: number, slack: number): Measure['isFull'] =>
  ({ reach }) =>
    width - reach < slack;

function about(pairs: readonly Pair[], width: number | null): Measure | null {
  if (width === null) return null;
  const cuts = pairs.filter(isCut);
  const isNearlyFull = nearly(width, SLACK);
  const most = timesOf(cuts, isNearlyFull);
  // Lines that all end where the next word had no room are cut by a rule, and a line that ends elsewhere ends by itself.
  const slack = SLACKS.find((each) => timesOf(cuts, nearly(width, each)) >= most * MOST_CUTS) ?? SLACK;
  return { width, isFull: nearly(width, slack), isNearlyFull, isExact: false };
}

function timesOf(pairs: readonly Pair[], has: (pair: Pair) => boolean): number {
  let times = 0;
  for (const pair of pairs) if (has(pair)) times++;
  return times;
}

/** A line end amid a word, a number, a clause, or behind the first statement of a line. */
const isCut = (pair: Pair): boolean => pair.before.isOpen && (pair.before.isAmid || pair.evidence > 0);

/** More lines than may be are longer, in characters or columns, than any that ends without a sign: most texts, whose lines are paragraphs. */
function areTooLong(lines: readonly Line[], pairs: readonly Pair[], demands: Demands): boolean {
  let longest = 0;
  for (const { before } of pairs)
    if (before.isOpen || before.padding > 1) longest = Math.max(longest, before.end - before.start + before.indent);
  const longer = lines.filter(({ start, end }) => end - start > 2 * longest + 2).length;
  return longest * 2 <= demands.above || longer > lines.length * demands.longer;
}

function widthOf(
  lines: readonly Line[],
  pairs: readonly Pair[],
  demands: Demands,
  lengthOf: LengthOf,
  slack: number,
  columnsOfUnit: number,
  least = 1,
): number | null {
  const lengths = Int32Array.from(lines, lengthOf).sort().reverse();
  const longer = Math.floor(lengths.length * demands.longer);
  const candidates = [...new Set(lengths.subarray(0, longer + 1))].slice(0, MOST_WIDTHS);
  const mayBeCut = ({ before }: Pair) => before.isOpen || before.padding > 1;
  const fullBy = countsBy(pairs, lengthOf, candidates[0] ?? 0);
  const openBy = countsBy(pairs.filter(mayBeCut), lengthOf, candidates[0] ?? 0);
  for (const width of candidates) {
    if (width * columnsOfUnit <= demands.above) return null;
    const [full, open] = [sumOf(fullBy, width - slack, width), sumOf(openBy, width - slack, width)];
    if (full < Math.max(demands.full, lines.length * demands.share)) continue;
    if (open < least - 1 || open < full * LEAST_OPEN - BY_CHANCE) continue;
    const cut = timesOf(pairs, (pair) => {
      const length = lengthOf(pair.before);
      return length <= width && length >= width - slack && mayBeCut(pair) && (pair.before.isAmid || pair.evidence > 0);
    });
    if (open < full * LEAST_OPEN && cut < BY_CHANCE) continue;
    const isPlain = open < least && cut < open;
    if (!isPlain && cut >= Math.max(demands.cut, open * LEAST_CUT)) return width;
  }
  return null;
}

/** How many lines are so long, by length. */
function countsBy(pairs: readonly Pair[], lengthOf: LengthOf, longest: number): Int32Array {
  const counts = new Int32Array(longest + 1);
  for (const { before } of pairs) {
    const length = lengthOf(before);
    if (length <= longest) counts[length] = (counts[length] ?? 0) + 1;
  }
  return counts;
}

const sumOf = (counts: Int32Array, from: number, to: number): number =>
  counts.subarray(Math.max(0, from), to + 1).reduce((sum, count) => sum + count, 0);
