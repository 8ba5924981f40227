/** Grids as an Excel workbook, a sheet each. */
import type { Language } from '../messages/language.ts';
import type { Grid } from '../model/grid.ts';
import type { OpenSpool, Put } from './bytes.ts';
import { titleOf } from './csv-lines.ts';
import { openBook } from './xlsx/book.ts';
import type { Losses } from './xlsx/cells.ts';

/** Throws BOOK_TOO_LARGE. */
export async function bookOf(
  grids: readonly Grid[],
  header: Language,
  put: Put,
  openSpool: OpenSpool,
): Promise<Losses> {
  const book = openBook(put, openSpool);
  for (const { name, zh, columns, rows } of grids) {
    const titles = columns.map((column) => titleOf(column, header));
    const table = book.openTable({ name: header === 'zh' ? zh : name, columns, titles, frozen: 0 });
    for (const row of rows) await table.add(row);
  }
  return book.end();
}
