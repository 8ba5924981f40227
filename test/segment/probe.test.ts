import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { loadSegmenter } from '../../src/segment/index.ts';
import { probeSegmenter } from '../../src/segment/probe.ts';

const realRequire = createRequire(import.meta.url);

const failing = (code: string, fails: (id: string) => boolean) => {
  const check = (id: string): void => {
    if (fails(id)) throw Object.assign(new Error(code), { code });
  };
  const require = (id: string): unknown => {
    check(id);
    return realRequire(id);
  };
  const resolve = (id: string): string => {
    check(id);
    return realRequire.resolve(id);
  };
  return Object.assign(require, { resolve: Object.assign(resolve, { paths: realRequire.resolve.paths }) });
};

test('tells what would be loaded', () => {
  const { segment, ...loaded } = loadSegmenter();
  expect(probeSegmenter()).toEqual(loaded);
});

test.each([
  ['nodejieba is not installed', 'MODULE_NOT_FOUND', (id: string) => id.startsWith('nodejieba'), 'MODULE_NOT_FOUND'],
  ['its addon was not built', 'MODULE_NOT_FOUND', (id: string) => id.endsWith('.node'), 'BINDING_NOT_FOUND'],
  ['its addon is for another system', 'ERR_DLOPEN_FAILED', (id: string) => id.endsWith('.node'), 'ERR_DLOPEN_FAILED'],
])('%s', (_, code, fails, cause) => {
  expect(probeSegmenter(failing(code, fails))).toMatchObject({
    name: '@node-rs/jieba',
    reason: { code: 'FALLBACK', cause },
  });
});
