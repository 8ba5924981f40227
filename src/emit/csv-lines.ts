/** RFC 4180, and cells that no spreadsheet takes for a formula. */
import { stringify } from 'csv-stringify/sync';
import type { Language } from '../messages/language.ts';
import type { GridCell, GridColumn } from '../model/grid.ts';

/** Without it spreadsheets take Chinese for something else. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet takes for the start of a formula; an East Asian one takes full-width signs for it, and blanks before it count nowhere. */
const FORMULA_START = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** A cell of text as a spreadsheet leaves it. */
export const unformulated = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

export const csvLines = (columns: readonly GridColumn[], rows: readonly (readonly GridCell[])[]): string =>
  lines(rows.map((row) => row.map((cell, i) => formatCell(columns[i]?.type, cell))));

export const headLine = (columns: readonly GridColumn[], language: Language): string =>
  lines([columns.map((column) => formatCell('text', titleOf(column, language)))]);

const lines = (cells: readonly (readonly string[])[]): string => stringify([...cells], { record_delimiter: '\r\n' });

export const titleOf = ({ key, zh }: GridColumn, language: Language): string => (language === 'zh' ? zh : key);

function formatCell(type: GridColumn['type'] | undefined, cell: GridCell): string {
  const text = cell === null ? '' : String(cell);
  return type === 'text' ? unformulated(text) : text;
}
