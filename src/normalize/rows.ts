/** Rows of tables that were cut where lines are: put together, they have as many cells as most rows of the table. */
import { beginsWithMarker } from '../knowledge/headings/marker.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';
import { LONGEST_MARKER } from './cut-numbers.ts';
import { type Join, type Line, Pair, SHOWING } from './lines.ts';
import type { Measure } from './width.ts';
import type { WrapRules } from './wrapped.ts';

/** What parts the cells of a row. */
const PARTING = /\t|[|]|\u3000[ \u3000]*|[ \u3000]{2,}/g;
/** The half of a row may have one. */
const GAP = /\S[ \u3000]{2,}\S/;
/** So many lines of a table are looked at together, and so many cells of its rows. */
const MOST_LINES = 400;
/** So many lines make one row. */
const MOST_PARTS = 8;
const MOST_CELLS = 24;
/** One row is no table. */
const FEWEST_ROWS = 2;

/** The lines of one row. */
type CutRow = [first: Line, ...rest: Line[]];

export function cutRows(text: string, lines: readonly Line[], { isNearlyFull }: Measure, rules: WrapRules): Join[] {
  const pairAt = (before: Line, after: Line) => new Pair(text, before, after, rules);
  const isCut = (before: Line, after: Line) => before.index === after.index - 1 && isNearlyFull(pairAt(before, after));
  const isRow = (line: Line) =>
    line.isRow || GAP.test(text.slice(line.start, Math.min(line.end, line.start + SHOWING)));
  return tablesIn(lines, isRow, isCut).flatMap(wholeRows).flatMap(joinsOf);

  /** The rows with what was cut put together, where that makes them more alike. */
  function wholeRows(table: readonly Line[]): CutRow[] {
    const parts = table.map((line) => cellsOf([line]));
    let best: CutRow[] = [];
    let most = Math.max(...timesOf(parts).values()) / table.length;
    for (let cells = 2; cells <= MOST_CELLS; cells++) {
      const rows = rowsOf(table, cells);
      const alike = rows.filter((row) => cellsOf(row) === cells).length;
      if (alike >= FEWEST_ROWS && alike / rows.length > most) [best, most] = [rows, alike / rows.length];
    }
    return best;
  }

  function rowsOf(table: readonly Line[], cells: number): CutRow[] {
    const rows: CutRow[] = [];
    for (const line of table) {
      const row = rows.at(-1);
      const last = row?.at(-1);
      if (row && last && row.length < MOST_PARTS && isCut(last, line) && mayGoOn(row, last, line, cells))
        row.push(line);
      else rows.push([line]);
    }
    return rows;
  }

  /** A row that lacks cells; of a whole one the last cell, where something shows that it was cut. */
  function mayGoOn(row: CutRow, last: Line, line: Line, cells: number): boolean {
    const count = cellsOf([...row, line]);
    const isWhole = cellsOf(row) === cells && !endsInParting(last);
    if (count !== cells || !isWhole) return count <= cells;
    return (
      (pairAt(last, line).evidence > 0 || isFigure(line)) &&
      !beginsWithMarker(text.slice(line.start, line.start + LONGEST_MARKER), rules.headings)
    );
  }

  /** 16%: no row of its own, and no page number. */
  function isFigure(line: Line): boolean {
    const end = ARABIC_DIGITS.endOfRun(text, line.start, line.end);
    return end > line.start && end < line.end && cellsOf([line]) === 1;
  }

  function endsInParting({ end, padding }: Line): boolean {
    return padding > 0 && text.slice(end, end + padding).search(PARTING) >= 0;
  }

  function cellsOf(row: readonly Line[]): number {
    const [start, end] = [row[0]?.start ?? 0, row.at(-1)?.end ?? 0];
    return [...text.slice(start, end).replaceAll('\n', '').matchAll(PARTING)].length + 1;
  }
}

/** Lines beside each other that are rows, or go on in the next, of which one at least does. */
function tablesIn(
  lines: readonly Line[],
  isRow: (line: Line) => boolean,
  isCut: (before: Line, after: Line) => boolean,
): Line[][] {
  const tables: Line[][] = [];
  let table: Line[] = [];
  let [cuts, sinceRow] = [0, 0];
  const close = () => {
    if (cuts > 0) tables.push(table);
    table = [];
    [cuts, sinceRow] = [0, 0];
  };
  for (const line of lines) {
    const before = table.at(-1);
    const cut = before !== undefined && isCut(before, line);
    const follows = cut || (before?.index === line.index - 1 && isRow(line));
    if (!follows || table.length === MOST_LINES || sinceRow === MOST_PARTS) close();
    sinceRow = line.isRow ? 0 : sinceRow + 1;
    if (line.isRow || table.length > 0) table.push(line);
    if (cut && table.length > 1) cuts++;
  }
  close();
  return tables;
}

function timesOf(counts: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return times;
}

/** What stands at the ends of the lines is the row's own: it parts cells. */
const joinsOf = (row: CutRow): Join[] =>
  row.slice(1).map((after, i): Join => {
    const before = row[i] ?? row[0];
    const [start, end] = [before.end + before.padding, after.start - after.indent];
    return { before: before.index, after: after.index, start, end, gap: '' };
  });
