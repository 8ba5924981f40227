/** A sheet of a workbook, row by row: numbers as numbers, text as text whatever it looks like, the head in sight, filters on it. */
import { GaigeError } from '../../model/error.ts';
import type { GridColumn } from '../../model/grid.ts';
import { widestOf } from '../fit.ts';
import type { EntryWriter } from './archive.ts';
import { cellWriter, columnLetters, type Losses, type SheetCell, shownText } from './cells.ts';
import type { StyleTable } from './styles.ts';

/** What Excel takes in a sheet, besides its head. */
export const MOST_ROWS = 1_048_575;
const MOST_COLUMNS = 16_384;

/** So many rows tell how wide a column is. */
const MEASURED_ROWS = 1000;

export type SheetRow = readonly SheetCell[];

export type SheetHead = {
  name: string;
  columns: readonly GridColumn[];
  titles: readonly string[];
  /** How many columns at the left stay in sight. */
  frozen: number;
};

export type SheetWriter = {
  add: (row: SheetRow) => Promise<void>;
  /** Gives the place of the head and the rows: `A1:D20`. */
  end: () => Promise<string>;
};

/** `losses` are added to. Throws BOOK_TOO_LARGE. */
export function openSheet(head: SheetHead, styles: StyleTable, losses: Losses, entry: EntryWriter): SheetWriter {
  if (head.columns.length > MOST_COLUMNS) throw new GaigeError('BOOK_TOO_LARGE');
  const cells = cellWriter(head, styles, losses);
  let rows = 0;
  let measured: SheetRow[] | null = [];

  const writeRow = async (row: SheetRow) => {
    rows++;
    await entry.write(`<row r="${rows}">${row.map((cell, i) => cells.xml(cell, i, rows)).join('')}</row>`);
  };
  const begin = async (first: readonly SheetRow[]) => {
    measured = null;
    await entry.write(`${BEGINNING}${paneXml(head.frozen)}${widthsXml(head.titles, first)}<sheetData>`);
    await writeRow(head.titles.map((value) => ({ value, format: '@', font: 'head' })));
    for (const row of first) await writeRow(row);
  };

  return {
    add: async (row) => {
      if (measured === null) return writeRow(row);
      measured.push(row);
      if (measured.length === MEASURED_ROWS) await begin(measured);
    },
    end: async () => {
      if (measured !== null) await begin(measured);
      const range = `A1:${columnLetters(head.columns.length - 1)}${rows}`;
      await entry.write(`</sheetData><autoFilter ref="${range}"/>${cells.linksXml()}</worksheet>`);
      return range;
    },
  };
}

const BEGINNING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

function paneXml(frozen: number): string {
  const columns = frozen > 0 ? ` xSplit="${frozen}"` : '';
  const pane = frozen > 0 ? 'bottomRight' : 'bottomLeft';
  const place = `${columnLetters(frozen)}2`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${columns} ySplit="1" topLeftCell="${place}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** In characters: no column is wider, or narrower. Its head has an arrow beside it. */
const WIDEST = 60;
const NARROWEST = 8;
const MARGIN = 2;
const ARROW = 2;

function widthsXml(titles: readonly string[], rows: readonly SheetRow[]): string {
  const widths = titles.map((title, i) => {
    const texts = rows.map((row) => shownText(row[i] ?? null));
    return Math.min(WIDEST, Math.max(NARROWEST, widestOf([title]) + ARROW, widestOf(texts)) + MARGIN);
  });
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return `<cols>${columns.join('')}</cols>`;
}
