import { SCHEMA_VERSION } from '../model/vocabulary.ts';
import type { EmitContext, Emitter } from './emitter.ts';

/** The envelope, one record a line, so that it can be written as records come and compared line by line. */
export const json = ({ tool }: Pick<EmitContext, 'tool'>): Emitter => ({
  begin: () => `{"schemaVersion":${JSON.stringify(SCHEMA_VERSION)},"tool":${JSON.stringify(tool)},"reports":[`,
  record: (record) => `\n${JSON.stringify(record)}`,
  between: ',',
  end: (counts) => `\n],"summary":${JSON.stringify(counts)}}\n`,
});
