/** Records → the pieces of the outputs of a run. */
import type { GaigeRecord } from '../model/record.ts';
import type { Reasons } from '../page/report-data.ts';
import type { EmitContext, Emitter, FindingTable, RecordFormat } from './emitter.ts';
import { loadEmitter, selectFindings } from './index.ts';

/** What a run writes of its records, as plain data. */
export type Emission = {
  format: RecordFormat;
  /** One output for each. Only csv tells them apart. */
  tables: readonly FindingTable[];
  /** Whether there is one more, the entry of the report in an index of pages. */
  isIndexed: boolean;
  /** Findings of one sort only. */
  select: FindingTable | null;
} & Pick<EmitContext, 'header' | 'language' | 'colour' | 'lineWidth' | 'names'>;

export async function loadEmitters(
  { format, tables, isIndexed, header, language, colour, lineWidth, names }: Emission,
  context: Pick<EmitContext, 'tool' | 'domains' | 'concepts'>,
): Promise<Emitter[]> {
  const parts = tables.map((table) => ({ format, table }));
  if (isIndexed) parts.push({ format: 'index-entry', table: 'indicators' });
  const shared = { header, language, colour, lineWidth, names, ...context };
  return Promise.all(parts.map(async ({ format, table }) => (await loadEmitter(format))({ table, ...shared })));
}

/** One piece for each output. */
export function renderRecord(
  record: GaigeRecord,
  text: string,
  emitters: readonly Emitter[],
  { select }: Emission,
  reasons: () => Reasons,
): Uint8Array[] {
  const selected = selectFindings(record, select);
  return emitters.map((emitter) => encoder.encode(emitter.record(selected, text, reasons)));
}

const encoder = new TextEncoder();
