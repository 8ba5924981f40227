/** The tables of findings. */
import { BYTE_ORDER_MARK, csvLines, headLine } from './csv-lines.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { sheets, TABLE_DEFINITIONS } from './tables.ts';

export function csv({ table, header, domains }: Pick<EmitContext, 'table' | 'header' | 'domains'>): Emitter {
  const { columns, rows } = TABLE_DEFINITIONS[table];
  const sheetOf = sheets(domains);
  return {
    begin: () => BYTE_ORDER_MARK + headLine(columns, header),
    record: (record, text) => csvLines(columns, rows(sheetOf(record, text))),
    between: '',
    end: () => '',
  };
}
