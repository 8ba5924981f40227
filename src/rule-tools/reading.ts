import type { Engine } from '../engine/engine.ts';
import { decodeSources } from '../pipeline/sources.ts';
import { type Stages, stages } from '../pipeline/stages.ts';

/** The stages of a text as if it stood in a file of its own. */
export async function readText(text: string, engine: Engine): Promise<Stages> {
  const source = { path: 'example.txt', name: 'example.txt', bytes: new TextEncoder().encode(text) };
  for await (const document of decodeSources([source], engine.pack, { encoding: 'utf-8' })) {
    if ('error' in document) throw document.error;
    return stages(document, engine);
  }
  throw new Error('a text is a document');
}
