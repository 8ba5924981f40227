/** Finds the tables of a report: lines beside each other whose cells stand in columns, with figures under heads. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Block } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import type { Table, TableRow } from '../model/table.ts';
import { alignTo, isDrawn, mayPart, type RowLine, rowOf } from './lines.ts';
import { isEmptyCell, isMeasured } from './shape.ts';

export { type CellReading, tableFigures } from './figures.ts';

/** So many lines above a table may speak for it, each no longer than this. */
const MOST_CAPTIONS = 3;
const LONGEST_CAPTION = 60;
/** A row of one cell between two of several heads a part of the table. */
const LONGEST_GROUP = 30;
/** So many rows may be heads. */
const MOST_HEADS = 3;

const NONE: readonly Table[] = [];

export function findTables(text: string, blocks: readonly Block[], pack: RulePack): readonly Table[] {
  let parted = firstParting(text, 0, pack);
  if (parted < 0) return NONE;
  const tables: Table[] = [];
  let run: Run | null = null;
  const close = () => {
    const table = run && tableOf(text, run, blocks, pack);
    if (table) tables.push(table);
    run = null;
  };
  for (const [index, block] of blocks.entries()) {
    const { start, end } = block.span;
    if (parted >= 0 && parted < start) parted = firstParting(text, start, pack);
    const line = parted >= 0 && parted < end && isLine(block) ? rowOf(text, block.span, pack.tables) : null;
    if (isLine(block) && isDrawn(text, block.span, pack.tables)) continue;
    if (line && line.cells.length > 1) {
      if (run && (run.parting !== line.parting || beginsAnew(text, run, line, pack))) close();
      run ??= { first: index, parting: line.parting, lines: [], group: null };
      if (run.group) run.lines.push(run.group);
      run.group = null;
      run.lines.push(line);
    } else if (run && !run.group && isLine(block) && isGroup(text, block.span, pack)) {
      run.group = { span: block.span, cells: [block.span], parting: run.parting };
    } else close();
  }
  close();
  return tables;
}

/** Lines that are parted alike; `group` is one of a single cell that may stand between two of them. */
type Run = { first: number; parting: RowLine['parting']; lines: RowLine[]; group: RowLine | null };

/** A blank line before it alone, or, without figures where others have stood, other columns: new heads, or another table. */
function beginsAnew(text: string, { lines }: Run, line: RowLine, pack: RulePack): boolean {
  const [last, beforeLast] = [lines.at(-1), lines.at(-2)];
  if (!last || line.cells.filter((cell) => !isEmptyCell(cell)).length < 2) return false;
  const isApart = isGap(text, last, line) && !(beforeLast && isGap(text, beforeLast, last));
  return (
    hasFigures(text, last, pack) &&
    (isApart || (line.cells.length !== last.cells.length && !hasFigures(text, line, pack)))
  );
}

const hasFigures = (text: string, { cells }: RowLine, pack: RulePack): boolean =>
  cells.some((cell) => isMeasured(text, cell, pack));

/** Whether a blank line stands between two rows. */
const isGap = (text: string, above: RowLine, below: RowLine): boolean => {
  const end = text.indexOf('\n', above.span.end);
  return end >= 0 && text.slice(end + 1, below.span.start).includes('\n');
};

const isLine = ({ role }: Block): boolean => role === 'text' || role === 'heading';

function firstParting(text: string, from: number, { tables }: RulePack): number {
  let at = tables.parting.firstIn(text, from);
  while (at >= 0 && !mayPart(text, at, tables)) at = tables.parting.firstIn(text, at + 1);
  return at;
}

const isGroup = (text: string, { start, end }: Span, { punctuation }: RulePack): boolean =>
  end - start <= LONGEST_GROUP && !punctuation.sentenceEnds.isIn(text, start, end);

function tableOf(text: string, { first, parting, lines }: Run, blocks: readonly Block[], pack: RulePack): Table | null {
  const inside: Span[] = [];
  let from = 0;
  // A title or the unit may stand in cells of its own.
  while (from < lines.length - 1 && isCaptionRow(text, lines[from], pack)) {
    const row = lines[from++];
    if (row) inside.push(row.span);
  }
  const rows = lines.slice(from);
  const heads = headsOf(text, rows, pack);
  const widest = heads.reduce<RowLine | undefined>(
    (best, row) => (best && best.cells.length >= row.cells.length ? best : row),
    undefined,
  );
  const aligned = (row: RowLine): TableRow => ({
    span: row.span,
    cells: widest ? alignTo(text, row, widest) : row.cells,
  });
  const body = rows.slice(heads.length).map(aligned);
  const [top, last] = [rows[0], rows.at(-1)];
  if (!top || !last || !holdsFigures(text, heads, body, parting, pack)) return null;
  return {
    span: { start: (inside[0] ?? top.span).start, end: last.span.end },
    captions: [...captionsAbove(text, blocks, first, pack), ...inside],
    heads: heads.map(aligned),
    rows: body,
  };
}

/** Only one cell holds anything, or one of them names the unit of all, or the table. */
function isCaptionRow(text: string, row: RowLine | undefined, pack: RulePack): boolean {
  if (!row) return false;
  const filled = row.cells.filter((cell) => !isEmptyCell(cell));
  const isTold = filled.some(({ start, end }) => isUnitLine(text, { start, end }, pack));
  const isTitle = pack.tables.titles.longestAt(text, row.span.start, row.span.end) > 0;
  return isTold || isTitle || (filled.length === 1 && row.cells.length > 2);
}

/** 单位：万元, in brackets or not; not the head of a column. */
function isUnitLine(text: string, { start, end }: Span, { tables, punctuation }: RulePack): boolean {
  const at = tables.brackets.has(text.charAt(start)) ? start + 1 : start;
  const label = tables.unitLabels.longestAt(text, at, end);
  return label > 0 && punctuation.colons.at(text, at + label) && end > at + label + 1;
}

/** The first rows that hold no figure: a second one fills what the first has left open. */
function headsOf(text: string, rows: readonly RowLine[], pack: RulePack): RowLine[] {
  const heads: RowLine[] = [];
  for (const row of rows) {
    if (heads.length === MOST_HEADS || row.cells.length < 2) break;
    if (hasFigures(text, row, pack)) break;
    if (heads.length > 0 && !fillsHeads(text, row, heads)) break;
    heads.push(row);
  }
  return heads.length < rows.length ? heads : [];
}

function fillsHeads(text: string, row: RowLine, heads: readonly RowLine[]): boolean {
  const [first] = row.cells;
  const above = heads.at(-1)?.cells ?? [];
  const slice = (cell: Span | undefined) => (cell ? text.slice(cell.start, cell.end) : '');
  if (!first || isEmptyCell(first)) return true;
  return slice(first) === slice(above[0]) || row.cells.length > above.length;
}

/** So many of the cells that hold anything must be figures for lines to be a table. */
const FIGURE_SHARE = 0.2;

function holdsFigures(
  text: string,
  heads: readonly RowLine[],
  rows: readonly TableRow[],
  parting: RowLine['parting'],
  pack: RulePack,
): boolean {
  let [filled, figures, full] = [0, 0, 0];
  for (const { cells } of rows) {
    let own = 0;
    for (const cell of cells) {
      if (isEmptyCell(cell)) continue;
      filled++;
      if (isMeasured(text, cell, pack)) own++;
    }
    figures += own;
    if (own > 0) full++;
  }
  if (figures === 0 || figures < filled * FIGURE_SHARE) return false;
  const count = rows.filter(({ cells }) => cells.length > 1).length;
  if (heads.length === 0) return count > 1 && full === count;
  // Wide blanks may stand between any words: only lines of the same columns are a table.
  const width = heads.at(-1)?.cells.length ?? 0;
  return (
    parting !== 'blanks' ||
    (full * 2 > count && rows.every(({ cells }) => cells.length === 1 || cells.length === width))
  );
}

/** The lines right above a table that name it or its unit. */
function captionsAbove(text: string, blocks: readonly Block[], first: number, pack: RulePack): Span[] {
  const captions: Span[] = [];
  for (let i = first - 1; i >= 0 && i >= first - MOST_CAPTIONS; i--) {
    const block = blocks[i];
    if (!block || block.role === 'boilerplate' || !isCaption(text, block.span, pack)) break;
    captions.unshift(block.span);
  }
  return captions;
}

function isCaption(text: string, { start, end }: Span, pack: RulePack): boolean {
  const { titles, titleEnds, unitLabels } = pack.tables;
  if (end - start > LONGEST_CAPTION || pack.punctuation.sentenceEnds.isIn(text, start, end)) return false;
  if (titles.longestAt(text, start, end) > 0 || titleEnds.longestBefore(text, end, start) > 0) return true;
  const at = unitLabels.firstIn(text, start, end);
  return at >= 0 && pack.punctuation.colons.at(text, at + unitLabels.longestAt(text, at, end));
}
