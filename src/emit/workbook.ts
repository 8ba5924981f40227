/** Tables as an Excel workbook, a sheet each, with heads and codes in the language that is asked for. */
import type { Language } from '../messages/language.ts';
import type { FigureCell, GridCell, GridHead, SheetGrid } from '../model/grid.ts';
import type { OpenSpool, Put } from './bytes.ts';
import { type CodeNames, codeTranslator } from './codes.ts';
import { titleOf } from './csv-lines.ts';
import { type BookTable, openBook } from './xlsx/book.ts';
import type { Losses, SheetCell } from './xlsx/cells.ts';
import { figureFormats } from './xlsx/figures.ts';

type WorkbookWriter = {
  openTable: (head: GridHead, names?: CodeNames) => BookTable;
  /** Where row `index` of a table will stand, from 0. */
  placeOfRow: (head: Pick<GridHead, 'name' | 'zh'>, index: number) => string;
  /** Throws BOOK_TOO_LARGE. */
  end: () => Promise<Losses>;
};

export function openWorkbook(header: Language, put: Put, openSpool: OpenSpool): WorkbookWriter {
  const book = openBook(put, openSpool);
  const nameOf = ({ name, zh }: Pick<GridHead, 'name' | 'zh'>) => (header === 'zh' ? zh : name);
  return {
    openTable: (head, names) => {
      const { columns } = head;
      const titles = columns.map((column) => titleOf(column, header));
      const translate = codeTranslator(columns, header, names);
      const table = book.openTable({ name: nameOf(head), columns, titles, frozen: keysInFront(head) });
      return { add: (row) => table.add(translate(row)) };
    },
    placeOfRow: (head, index) => book.placeOfRow(nameOf(head), index),
    end: book.end,
  };
}

/** What tells one row from another stays in sight, where it stands in front. */
function keysInFront({ columns, keys = [] }: GridHead): number {
  const others = columns.findIndex(({ key }) => !keys.includes(key));
  return others === -1 ? 0 : others;
}

/** Throws BOOK_TOO_LARGE. */
export async function bookOf(
  grids: readonly SheetGrid[],
  header: Language,
  put: Put,
  openSpool: OpenSpool,
): Promise<Losses> {
  const book = openWorkbook(header, put, openSpool);
  const formatOf = figureFormats();
  for (const grid of grids) {
    const evidence = grids.find(({ name }) => name === grid.evidence);
    const cellOf = (cell: GridCell | FigureCell): SheetCell => {
      if (typeof cell !== 'object' || cell === null) return cell;
      const link = evidence && { link: book.placeOfRow(evidence, cell.evidence) };
      const format = cell.number === null ? null : formatOf(cell);
      if (format === null) return { value: cell.text, ...link };
      return { value: cell.number, format, shown: `${cell.before}${cell.number}${cell.after}`, ...link };
    };
    const table = book.openTable(grid);
    for (const row of grid.rows) await table.add(row.map(cellOf));
  }
  return book.end();
}
