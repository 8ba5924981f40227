/** Sources → records, one after the other: what the command line and the API share. */
import { type DecodeOptions, decode } from '../decode/index.ts';
import type { Engine } from '../engine/engine.ts';
import type { Document, InputFailure, Source } from '../model/document.ts';
import type { GaigeRecord } from '../model/record.ts';
import { extractDocument } from './stages.ts';

export type Extracted = { record: GaigeRecord; document: Document };

/** How the bytes of inputs become texts. */
export type ReadingOptions = Omit<DecodeOptions, 'boilerplate'>;

/** What cannot be read or decoded is a value, and the rest goes on. Nothing is kept of a report once the next is asked for. */
export async function* extractSources(
  sources: AsyncIterable<Source | InputFailure> | Iterable<Source | InputFailure>,
  engine: Engine,
  options: ReadingOptions = {},
): AsyncGenerator<Extracted | InputFailure> {
  for await (const document of decodeSources(sources, engine.pack, options)) {
    yield 'error' in document ? document : { record: extractDocument(document, engine), document };
  }
}

export async function* decodeSources(
  sources: AsyncIterable<Source | InputFailure> | Iterable<Source | InputFailure>,
  { boilerplate }: Engine['pack'],
  options: ReadingOptions = {},
): AsyncGenerator<Document | InputFailure> {
  for await (const source of sources) {
    if ('error' in source) yield source;
    else yield* decode(source, { ...options, boilerplate });
  }
}
