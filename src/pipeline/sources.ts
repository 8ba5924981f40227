/** Sources → records, one after the other: what the command line and the API share. */
import { type DecodeOptions, decode } from '../decode/index.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';
import type { GaigeRecord } from '../model/record.ts';
import { type Equipment, extractDocument } from './stages.ts';

export type Extracted = { record: GaigeRecord; document: Document };

/** How the bytes of inputs become texts. */
export type ReadingOptions = Omit<DecodeOptions, 'residue'>;

/** What cannot be read or decoded is a value, and the rest goes on. Nothing is kept of a report once the next is asked for. */
export async function* extractSources(
  sources: AsyncIterable<Source | InputFailure> | Iterable<Source | InputFailure>,
  equipment: Equipment,
  options: ReadingOptions = {},
): AsyncGenerator<Extracted | InputFailure> {
  for await (const document of decodeSources(sources, equipment.pack, options)) {
    yield 'error' in document ? document : { record: extractDocument(document, equipment), document };
  }
}

export async function* decodeSources(
  sources: AsyncIterable<Source | InputFailure> | Iterable<Source | InputFailure>,
  { residue }: Equipment['pack'],
  options: ReadingOptions = {},
): AsyncGenerator<Document | InputFailure> {
  for await (const source of sources) {
    if ('error' in source) yield source;
    else yield* decode(source, { ...options, residue });
  }
}
