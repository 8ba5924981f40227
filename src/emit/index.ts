/** Records → json, ndjson, csv, pages, a summary. Each format is loaded when it is asked for. */
import type { EmitContext, Emitter, RecordFormat } from './emitter.ts';

export { type EmitContext, type Emitter, type FindingTable, type Format, isBinary, TABLES } from './emitter.ts';
export { selectFindings } from './select.ts';
export { addCounts, countsOf, type FindingCounts, NO_COUNTS } from './totals.ts';

type EmitterOf = (context: EmitContext) => Emitter;

const EMITTERS: Record<RecordFormat, () => Promise<EmitterOf>> = {
  summary: async () => (await import('./summary.ts')).summary,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./ndjson.ts')).ndjson,
  csv: async () => (await import('./csv.ts')).csv,
  html: async () => (await import('./html.ts')).html,
  'index-entry': async () => (await import('./index-entry.ts')).indexEntry,
  rows: async () => (await import('./rows.ts')).rows,
  observations: async () => (await import('./observations.ts')).observations,
};

export const loadEmitter = (format: RecordFormat): Promise<EmitterOf> => EMITTERS[format]();
