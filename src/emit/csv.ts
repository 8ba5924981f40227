/** RFC 4180 with a byte order mark, without which spreadsheets take Chinese for something else. */
import { stringify } from 'csv-stringify/sync';
import type { EmitContext, Emitter } from './emitter.ts';
import { type Cell, type Sheet, TABLE_DEFINITIONS } from './tables.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

export function csv({ table, header, domains }: Pick<EmitContext, 'table' | 'header' | 'domains'>): Emitter {
  const { headings, rows } = TABLE_DEFINITIONS[table];
  const definitions = new Map(domains.map((definition) => [definition.id, definition]));
  return {
    begin: () => BYTE_ORDER_MARK + lines([headings.map(({ key, zh }) => (header === 'zh' ? zh : key))]),
    record: (record, text) => {
      const titles = new Map(record.sections.map(({ id, title }) => [id, title]));
      const sheet: Sheet = {
        record,
        text,
        titleOf: (section) => (section === null ? null : (titles.get(section) ?? null)),
        definitionOf: (domain) => definitions.get(domain),
      };
      return lines(rows(sheet).map((row) => row.map(({ type, cell }) => formatCell(type, cell))));
    },
    between: '',
    end: () => '',
  };
}

const lines = (rows: readonly string[][]): string => stringify([...rows], { record_delimiter: '\r\n' });

function formatCell(type: 'text' | 'number', cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return type === 'text' && FORMULA_START.test(text) ? `'${text}` : text;
}
