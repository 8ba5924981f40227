/** Lines as rows of cells: parted by tabs, by bars, or by wide blanks. */

import type { TableRules } from '../knowledge/tables/table.ts';
import type { Span } from '../model/span.ts';
import type { TableRow } from '../model/table.ts';
import { BLANKS, BLANKS_AND_TABS } from '../text/char-set.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { widthOfCharacter } from '../text/width.ts';
import { isEmptyCell } from './shape.ts';

/** How the cells of a line are parted. */
export type Parting = 'tabs' | 'bars' | 'blanks';

export type RowLine = TableRow & { parting: Parting };

/** A line with more cells is no row of a table. */
const MOST_CELLS = 128;

/** Whether a place may part cells: asked before a line is looked at any closer. */
export const mayPart = (text: string, at: number, { bars }: TableRules): boolean =>
  text[at] === '\t' || bars.at(text, at) || (BLANKS.at(text, at) && BLANKS.at(text, at + 1));

/** Null for a line that is not parted. White space at the start of the line belongs to it: an empty first cell. */
export function rowOf(text: string, block: Span, rules: TableRules): RowLine | null {
  const span = { start: startOfLine(text, block.start), end: block.end };
  const byTabs = cut(text, span, (at) => (text[at] === '\t' ? 1 : 0));
  if (byTabs) return { span: block, cells: byTabs, parting: 'tabs' };
  const byBars = cut(text, span, (at) => (rules.bars.at(text, at) ? 1 : 0));
  if (byBars) return { span: block, cells: withoutEnds(byBars), parting: 'bars' };
  const byBlanks = cut(text, block, (at) => (BLANKS.at(text, at) ? wideBlank(text, at, block.end) : 0));
  return byBlanks && { span: block, cells: joinLetters(text, byBlanks), parting: 'blanks' };
}

/** A line of signs that is drawn between rows. */
export const isDrawn = (text: string, { start, end }: Span, { drawn }: TableRules): boolean =>
  drawn.endOfRun(text, start, end) === end;

const startOfLine = (text: string, at: number): number => BLANKS_AND_TABS.startOfRun(text, at);

const wideBlank = (text: string, at: number, limit: number): number => {
  const end = BLANKS.endOfRun(text, at, limit);
  return end - at >= 2 ? end - at : 0;
};

function cut(text: string, { start, end }: Span, partAt: (at: number) => number): Span[] | null {
  const cells: Span[] = [];
  let from = start;
  for (let i = start; i < end; ) {
    const length = partAt(i);
    if (length > 0) {
      if (cells.length >= MOST_CELLS) return null;
      cells.push(withoutSpaces(text, { start: from, end: i }));
      from = i + length;
    }
    i += Math.max(1, length);
  }
  if (cells.length === 0) return null;
  cells.push(withoutSpaces(text, { start: from, end }));
  return cells;
}

/** Bars around the row. */
function withoutEnds(cells: readonly Span[]): Span[] {
  const from = cells[0] && isEmptyCell(cells[0]) ? 1 : 0;
  const last = cells.at(-1);
  return cells.slice(from, last && isEmptyCell(last) && cells.length > from + 1 ? -1 : undefined);
}

/** A short head is spread: two letters with blanks between them are one cell. */
function joinLetters(text: string, cells: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let before: Span | undefined;
  for (const cell of cells) {
    if (before && isLetter(text, before) && isLetter(text, cell)) before = { start: before.start, end: cell.end };
    else {
      if (before) joined.push(before);
      before = cell;
    }
  }
  if (before) joined.push(before);
  return joined;
}

const isLetter = (text: string, { start, end }: Span): boolean =>
  end - start === 1 && /\p{Script=Han}/u.test(text.charAt(start));

/** Cells of aligned lines stand under each other: a row that lacks some is told by the columns that its cells stand under. */
export function alignTo(text: string, row: RowLine, heads: RowLine): readonly Span[] {
  if (row.parting !== 'blanks' || row.cells.length >= heads.cells.length) return row.cells;
  const places = placesOf(text, heads);
  const own = placesOf(text, row);
  const aligned: Span[] = heads.cells.map(() => ({ start: row.span.end, end: row.span.end }));
  let from = 0;
  for (const [i, cell] of row.cells.entries()) {
    const place = own[i];
    if (!place) continue;
    // Those that follow need a column each.
    const limit = heads.cells.length - (row.cells.length - i - 1);
    let best = from;
    for (let column = from; column < limit; column++) {
      if (distance(places[column], place) < distance(places[best], place)) best = column;
    }
    aligned[best] = cell;
    from = best + 1;
  }
  return aligned;
}

const distance = (a: Span | undefined, b: Span): number =>
  a
    ? Math.min(Math.abs(a.start - b.start), Math.abs(a.end - b.end), Math.abs(a.start + a.end - b.start - b.end) / 2)
    : Number.POSITIVE_INFINITY;

/** Where the cells of a line stand on a page of fixed width. */
function placesOf(text: string, { span, cells }: RowLine): Span[] {
  const places: Span[] = [];
  let column = 0;
  let at = startOfLine(text, span.start);
  const until = (end: number): number => {
    for (; at < end; at++) column += widthOfCharacter(text.charAt(at));
    return column;
  };
  for (const { start, end } of cells) places.push({ start: until(start), end: until(end) });
  return places;
}
