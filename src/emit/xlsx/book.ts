/**
 * An Excel workbook in the making: its sheets grow row by row and are put aside compressed, so that none is ever held as a whole. The same
 * rows give the same bytes. Why it is written here and by no library: docs/decisions/workbook-writer.md.
 */
import type { OpenSpool, Put } from '../bytes.ts';
import { openEntry, type PackedEntry, storedEntry, writeArchive } from './archive.ts';
import type { Losses } from './cells.ts';
import { packageParts, type SheetPart } from './package.ts';
import { MOST_ROWS, openSheet, type SheetHead, type SheetRow } from './sheet.ts';
import { createStyleTable } from './styles.ts';

export type BookTable = { add: (row: SheetRow) => Promise<void> };

export type Book = {
  /** A sheet, or several where there are more rows than one takes: `long`, `long 2`. */
  openTable: (head: SheetHead) => BookTable;
  /** Where row `index` of a table will stand, from 0. */
  placeOfRow: (name: string, index: number) => string;
  /** Throws BOOK_TOO_LARGE. */
  end: () => Promise<Losses>;
};

export function openBook(put: Put, openSpool: OpenSpool, mostRows = MOST_ROWS): Book {
  const styles = createStyleTable();
  const losses: Losses = { cut: 0, firstCut: null, unlinked: 0 };
  const tables: (BookTable & { end: () => Promise<Sheet[]> })[] = [];

  const open = (head: SheetHead, file: string) => {
    const entry = openEntry(`xl/${file}`, openSpool());
    return { head, file, entry, sheet: openSheet(head, styles, losses, entry) };
  };
  const sheetsOf = (head: SheetHead, number: number) => {
    const done: Sheet[] = [];
    let part = open(head, sheetFile(number, 1));
    let rows = 0;
    const close = async () => {
      const range = await part.sheet.end();
      done.push({ name: part.head.name, file: part.file, range, entry: await part.entry.end() });
    };
    return {
      add: async (row: SheetRow) => {
        if (rows === mostRows) {
          await close();
          const count = done.length + 1;
          part = open({ ...head, name: sheetName(head.name, count) }, sheetFile(number, count));
          rows = 0;
        }
        rows++;
        await part.sheet.add(row);
      },
      end: async () => {
        await close();
        return done;
      },
    };
  };

  return {
    openTable: (head) => {
      const table = sheetsOf(head, tables.length + 1);
      tables.push(table);
      return table;
    },
    placeOfRow: (name, index) => `'${sheetName(name, Math.floor(index / mostRows) + 1)}'!A${(index % mostRows) + 2}`,
    end: async () => {
      const sheets: Sheet[] = [];
      for (const table of tables) sheets.push(...(await table.end()));
      const parts = packageParts(sheets, styles).map(([name, text]) => storedEntry(name, text));
      await writeArchive([...parts, ...sheets.map(({ entry }) => entry)], put);
      return losses;
    },
  };
}

type Sheet = SheetPart & { entry: PackedEntry };

const sheetFile = (table: number, part: number): string => `worksheets/sheet${table}${part > 1 ? `-${part}` : ''}.xml`;

const sheetName = (name: string, part: number): string => (part > 1 ? `${name} ${part}` : name);
