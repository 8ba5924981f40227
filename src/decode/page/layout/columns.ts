/** Rows → columns in reading order. Lines of text in columns fill them; cells of tables do not, and stay in their rows. */
import { cellsOf } from './cells.ts';
import { type GlyphLine, type GlyphRow, least, most, type PageColumn, type Segment } from './page.ts';

/** Fewer lines on a side are no column. */
const FEWEST_LINES = 5;
/** No page of text has more; looking for a gutter takes the square of their number. */
const MOST_SEGMENTS = 5000;
/** A column is filled by its lines to this share of its width, on the average. */
const FILLED = 0.6;
/** Characters of an average line. */
const LINE_LENGTH = 8;
/** Lines that run across the gutter: titles, and what stands above or below. */
const MOST_ACROSS = 0.35;
/** Columns within columns are those of newspapers. */
const MAX_DEPTH = 3;

/** The columns of a page. A page with little on it is parted where the others are: `gutters`. */
export function columnsOf(rows: readonly GlyphRow[], gutters: readonly number[] = [], depth = 0): PageColumn[] {
  const gutter = depth < MAX_DEPTH ? (gutterOf(rows) ?? gutters.find((at) => parts(rows, at)) ?? null) : null;
  if (gutter === null) return rows.length > 0 ? [columnOf(rows)] : [];
  return bandsOf(rows, gutter).flatMap((band) => {
    if (!band.isParted) return columnsOf(band.rows, [], MAX_DEPTH);
    const left = sideOf(band.rows, ({ x }) => x < gutter);
    const right = sideOf(band.rows, ({ x }) => x >= gutter);
    return [...columnsOf(left, [], depth + 1), ...columnsOf(right, [], depth + 1)];
  });
}

const sideOf = (rows: readonly GlyphRow[], isOn: (segment: Segment) => boolean): GlyphRow[] =>
  rows.map(({ y, segments }) => ({ y, segments: segments.filter(isOn) })).filter(({ segments }) => segments.length > 0);

function columnOf(rows: readonly GlyphRow[]): PageColumn {
  const lines = rows.map(lineOf);
  return { ...edgesOf(lines), lines };
}

function lineOf({ y, segments }: GlyphRow): GlyphLine {
  const cells = cellsOf(segments);
  return {
    text: cells.map(({ text }) => text).join('\t'),
    x: least(cells, (cell) => cell.x),
    right: most(cells, (cell) => cell.right),
    y,
    size: most(cells, (cell) => cell.size),
    isTableRow: cells.length > 1,
  };
}

/** Signs that some programs let hang over the edge. */
const HANGING = /[，。、；：！？,.;:!?]$/;

/** Where lines begin and end; a line that stands out alone does not count, nor does a sign that may hang out. */
function edgesOf(lines: readonly GlyphLine[]): { left: number; right: number } {
  const size = most(lines, (line) => line.size);
  const lefts = lines.map(({ x }) => x).sort((a, b) => a - b);
  const inside = lines.filter(({ text }) => !HANGING.test(text));
  const rights = (inside.length > 1 ? inside : lines).map(({ right }) => right).sort((a, b) => b - a);
  return { left: borneOut(lefts, size), right: borneOut(rights, size) };
}

/** The first place that the next one bears out. */
const borneOut = (places: readonly number[], size: number): number =>
  places.find((place, i) => Math.abs((places[i + 1] ?? Number.POSITIVE_INFINITY) - place) < size) ?? places[0] ?? 0;

/** Nothing runs across, and there is something on both sides. */
function parts(rows: readonly GlyphRow[], at: number): boolean {
  const segments = rows.flatMap((row) => row.segments);
  const before = segments.filter(({ right }) => right <= at).length;
  return before > 0 && before < segments.length && segments.every(({ x, right }) => right <= at || x >= at);
}

/** Where a page is parted in two, or null. */
export function gutterOf(rows: readonly GlyphRow[]): number | null {
  const segments = rows.flatMap((row) => row.segments);
  if (segments.length < 2 * FEWEST_LINES || segments.length > MOST_SEGMENTS) return null;
  const left = least(segments, (segment) => segment.x);
  const right = most(segments, (segment) => segment.right);
  let best: { at: number; across: number } | null = null;
  // A gutter begins where a line begins.
  const starts = new Set(segments.map(({ x }) => Math.round(x)));
  for (const start of starts) {
    const at = start - 1;
    if (at < left + (right - left) * 0.2 || at > left + (right - left) * 0.8) continue;
    const across = segments.filter((segment) => segment.x < at && segment.right > at).length;
    if (!best || across < best.across) best = { at, across };
  }
  return best && isGutter(best.at, segments, left, right) ? best.at : null;
}

function isGutter(at: number, segments: readonly Segment[], left: number, right: number): boolean {
  const before = segments.filter((segment) => segment.right <= at);
  const after = segments.filter((segment) => segment.x >= at);
  const across = segments.length - before.length - after.length;
  if (across > MOST_ACROSS * (before.length + after.length)) return false;
  const end = Math.max(
    left,
    most(before, (segment) => segment.right),
  );
  return isFilled(before, end - left) && isFilled(after, right - at);
}

function isFilled(lines: readonly Segment[], width: number): boolean {
  if (lines.length < FEWEST_LINES || width <= 0) return false;
  const filled = lines.reduce((sum, { x, right }) => sum + right - x, 0) / lines.length / width;
  const length = lines.reduce((sum, { text }) => sum + text.length, 0) / lines.length;
  return filled >= FILLED && length >= LINE_LENGTH;
}

type Band = { isParted: boolean; rows: GlyphRow[] };

/** Rows that run across the gutter part what stands above from what stands below. */
function bandsOf(rows: readonly GlyphRow[], gutter: number): Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const isParted = row.segments.every(({ x, right }) => x >= gutter || right <= gutter);
    const last = bands.at(-1);
    if (last && last.isParted === isParted) last.rows.push(row);
    else bands.push({ isParted, rows: [row] });
  }
  return bands;
}
