/** Records → the pieces of the outputs of a run. */
import type { GaigeRecord } from '../model/record.ts';
import type { EmitContext, Emitter, FindingTable, RecordFormat } from './emitter.ts';
import { loadEmitter, selectFindings } from './index.ts';

/** What a run writes of its records, as plain data. */
export type Emission = {
  format: RecordFormat;
  /** One output for each. Only csv tells them apart. */
  tables: readonly FindingTable[];
  /** Findings of one sort only. */
  select: FindingTable | null;
} & Pick<EmitContext, 'header' | 'language' | 'colour' | 'lineWidth' | 'names'>;

export async function loadEmitters(
  { format, tables, header, language, colour, lineWidth, names }: Emission,
  context: Pick<EmitContext, 'tool' | 'domains' | 'concepts'>,
): Promise<Emitter[]> {
  const emitterOf = await loadEmitter(format);
  return tables.map((table) => emitterOf({ table, header, language, colour, lineWidth, names, ...context }));
}

/** One piece for each output. */
export function renderRecord(
  record: GaigeRecord,
  text: string,
  emitters: readonly Emitter[],
  { select }: Emission,
): Uint8Array[] {
  const selected = selectFindings(record, select);
  return emitters.map((emitter) => encoder.encode(emitter.record(selected, text)));
}

const encoder = new TextEncoder();
