import { SCHEMA_VERSION } from '../model/vocabulary.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { addCounts, countsOf, NO_COUNTS } from './totals.ts';

/** The envelope, one record a line, so that it can be written as records come and compared line by line. */
export function json({ tool }: Pick<EmitContext, 'tool'>): Emitter {
  let counts = NO_COUNTS;
  return {
    begin: () => `{"schemaVersion":${JSON.stringify(SCHEMA_VERSION)},"tool":${JSON.stringify(tool)},"reports":[`,
    record: (record) => {
      const separator = counts.reports === 0 ? '\n' : ',\n';
      counts = addCounts(counts, countsOf(record));
      return separator + JSON.stringify(record);
    },
    end: () => `\n],"summary":${JSON.stringify(counts)}}\n`,
  };
}
