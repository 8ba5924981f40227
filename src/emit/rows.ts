/** Findings as rows of a table, a line of JSON each: what workbooks and parquet files are put together of. */
import type { GridCell } from '../model/grid.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { sheets, TABLE_DEFINITIONS } from './tables.ts';

export function rows({ table, domains }: Pick<EmitContext, 'table' | 'domains'>): Emitter {
  const definition = TABLE_DEFINITIONS[table];
  const sheetOf = sheets(domains);
  return {
    begin: () => '',
    record: (record, text) =>
      definition
        .rows(sheetOf(record, text))
        .map((row) => `${JSON.stringify(row)}\n`)
        .join(''),
    between: '',
    end: () => '',
  };
}

const decoder = new TextDecoder();

export const rowsIn = (piece: Uint8Array): (readonly GridCell[])[] =>
  decoder
    .decode(piece)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
