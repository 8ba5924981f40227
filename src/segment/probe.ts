/** Which segmenter `loadSegmenter` would take, told in milliseconds: an addon is there or is not, and dictionaries are not looked at. */
import { createRequire } from 'node:module';
import type { SegmenterName } from './backend.ts';
import { causeOf, type LoadedSegmenter } from './index.ts';

export type ProbedSegmenter = Pick<LoadedSegmenter, 'name' | 'version' | 'reason'>;

type Require = (id: string) => unknown;

export function probeSegmenter(require: Require = createRequire(import.meta.url)): ProbedSegmenter {
  const versionOf = (name: SegmenterName) => (require(`${name}/package.json`) as { version: string }).version;
  try {
    const version = versionOf('nodejieba');
    loadAddon(require);
    return { name: 'nodejieba', version, reason: { code: 'PREFERRED' } };
  } catch (error) {
    const name = '@node-rs/jieba';
    return { name, version: versionOf(name), reason: { code: 'FALLBACK', cause: causeOf(error) } };
  }
}

/** nodejieba itself would load its addon with a dictionary only. */
function loadAddon(require: Require): void {
  try {
    require('nodejieba/build/Release/nodejieba.node');
  } catch (error) {
    const missing = causeOf(error) === 'MODULE_NOT_FOUND';
    throw missing ? Object.assign(new Error('nodejieba'), { code: 'BINDING_NOT_FOUND' }) : error;
  }
}
