/** Lines → paragraphs: which line goes on in the next. */
import type { Paragraph } from '../../paragraphs.ts';
import { type GlyphLine, isWide, least, most, type PageColumn } from './page.ts';

/** A line with its column, on its page. */
type Placed = { line: GlyphLine; left: number; right: number; column: number };

/** The lines of a paragraph. */
type PlacedGroup = [Placed, ...Placed[]];

/** What is usual in the whole document. */
type LineMeasure = { size: number; pitch: number };

/** A line may end this much before its column does, in characters, beside what could not be broken. */
const SLACK = 0.8;
/** The first line of a paragraph is indented by this much, in characters. */
const INDENT = 0.8;
/** Lines further apart than this many times the usual are parted: a line with a character from another font stands up to 1.37 times as far. */
const APART = 1.4;
/** Type that differs by more is another. */
const OTHER_SIZE = 0.12;
/** Headings are set larger than the text by this much, titles by that. */
const HEADING_SIZE = 1.12;
const TITLE_SIZE = 1.3;
/** The title stands among the first lines, and is no longer than this. */
const TITLE_LINES = 8;
const LONGEST_TITLE = 80;

/** Begins a section, where what stands before has ended. */
const MARKER =
  /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条部])/;
const ENDED = /[。！？；：…”）]$/;

export function paragraphsOf(columns: readonly PageColumn[]): Paragraph[] {
  const lines = placedLines(columns);
  const measure = measureOf(lines);
  const groups: PlacedGroup[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && goesOn(before, line, measure)) last.push(line);
    else groups.push([line]);
  }
  const title = titleOf(groups, measure);
  return groups.map((group) => paragraphOf(group, group === title, measure));
}

/** A page that is not full has short lines only: its column is as wide as those at the same place on other pages. */
function placedLines(columns: readonly PageColumn[]): Placed[] {
  return columns.flatMap((column, i) => {
    const size = most(column.lines, (line) => line.size);
    const alike = columns.filter(({ left }) => Math.abs(left - column.left) < 3 * size);
    const right = columns.length > MANY ? column.right : most(alike, (each) => each.right);
    const left = columns.length > MANY ? column.left : least(alike, (each) => each.left);
    return column.lines.map((line) => ({ line, left, right, column: i }));
  });
}

/** Comparing all columns with all others takes the square of their number. */
const MANY = 3000;

function measureOf(lines: readonly Placed[]): LineMeasure {
  const sizes = new Map<number, number>();
  for (const { line } of lines) addTo(sizes, Math.round(line.size * 2) / 2, line.text.length);
  const size = mostOf(sizes) ?? 1;
  const pitches = new Map<number, number>();
  for (const [i, after] of lines.entries()) {
    const before = lines[i - 1];
    if (before?.column !== after.column) continue;
    const step = (after.line.y - before.line.y) / size;
    const isText = Math.abs(after.line.size / size - 1) < OTHER_SIZE;
    if (isText && step > 0.5 && step < 4) addTo(pitches, Math.round(step * 20) / 20, 1);
  }
  return { size, pitch: (mostOf(pitches) ?? 2) * size };
}

const addTo = (counts: Map<number, number>, key: number, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

const mostOf = (counts: ReadonlyMap<number, number>): number | undefined =>
  [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];

function goesOn(before: Placed, after: Placed, measure: LineMeasure): boolean {
  const [first, second] = [before.line, after.line];
  if (first.isTableRow || second.isTableRow) return false;
  if (Math.abs(second.size / first.size - 1) > OTHER_SIZE) return false;
  const isSamePlace = before.column === after.column;
  const step = second.y - first.y;
  const usual = measure.pitch * Math.max(1, second.size / measure.size);
  if (isSamePlace && (step > usual * APART || step <= 0)) return false;
  if (isTitleLine(before, measure) && isTitleLine(after, measure)) return true;
  if (second.x - after.left > INDENT * second.size) return false;
  if (MARKER.test(second.text) && (ENDED.test(first.text) || first.size > measure.size * HEADING_SIZE)) return false;
  return before.right - first.right < SLACK * first.size + unbreakable(second);
}

/**
 * What begins a line and could not stand on the one before: a word or a number, a character with the signs that may not leave it; on both sides
 * of a quotation mark too, as browsers have it.
 */
const UNIT =
  '[（《「【[(]{0,2}(?:[\\x21-\\x7e]{1,40}|[^\\x21-\\x7e](?:[-/][\\x21-\\x7e]{1,40})?)[，。、；：！？,.;:!?）)》」】\\]％%…—]{0,3}';
const UNBREAKABLE = new RegExp(`^[“”‘’]{0,2}${UNIT}(?:[“”‘’]{1,2}(?:${UNIT})?){0,4}`);

function unbreakable({ text, size }: GlyphLine): number {
  const unit = UNBREAKABLE.exec(text)?.[0] ?? '';
  return [...unit].reduce((sum, char) => sum + (isWide(char) ? 1 : 0.6), 0) * size;
}

/** Large type in the middle: a title may take several lines. */
const isTitleLine = ({ line, left, right }: Placed, { size }: LineMeasure): boolean =>
  line.size > size * TITLE_SIZE && line.x - left > line.size * 0.5 && right - line.right > line.size * 0.5;

function titleOf(groups: readonly PlacedGroup[], { size }: LineMeasure): PlacedGroup | null {
  const head = groups.slice(0, TITLE_LINES).filter((group) => {
    const length = group.reduce((sum, { line }) => sum + line.text.length, 0);
    const isLarge = group.every(({ line }) => line.size >= size * TITLE_SIZE);
    return isLarge && length <= LONGEST_TITLE && /\p{Script=Han}{4}/u.test(group.map(({ line }) => line.text).join(''));
  });
  const [largest] = head.sort(([a], [b]) => b.line.size - a.line.size);
  return largest ?? null;
}

/** A heading is set larger than the text, and ends without a full stop. */
function paragraphOf(lines: PlacedGroup, isTitle: boolean, { size }: LineMeasure): Paragraph {
  const text = joinLines(lines.map(({ line }) => line.text));
  if (isTitle) return { text, role: 'title', level: null };
  const isHeading = lines[0].line.size > size * HEADING_SIZE && !/[。；，]$/.test(text);
  return { text, role: isHeading ? 'heading' : 'text', level: null };
}

/** No blank between Han characters; one between words; a hyphen that only parted a word goes. */
function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const before = parts.at(-1) ?? '';
    const isWord = /^[A-Za-z]/.test(line) && !isWide(before.at(-1));
    if (isWord && /[A-Za-z]-$/.test(before) && /^[a-z]/.test(line)) parts[parts.length - 1] = before.slice(0, -1);
    else if (isWord && /[A-Za-z,.;:]$/.test(before)) parts.push(' ');
    parts.push(line);
  }
  return parts.join('');
}
