/** A page to look at, for each report: its text with the findings lit, a table of them, and the reason of each. */
import { DATA } from '../page/data.ts';
import { dataElement, pageFrame } from '../page/html.ts';
import { reportData } from '../page/report-data.ts';
import type { EmitContext, Emitter } from './emitter.ts';

export function html({ domains, concepts, language }: Pick<EmitContext, 'domains' | 'concepts' | 'language'>): Emitter {
  const frame = pageFrame('report', language);
  const known = {
    fields: domains,
    concepts: [...concepts.definitions.values()].map(({ id, label }) => ({ id, label })),
  };
  return {
    begin: () => '',
    record: (record, text, reasons) => {
      const { title, name } = record.report;
      return frame.head(title ?? name) + dataElement(DATA.report, reportData(record, text, reasons(), known));
    },
    between: '',
    // A folder has something to say of each page before it ends.
    end: () => frame.tail,
  };
}
