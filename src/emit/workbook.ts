/** Tables as an Excel workbook, a sheet each, with heads and codes in the language that is asked for. */
import type { Language } from '../messages/language.ts';
import type { Grid, GridHead } from '../model/grid.ts';
import type { OpenSpool, Put } from './bytes.ts';
import { type CodeNames, codeTranslator } from './codes.ts';
import { titleOf } from './csv-lines.ts';
import { type BookTable, openBook } from './xlsx/book.ts';
import type { Losses } from './xlsx/cells.ts';

type WorkbookWriter = {
  openTable: (head: GridHead, names?: CodeNames) => BookTable;
  /** Throws BOOK_TOO_LARGE. */
  end: () => Promise<Losses>;
};

export function openWorkbook(header: Language, put: Put, openSpool: OpenSpool): WorkbookWriter {
  const book = openBook(put, openSpool);
  return {
    openTable: ({ name, zh, columns }, names) => {
      const titles = columns.map((column) => titleOf(column, header));
      const translate = codeTranslator(columns, header, names);
      const table = book.openTable({ name: header === 'zh' ? zh : name, columns, titles, frozen: 0 });
      return { add: (row) => table.add(translate(row)) };
    },
    end: book.end,
  };
}

/** Throws BOOK_TOO_LARGE. */
export async function bookOf(
  grids: readonly Grid[],
  header: Language,
  put: Put,
  openSpool: OpenSpool,
): Promise<Losses> {
  const book = openWorkbook(header, put, openSpool);
  for (const grid of grids) {
    const table = book.openTable(grid);
    for (const row of grid.rows) await table.add(row);
  }
  return book.end();
}
