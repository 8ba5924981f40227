/** Grids as text: csv, ndjson, a table in Markdown, a table for a terminal. */

import type { Language } from '../messages/language.ts';
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { shown } from '../text/shown.ts';
import { BYTE_ORDER_MARK, csvLines, headLine, titleOf, unformulated } from './csv-lines.ts';
import { pad, shorten, widthOf } from './fit.ts';
import type { GridFormat } from './grid-formats.ts';

export type GridStyle = { header: Language; columns: number };

/** In pieces: the rows of a grid may be more than memory should hold. */
export const formatGrid = (grid: Grid, format: GridFormat, style: GridStyle): Iterable<string> =>
  FORMATTERS[format](grid, style);

type Formatter = (grid: Grid, style: GridStyle) => Generator<string>;

const FORMATTERS: Record<GridFormat, Formatter> = { csv, ndjson, md: markdown, pretty };

function* csv({ columns, rows }: Grid, { header }: GridStyle): Generator<string> {
  yield BYTE_ORDER_MARK + headLine(columns, header);
  for (const row of rows) yield csvLines(columns, [row]);
}

function* ndjson({ columns, rows }: Grid): Generator<string> {
  for (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(columns.map(({ key }, i) => [key, row[i] ?? null])))}\n`;
}

function* markdown({ columns, rows }: Grid, { header }: GridStyle): Generator<string> {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |\n`;
  yield line(columns.map((column) => unformulated(titleOf(column, header))));
  yield line(columns.map((column) => (isNumber(column) ? '---:' : '---')));
  for (const row of rows)
    yield line(row.map((cell, i) => (columns[i]?.type === 'text' ? unformulated(textOf(cell)) : textOf(cell))));
}

/** Columns that do not fit beside each other stand below, behind the columns that tell the rows; there a row that is empty is left out. */
function* pretty({ columns, rows, keys = [] }: Grid, { header, columns: width }: GridStyle): Generator<string> {
  const titles = columns.map((column) => titleOf(column, header));
  const widths = titles.map(widthOf);
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(shown(textOf(cell))));
  const widest = widths.map((each) => Math.min(each, WIDEST));
  const [telling, others] = [true, false].map((isKey) =>
    [...columns.keys()].filter((i) => keys.includes(columns[i]?.key ?? '') === isKey),
  ) as [number[], number[]];
  const line = (cells: readonly string[], block: readonly number[]) =>
    `${block
      .map((i) => pad(shorten(cells[i] ?? '', widest[i] ?? 0), widest[i] ?? 0))
      .join(GAP)
      .trimEnd()}\n`;
  let isFirst = true;
  for (const block of blocksOf(others, widthOfColumns(telling, widest), widest, width)) {
    if (!isFirst) yield '\n';
    isFirst = false;
    yield line(titles, [...telling, ...block]);
    for (const row of rows) {
      const cells = row.map((cell) => shown(textOf(cell)));
      if (block.some((i) => cells[i] !== '')) yield line(cells, [...telling, ...block]);
    }
  }
}

const WIDEST = 40;
const GAP = '  ';

/** Gaps included. */
const widthOfColumns = (columns: readonly number[], widths: readonly number[]): number =>
  columns.reduce((sum, i) => sum + (widths[i] ?? 0) + GAP.length, 0);

/** Which columns stand beside each other, behind others of some width: at least one, and no more than fit. */
function blocksOf(columns: readonly number[], before: number, widths: readonly number[], width: number): number[][] {
  const blocks: number[][] = [];
  for (const column of columns) {
    const last = blocks.at(-1);
    const needed = before + widthOfColumns([...(last ?? []), column], widths) - GAP.length;
    if (last && needed <= width) last.push(column);
    else blocks.push([column]);
  }
  return blocks.length > 0 ? blocks : [[]];
}

const isNumber = ({ type }: GridColumn): boolean => type === 'number' || type === 'integer';

const textOf = (cell: GridCell): string => String(cell ?? '');

const escapeCell = (text: string): string => shown(text.replace(/\s+/g, ' ')).replace(/[|\\]/g, '\\$&');
