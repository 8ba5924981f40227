/** Which segmenter `loadSegmenter` would take, told in milliseconds: an addon is there or is not, and dictionaries are not looked at. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GaigeError } from '../model/error.ts';
import type { SegmenterName } from './backend.ts';
import { causeOf, type LoadedSegmenter } from './index.ts';

export type ProbedSegmenter = Pick<LoadedSegmenter, 'name' | 'version' | 'reason'>;

type Require = Pick<NodeJS.Require, 'resolve'> & ((id: string) => unknown);

export function probeSegmenter(require: Require = createRequire(import.meta.url)): ProbedSegmenter {
  const versionOf = (name: SegmenterName) => (require(`${name}/package.json`) as { version: string }).version;
  try {
    loadAddon(require);
    return { name: 'nodejieba', version: versionOf('nodejieba'), reason: { code: 'PREFERRED' } };
  } catch (error) {
    const name = '@node-rs/jieba';
    return { name, version: versionOf(name), reason: { code: 'FALLBACK', cause: causeOf(error) } };
  }
}

/** The same where one may be asked for by name. Throws SEGMENTER_MISSING. */
export function foreseeSegmenter(
  asked: SegmenterName | undefined,
  require: Require = createRequire(import.meta.url),
): ProbedSegmenter {
  if (asked === undefined) return probeSegmenter(require);
  try {
    const { version } = require(`${asked}/package.json`) as { version: string };
    return { name: asked, version, reason: { code: 'REQUESTED' } };
  } catch (error) {
    throw new GaigeError('SEGMENTER_MISSING', { package: asked, cause: causeOf(error), remedy: 'npm ci' }, error);
  }
}

/** nodejieba itself would load its addon with a dictionary only. */
function loadAddon(require: Require): void {
  const folder = dirname(require.resolve('nodejieba/package.json'));
  try {
    require(join(folder, 'build/Release/nodejieba.node'));
  } catch (error) {
    const missing = causeOf(error) === 'MODULE_NOT_FOUND';
    throw missing ? Object.assign(new Error(folder), { code: 'BINDING_NOT_FOUND' }) : error;
  }
}
