/** The tables of findings. */
import { BYTE_ORDER_MARK, csvLines, headLine } from './csv-lines.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { sectionTitles } from './section-titles.ts';
import { TABLE_DEFINITIONS, type TableSheet } from './tables.ts';

export function csv({ table, header, domains }: Pick<EmitContext, 'table' | 'header' | 'domains'>): Emitter {
  const { headings, rows } = TABLE_DEFINITIONS[table];
  const definitions = new Map(domains.map((definition) => [definition.id, definition]));
  return {
    begin: () => BYTE_ORDER_MARK + headLine(headings, header),
    record: (record, text) => {
      const sheet: TableSheet = {
        record,
        text,
        ...sectionTitles(record),
        definitionOf: (domain) => definitions.get(domain),
      };
      return csvLines(rows(sheet));
    },
    between: '',
    end: () => '',
  };
}
