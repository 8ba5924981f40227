/** Rows of a table, or records of JSON, as documents: one report each. */
import { type Diagnostic, diagnostic } from '../../model/diagnostic.ts';
import type { Document, InputFailure, Source } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import { makeDocument } from '../document.ts';
import type { DecodeOptions } from '../reader.ts';
import { lineBlocks } from '../text/lines.ts';
import { cleanText } from '../text/plain.ts';
import { askedColumn, type DataRow, rowFacts, textColumn } from './columns.ts';

export type DataTable = {
  format: string;
  encoding: string;
  /** Names of all columns; those of JSON are the names met in the first records. */
  columns: readonly string[];
  /** The first rows, which tell where the texts are. */
  sample: readonly DataRow[];
  /** All rows, in order, each read when it is asked for. */
  rows: Iterable<NumberedRow | InputFailure> | AsyncIterable<NumberedRow | InputFailure>;
  diagnostics: readonly Diagnostic[];
  /** What the user would name the column with. */
  option: '--text-column' | '--text-field';
  /** Longest text that a cell of this format can hold. */
  fullCell?: number;
};

/** The number is that which the report goes by: `file.csv#3`. */
export type NumberedRow = { number: number; row: DataRow };

/** So many rows tell where the texts are. */
export const FIRST_ROWS = 50;

/** The reports of a table; null where no column holds any. */
export function rowDocuments(
  source: Source,
  table: DataTable,
  options: DecodeOptions,
): AsyncGenerator<Document | InputFailure> | null {
  const asked = table.option === '--text-column' ? options.textColumn : options.textField;
  const column =
    asked === undefined
      ? textColumn(table.columns, table.sample, options.boilerplate)
      : askedColumn(asked, table.columns);
  if (column === null) return null;
  const note = diagnostic('info', 'TEXT_COLUMN_GUESSED', null, { column, option: table.option });
  return documentsOf(source, table, column, asked === undefined ? [note] : [], options);
}

async function* documentsOf(
  source: Source,
  table: DataTable,
  column: string,
  notes: readonly Diagnostic[],
  options: DecodeOptions,
): AsyncGenerator<Document | InputFailure> {
  // What is to be said of the whole table is said once, with its first report.
  let pending = [...table.diagnostics, ...notes];
  for await (const each of table.rows) {
    if ('error' in each) {
      yield each;
      continue;
    }
    const text = each.row.get(column) ?? '';
    if (!/\S/.test(text)) continue;
    yield rowDocument(source, table, each, text, column, pending, options);
    pending = [];
  }
}

function rowDocument(
  source: Source,
  { format, encoding, fullCell }: DataTable,
  { number, row }: NumberedRow,
  value: string,
  column: string,
  notes: readonly Diagnostic[],
  { boilerplate }: DecodeOptions,
): Document {
  const { text } = cleanText(value);
  const isFull = fullCell !== undefined && value.length >= fullCell;
  const full = isFull ? [diagnostic('warning', 'CELL_FULL', null, { limit: fullCell })] : [];
  const member: Source = {
    path: `${source.path}#${number}`,
    name: `${source.name}#${number}`,
    bytes: new TextEncoder().encode(value),
  };
  return makeDocument(member, {
    format,
    encoding,
    text,
    blocks: lineBlocks(text, boilerplate),
    metadata: rowFacts(row, column, boilerplate),
    diagnostics: [...notes, ...full],
  });
}

/** A table without texts is no failure, but for one whose column the user named. */
export function noTexts(
  { path }: Source,
  columns: readonly string[],
  option: DataTable['option'],
  { textColumn, textField }: DecodeOptions,
): InputFailure {
  const error = new GaigeError('NO_TEXT_COLUMN', { path, option, columns: columns.slice(0, 12).join(', ') });
  const asked = option === '--text-column' ? textColumn : textField;
  return asked === undefined ? { path, error, passedOver: true } : { path, error };
}

/** The first rows of many, and all of them. */
export async function sampleRows(
  rows: AsyncIterable<NumberedRow>,
): Promise<{ sample: DataRow[]; all: AsyncGenerator<NumberedRow> }> {
  const iterator = rows[Symbol.asyncIterator]();
  const first: NumberedRow[] = [];
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    first.push(next.value);
    if (first.length === FIRST_ROWS) break;
  }
  async function* all(): AsyncGenerator<NumberedRow> {
    yield* first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { sample: first.map(({ row }) => row), all: all() };
}
