/** A grid as a parquet file: typed columns, null where a cell is empty. */
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import type { Grid, GridColumn } from '../model/grid.ts';

const TYPES = {
  text: 'STRING',
  number: 'DOUBLE',
  integer: 'INT32',
  boolean: 'BOOLEAN',
} as const satisfies Record<GridColumn['type'], ColumnSource['type']>;

/** The same grid gives the same bytes. */
export function parquetOf({ columns, rows }: Grid): Uint8Array {
  const lines = [...rows];
  const columnData = columns.map(
    ({ key, type }, i): ColumnSource => ({
      name: key,
      type: TYPES[type],
      nullable: true,
      data: lines.map((line) => line[i] ?? null),
    }),
  );
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
