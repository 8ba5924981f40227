/** Grids as text: csv, ndjson, a table in Markdown, a table for a terminal. */
import type { Language } from '../messages/language.ts';
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { BYTE_ORDER_MARK, csvLines, headLine, titleOf } from './csv-lines.ts';
import { pad, shorten, widestOf } from './fit.ts';
import type { GridFormat } from './grid-formats.ts';

export type GridStyle = { header: Language; columns: number };

export function formatGrid(grid: Grid, format: GridFormat, style: GridStyle): string {
  return FORMATTERS[format](grid, style);
}

const FORMATTERS: Record<GridFormat, (grid: Grid, style: GridStyle) => string> = {
  csv: ({ columns, rows }, { header }) =>
    BYTE_ORDER_MARK +
    headLine(columns, header) +
    csvLines([...rows].map((row) => row.map((cell, i) => ({ type: isNumber(columns[i]) ? 'number' : 'text', cell })))),
  ndjson: ({ columns, rows }) =>
    [...rows]
      .map((row) => `${JSON.stringify(Object.fromEntries(columns.map(({ key }, i) => [key, row[i] ?? null])))}\n`)
      .join(''),
  md: ({ columns, rows }, { header }) => {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
    const rule = columns.map((column) => (isNumber(column) ? '---:' : '---'));
    return (
      line(columns.map((column) => escapeCell(titleOf(column, header)))) +
      line(rule) +
      [...rows].map((row) => line(row.map(textOf).map(escapeCell))).join('')
    );
  },
  pretty: ({ columns, rows }, { header, columns: width }) => {
    const lines = [columns.map((column) => titleOf(column, header)), ...[...rows].map((row) => row.map(textOf))];
    const widths = columns.map((_, i) => widestOf(lines.map((line) => line[i] ?? '')));
    const shown = fitted(widths, width);
    return lines
      .map(
        (line) =>
          `${line
            .map((cell, i) => pad(shorten(cell, shown[i] ?? 0), shown[i] ?? 0))
            .join('  ')
            .trimEnd()}\n`,
      )
      .join('');
  },
};

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

const isNumber = (column: GridColumn | undefined): boolean => column?.type === 'number' || column?.type === 'integer';

const textOf = (cell: GridCell): string => String(cell ?? '');

const escapeCell = (text: string): string => text.replace(/[|\\]/g, '\\$&').replace(/\s+/g, ' ');
