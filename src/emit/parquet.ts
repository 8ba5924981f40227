/** Tables as parquet files: typed columns, null where a cell is empty, a group of rows at a time. */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Language } from '../messages/language.ts';
import type { Grid, GridCell, GridColumn } from '../model/grid.ts';
import type { Put } from './bytes.ts';
import { type CodeNames, codeTranslator } from './codes.ts';
import { titleOf } from './csv-lines.ts';

const TYPES = { text: 'STRING', number: 'DOUBLE', integer: 'INT64', boolean: 'BOOLEAN' } as const;

const parquetValue = (cell: GridCell, { type }: GridColumn): GridCell | bigint =>
  type === 'integer' && cell !== null ? BigInt(cell) : cell;

/** A group is as large as its text allows, so that it fits into memory: rows, and UTF-16 units. */
const MOST_ROWS = 8_192;
const MOST_TEXT = 1 << 22;

type ParquetTable = { add: (row: readonly GridCell[]) => Promise<void>; end: () => Promise<void> };

/** The same rows give the same bytes. Cells of an integer column have to be whole numbers that a double holds exactly. */
export function openParquet(
  columns: readonly GridColumn[],
  header: Language,
  put: Put,
  codeNames?: CodeNames,
): ParquetTable {
  const names = distinct(columns, header);
  const translate = codeTranslator(columns, header, codeNames);
  const types = columns.map(({ type }, i) => ({ name: names[i] ?? '', type: TYPES[type], nullable: true, data: [] }));
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: types }), createdBy: 'gaige' });
  let rows: (readonly GridCell[])[] = [];
  let text = 0;

  const hand = async () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    await put(bytes);
  };
  const endGroup = async () => {
    const group = rows;
    rows = [];
    text = 0;
    const columnData = columns.map((column, i) => ({
      name: names[i] ?? '',
      data: group.map((row) => parquetValue(row[i] ?? null, column)),
    }));
    file.write({ columnData, rowGroupSize: MOST_ROWS });
    await hand();
  };

  return {
    add: async (row) => {
      rows.push(translate(row));
      for (const cell of row) if (typeof cell === 'string') text += cell.length;
      if (rows.length === MOST_ROWS || text >= MOST_TEXT) await endGroup();
    },
    end: async () => {
      if (rows.length > 0) await endGroup();
      file.finish();
      await hand();
    },
  };
}

/** Two columns of a parquet file have no name in common: where their titles do, the later is told apart by its key. */
function distinct(columns: readonly GridColumn[], header: Language): string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const title = titleOf(column, header);
    const name = taken.has(title) ? `${title} (${column.key})` : title;
    taken.add(name);
    return name;
  });
}

export async function parquetOf({ columns, rows }: Grid, header: Language, put: Put): Promise<void> {
  const table = openParquet(widened(columns, rows), header, put);
  for (const row of rows) await table.add(row);
  await table.end();
}

/** Records may have been changed by anyone: what no whole number can hold makes its column one of doubles. */
function widened(columns: readonly GridColumn[], rows: Grid['rows']): GridColumn[] {
  const whole = new Set([...columns.keys()].filter((i) => columns[i]?.type === 'integer'));
  const odd = new Set<number>();
  for (const row of rows) for (const i of whole) if (!isInteger(row[i] ?? null)) odd.add(i);
  return columns.map((column, i) => (odd.has(i) ? { ...column, type: 'number' } : column));
}

const isInteger = (cell: GridCell): boolean => cell === null || Number.isSafeInteger(cell);
