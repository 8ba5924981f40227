/** Grids as an Excel workbook, a sheet each. */
import type { Language } from '../messages/language.ts';
import type { Grid } from '../model/grid.ts';
import { memorySpool } from './bytes.ts';
import { titleOf } from './csv-lines.ts';
import { openBook } from './xlsx/book.ts';

/** Throws BOOK_TOO_LARGE. */
export async function workbookOf(grids: readonly Grid[], header: Language): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const put = async (bytes: Uint8Array) => void pieces.push(bytes);
  const book = openBook(put, memorySpool);
  for (const { name, zh, columns, rows } of grids) {
    const titles = columns.map((column) => titleOf(column, header));
    const table = book.openTable({ name: header === 'zh' ? zh : name, columns, titles, frozen: 0 });
    for (const row of rows) await table.add(row);
  }
  await book.end();
  return Buffer.concat(pieces);
}
