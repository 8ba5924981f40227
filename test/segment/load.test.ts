import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { GaigeError } from '../../src/model/error.ts';
import { DICTIONARY_FILES } from '../../src/segment/dictionary.ts';
import { loadSegmenter, type SegmenterHost } from '../../src/segment/index.ts';

const realRequire = createRequire(import.meta.url);
const versionOf = (name: string) => (realRequire(`${name}/package.json`) as { version: string }).version;
const failing = (code: string) => (): never => {
  throw Object.assign(new Error(code), { code });
};

/** A host on which some packages are not what they should be. */
const hostWith = (packages: Record<string, () => unknown>, directory = BUILT.dictionary): SegmenterHost => ({
  directory,
  require: (id) => (packages[id] ?? (() => realRequire(id)))(),
});

/** As nodejieba is when its install script was not run: it loads, and its first call fails. */
const withoutAddon = () => ({ load: failing('BINDING_NOT_FOUND'), cut: failing('BINDING_NOT_FOUND') });

function errorOf(action: () => unknown): GaigeError {
  try {
    action();
  } catch (error) {
    if (error instanceof GaigeError) return error;
    throw error;
  }
  throw new Error('nothing thrown');
}

describe('which backend runs', () => {
  test('nodejieba is preferred', () => {
    expect(loadSegmenter()).toMatchObject({
      name: 'nodejieba',
      version: versionOf('nodejieba'),
      reason: { code: 'PREFERRED' },
    });
  });

  test.each([
    ['is not installed', failing('MODULE_NOT_FOUND'), 'MODULE_NOT_FOUND'],
    ['has no addon', withoutAddon, 'BINDING_NOT_FOUND'],
    ['has an addon for another system', failing('ERR_DLOPEN_FAILED'), 'ERR_DLOPEN_FAILED'],
    ['is something else', () => ({}), 'TypeError'],
  ])('@node-rs/jieba takes over when nodejieba %s', (_, nodejieba, cause) => {
    const { segment, ...loaded } = loadSegmenter({ host: hostWith({ nodejieba }) });
    const name = '@node-rs/jieba';
    expect(loaded).toEqual({ name, version: versionOf(name), reason: { code: 'FALLBACK', cause } });
    expect(segment('深化改革')).toEqual(loadSegmenter().segment('深化改革'));
  });

  test('the one asked for runs, or none', () => {
    expect(loadSegmenter({ backend: '@node-rs/jieba' })).toMatchObject({
      name: '@node-rs/jieba',
      reason: { code: 'REQUESTED' },
    });
    const host = hostWith({ nodejieba: withoutAddon });
    const { code, facts } = errorOf(() => loadSegmenter({ backend: 'nodejieba', host }));
    expect(code).toBe('SEGMENTER_MISSING');
    expect(facts).toEqual({ package: 'nodejieba', cause: 'BINDING_NOT_FOUND', remedy: 'npm ci' });
  });

  test('with neither, the error names the one that is always installed', () => {
    const missing = failing('MODULE_NOT_FOUND');
    const { code, facts } = errorOf(() =>
      loadSegmenter({ host: hostWith({ nodejieba: missing, '@node-rs/jieba': missing }) }),
    );
    expect(code).toBe('SEGMENTER_MISSING');
    expect(facts).toEqual({ package: '@node-rs/jieba', cause: 'MODULE_NOT_FOUND', remedy: 'npm ci' });
  });
});

test('a backend is opened once', () => {
  let loads = 0;
  const load = () => loads++;
  const host = hostWith({ nodejieba: () => ({ load, cut: (text: string) => [text] }) });
  const first = loadSegmenter({ host });
  expect(loadSegmenter({ host }).segment).toBe(first.segment);
  expect(loadSegmenter({ host, backend: 'nodejieba' }).segment).toBe(first.segment);
  expect(loads).toBe(1);
});

test('nodejieba leaves no globals behind', () => {
  loadSegmenter({ backend: 'nodejieba' });
  expect(Object.keys(globalThis)).not.toContain('dict');
  expect(Object.keys(globalThis)).not.toContain('stopWordDict');
});

/** Each of these would end the process inside nodejieba. */
describe('a dictionary that cannot be loaded', () => {
  let parent: string;
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'gaige-dictionary-'));
  });
  afterAll(() => rmSync(parent, { recursive: true }));

  const copy = (name: string): string => {
    cpSync(BUILT.dictionary, join(parent, name), { recursive: true });
    return join(parent, name);
  };
  const facts = (path: string) => ({ path, remedy: 'npm run build' });

  test.each(Object.values(DICTIONARY_FILES))('%s missing', (name) => {
    const directory = copy(`missing-${name}`);
    rmSync(join(directory, name));
    const error = errorOf(() => loadSegmenter({ host: hostWith({}, directory) }));
    expect(error).toMatchObject({ code: 'SEGMENTER_MISSING', facts: facts(join(directory, name)) });
  });

  test.each(Object.values(DICTIONARY_FILES))('%s empty', (name) => {
    const directory = copy(`empty-${name}`);
    writeFileSync(join(directory, name), '');
    const error = errorOf(() => loadSegmenter({ host: hostWith({}, directory) }));
    expect(error).toMatchObject({ code: 'SEGMENTER_MISSING', facts: facts(join(directory, name)) });
  });

  test('a folder in the place of a file', () => {
    const directory = copy('folder');
    rmSync(join(directory, DICTIONARY_FILES.idf));
    mkdirSync(join(directory, DICTIONARY_FILES.idf));
    expect(errorOf(() => loadSegmenter({ host: hostWith({}, directory) })).code).toBe('SEGMENTER_MISSING');
  });

  test('a path that nodejieba would take apart', () => {
    const { name, reason } = loadSegmenter({ host: hostWith({}, copy('a;b')) });
    expect({ name, reason }).toEqual({ name: '@node-rs/jieba', reason: { code: 'FALLBACK', cause: 'UNSAFE_PATH' } });
  });
});
