import type { Emitter } from './emitter.ts';

/** One record a line. */
export const ndjson = (): Emitter => ({
  begin: () => '',
  record: (record) => `${JSON.stringify(record)}\n`,
  between: '',
  end: () => '',
});
