/** Lines of a text as its blocks are, with what tells whether they end where a paragraph does. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Block } from '../model/document.ts';
import { BLANKS_AND_TABS } from '../text/char-set.ts';
import { once } from '../text/once.ts';
import { type Evidence, evidenceAt } from './evidence.ts';

export type Line = {
  /** Its place among the blocks. */
  index: number;
  /** Without the blanks at its ends. */
  start: number;
  end: number;
  /** So many blanks stand before it and after it. */
  indent: number;
  padding: number;
  /** A row of a table, in columns. */
  isRow: boolean;
  /** What the reader took for no part of the report. */
  isBoilerplate: boolean;
  /** Ends without a sign that ends a statement. */
  isOpen: boolean;
  /** Holds the end of a statement, as no heading does, and goes on behind it. */
  isAmid: boolean;
};

/** Two lines that may be parts of one paragraph. */
export type Pair = {
  before: Line;
  after: Line;
  /** Nothing but blanks and page furniture stands between them; whether a blank line does, and whether furniture does. */
  isApart: boolean;
  isOverFurniture: boolean;
  evidence: () => Evidence;
};

/** A block that goes on in a later one; what stands between `start` and `end` is no part of the paragraph, which has `gap` there. */
export type Join = { before: number; after: number; start: number; end: number; gap: '' | ' ' };

/** No marker of a heading is longer. */
export const LONGEST_MARKER = 12;

/** Columns: a tab, a bar, or wide blanks, twice and more within a line, or once and at its end. */
const COLUMNS = /\t|\|.*\||\S(?:\u3000|[ \u3000]{2})[ \u3000]*\S.*\S(?:\u3000|[ \u3000]{2})/;
/** So much of a line shows them. */
export const SHOWING = 400;

/** A line that may be joined to others; null for a heading of the format's own. */
export function lineOf(
  text: string,
  { span: { start, end }, role }: Block,
  index: number,
  punctuation: Punctuation,
): Line | null {
  const isBoilerplate = role === 'boilerplate';
  if (role !== 'text' && !isBoilerplate) return null;
  const from = BLANKS_AND_TABS.startOfRun(text, start);
  const to = BLANKS_AND_TABS.endOfRun(text, end);
  const isLine = (from === 0 || text[from - 1] === '\n') && (to === text.length || text[to] === '\n');
  const lineEnd = text.indexOf('\n', start);
  const isWhole = lineEnd < 0 || lineEnd >= end;
  if (!isLine || !isWhole) return null;
  const isRow = COLUMNS.test(text.slice(start, Math.min(to, start + SHOWING)));
  const isOpen = !endsStatement(text, end, punctuation);
  const isAmid = isOpen && punctuation.statementEnds.isIn(text, start, end);
  return { index, start, end, indent: start - from, padding: to - end, isRow, isBoilerplate, isOpen, isAmid };
}

/** A closing mark belongs to the statement that it closes. */
function endsStatement(text: string, end: number, { statementEnds, colons, closers }: Punctuation): boolean {
  let last = end - 1;
  while (last > 0 && closers.at(text, last)) last--;
  return statementEnds.at(text, last) || colons.at(text, end - 1);
}

export const pairOf = (text: string, before: Line, after: Line, punctuation: Punctuation): Pair => ({
  before,
  after,
  isApart: text.indexOf('\n', before.end) !== text.lastIndexOf('\n', after.start),
  isOverFurniture: after.index > before.index + 1,
  evidence: once(() => evidenceAt(text, before.end, after.start, punctuation)),
});
