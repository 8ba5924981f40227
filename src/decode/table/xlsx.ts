/**
 * .xlsx with one report a row. Read cell by cell with saxes: readers of whole sheets make room for every cell that a sheet claims, and one cell
 * at XFD1048576 takes the process down.
 */
import type { Document, InputFailure, Source } from '../../model/document.ts';
import { openArchive } from '../container/archive.ts';
import type { DecodeOptions } from '../reader.ts';
import { columnsOf, rowOf } from './header.ts';
import { FIRST_ROWS, noTexts, rowDocuments } from './rows.ts';
import { sheetDocument } from './sheet-text.ts';
import { openWorkbook } from './workbook.ts';

const OPTION = '--text-column';
/** What Excel lets a cell hold; programs that write more texts cut them off here. */
const LONGEST_CELL = 32_767;

export async function* decodeXlsx(source: Source, options: DecodeOptions): AsyncGenerator<Document | InputFailure> {
  const workbook = openWorkbook(openArchive(source.bytes, options.maxFileSize));
  const columns = new Set<string>();
  const sheets: Document[] = [];
  let found = false;
  for (const sheet of workbook.sheets) {
    const member = workbook.sheets.length > 1 ? within(source, sheet.name) : source;
    const rows = workbook.rowsOf(sheet);
    const table = tableOf(rows);
    const reports = rowDocuments(member, table, options);
    for (const column of table.columns) columns.add(column);
    // A table of figures is a report of its own, unless the user says where the texts are.
    const figures =
      reports || options.textColumn !== undefined ? null : sheetDocument(member, rows, member !== source, options);
    if (figures) sheets.push(figures);
    if (!reports) continue;
    found = true;
    yield* reports;
  }
  if (!found) yield* sheets;
  if (!found && sheets.length === 0) yield noTexts(source, [...columns], OPTION, options);
}

/** `file.xlsx#工作表#3` */
const within = (source: Source, sheet: string): Source => ({
  ...source,
  path: `${source.path}#${sheet}`,
  name: `${source.name}#${sheet}`,
});

function tableOf(rows: readonly string[][]) {
  const header = rows.findIndex((cells) => cells.some((cell) => cell?.trim()));
  const { names, hasHeader } = columnsOf(Array.from(rows[header] ?? [], (cell) => cell ?? ''));
  const numbered = rows
    .slice(header + (hasHeader ? 1 : 0))
    .filter((cells) => cells.length > 0)
    .map((cells, i) => ({ number: i + 1, row: rowOf(cells, names) }));
  return {
    format: 'xlsx',
    encoding: 'utf-8',
    columns: names,
    sample: numbered.slice(0, FIRST_ROWS).map(({ row }) => row),
    rows: numbered,
    diagnostics: [],
    option: OPTION,
    fullCell: LONGEST_CELL,
  } as const;
}
