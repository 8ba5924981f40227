/** RFC 4180, and cells that no spreadsheet takes for a formula. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../messages/language.ts';
import type { GridCell } from '../model/grid.ts';

/** Without it spreadsheets take Chinese for something else. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

export const csvLines = (rows: readonly (readonly { type: 'text' | 'number'; cell: GridCell }[])[]): string =>
  stringify(
    rows.map((row) => row.map(({ type, cell }) => formatCell(type, cell))),
    { record_delimiter: '\r\n' },
  );

export const headLine = (headings: readonly { key: string; zh: string }[], language: Language): string =>
  csvLines([headings.map((heading) => ({ type: 'text', cell: titleOf(heading, language) }))]);

export const titleOf = ({ key, zh }: { key: string; zh: string }, language: Language): string =>
  language === 'zh' ? zh : key;

function formatCell(type: 'text' | 'number', cell: GridCell): string {
  const text = cell === null ? '' : String(cell);
  return type === 'text' && FORMULA_START.test(text) ? `'${text}` : text;
}
