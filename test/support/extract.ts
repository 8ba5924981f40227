import { decode } from '../../src/decode/index.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadRulePack } from '../../src/knowledge/index.ts';
import { formatPacks } from '../../src/knowledge/rule-pack.ts';
import type { Document } from '../../src/model/document.ts';
import type { GaigeRecord, Tool } from '../../src/model/record.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
import { loadSegmenter } from '../../src/segment/index.ts';

export const pack = loadRulePack();
const { name, segment } = loadSegmenter();

/** Decodes a text as if it stood in a .txt file. */
export async function documentOf(text: string, path = 'report.txt'): Promise<Document> {
  const source = { path, name: path, bytes: new TextEncoder().encode(text) };
  for await (const document of decode(source, { boilerplate: pack.boilerplate })) {
    if ('error' in document) throw document.error;
    return document;
  }
  throw new Error('no document');
}

const tool: Tool = { name: 'gaige', version: 'test', rules: formatPacks(pack.packs), segmenter: name };

export const engine: Engine = { pack, segment, tool, includeText: true };

/** The record of a text. */
export const extract = async (text: string, path?: string): Promise<GaigeRecord> =>
  extractDocument(await documentOf(text, path), engine);

export { segment };
