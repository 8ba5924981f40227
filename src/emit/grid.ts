/** Grids as text: csv, ndjson, a table in Markdown, a table for a terminal. */
import type { Language } from '../messages/language.ts';
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { BYTE_ORDER_MARK, csvLines, headLine, titleOf } from './csv-lines.ts';
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
  yield line(columns.map((column) => titleOf(column, header)));
  yield line(columns.map((column) => (isNumber(column) ? '---:' : '---')));
  for (const row of rows) yield line(row.map(textOf));
}

function* pretty({ columns, rows }: Grid, { header, columns: width }: GridStyle): Generator<string> {
  const titles = columns.map((column) => titleOf(column, header));
  const widths = titles.map(widthOf);
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(textOf(cell)));
  const shown = fitted(widths, width);
  const line = (cells: readonly string[]) =>
    `${cells
      .map((cell, i) => pad(shorten(cell, shown[i] ?? 0), shown[i] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  yield line(titles);
  for (const row of rows) yield line(row.map(textOf));
}

const NARROWEST = 6;
const GAP = 2;

/** The widest columns give way first. */
function fitted(widths: readonly number[], width: number): number[] {
  const shown = [...widths];
  let over = shown.reduce((sum, each) => sum + each + GAP, -GAP) - width;
  while (over > 0) {
    const widest = Math.max(...shown);
    if (widest <= NARROWEST) break;
    shown[shown.indexOf(widest)] = widest - 1;
    over--;
  }
  return shown;
}

const isNumber = ({ type }: GridColumn): boolean => type === 'number' || type === 'integer';

const textOf = (cell: GridCell): string => String(cell ?? '');

const escapeCell = (text: string): string => text.replace(/[|\\]/g, '\\$&').replace(/\s+/g, ' ');
