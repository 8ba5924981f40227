/** Grids as an Excel workbook, a sheet each: numbers as numbers, text as text whatever it looks like, the head frozen. */
import { unzipSync, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import type { Language } from '../messages/language.ts';
import { GaigeError } from '../model/error.ts';
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import { titleOf } from './csv-lines.ts';
import { widestOf } from './fit.ts';

/** What Excel takes, head included. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/** Of characters a column shows no more, nor fewer. */
const WIDEST = 60;
const NARROWEST = 8;
const MARGIN = 2;

/** The same grids give the same bytes. Throws TOO_MANY_ROWS. */
export async function workbookOf(grids: readonly Grid[], header: Language): Promise<Uint8Array> {
  const sheets = grids.map((grid) => sheetOf(grid, header));
  const written = await writeWorkbook(sheets).toBuffer();
  // The archive as it was written tells when.
  return zipSync(unzipSync(new Uint8Array(written)), { mtime: NO_TIME });
}

const NO_TIME = '1980-01-01T12:00:00';

function sheetOf({ name, zh, columns, rows }: Grid, header: Language) {
  const titles = columns.map((column) => titleOf(column, header));
  const cells = [...rows];
  if (cells.length >= MOST_ROWS) throw new GaigeError('TOO_MANY_ROWS', { rows: cells.length, limit: MOST_ROWS - 1 });
  const head = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return {
    sheet: header === 'zh' ? zh : name,
    stickyRowsCount: 1,
    columns: columns.map((_, i) => ({
      width: widthOfColumn([titles[i] ?? '', ...cells.map((row) => String(row[i] ?? ''))]),
    })),
    data: [head, ...cells.map((row) => row.map((value, i) => cellOf(value, columns[i])))],
  };
}

function cellOf(value: GridCell, column: GridColumn | undefined) {
  if (value === null) return null;
  if (typeof value === 'number') return { value, type: Number, format: column?.type === 'integer' ? '0' : 'General' };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: value.slice(0, MOST_CHARACTERS), type: String, format: '@' };
}

const widthOfColumn = (texts: readonly string[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, widestOf(texts) + MARGIN));
