/** A dictionary of the words that were met cuts as the whole one does. nodejieba has one dictionary a thread: what is loaded last is cut with. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { dictionaryPaths } from '../../src/segment/dictionary.ts';
import { loadSegmenter } from '../../src/segment/index.ts';

const realRequire = createRequire(import.meta.url);
const jieba = realRequire('nodejieba') as {
  load: (paths: { dict: string; userDict: string }) => unknown;
  cut: (text: string, hmm: boolean) => string[];
};

const { words, user } = dictionaryPaths(BUILT.dictionary);

/** A segmenter for few texts, and the loads it has made: of nothing at first. */
function opened() {
  const loads: { all: boolean; bytes: number }[] = [];
  const load: typeof jieba.load = (paths) => {
    if (paths.userDict !== user || paths.dict === words)
      loads.push({ all: paths.dict === words, bytes: readFileSync(paths.userDict).length });
    return jieba.load(paths);
  };
  const require = (id: string): unknown => (id === 'nodejieba' ? { ...jieba, load } : realRequire(id));
  return { loads, ...loadSegmenter({ host: { directory: BUILT.dictionary, require }, forFewTexts: true }) };
}

const runsOf = (text: string): string[] => text.match(/[\u4e00-\u9fff]+/g) ?? [];

/** Cut with the whole dictionary. */
const whole = loadSegmenter({ backend: '@node-rs/jieba' }).segment;

const ROOT = join(import.meta.dirname, '../..');
const TEXTS = ['seeds', 'fixtures'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md|html|csv|json)$/.test(name))
    .map((name): [string, string] => [join(folder, name), readFileSync(join(ROOT, folder, name), 'utf8')]),
);

test.each(TEXTS)('%s', (_, text) => {
  const { segment, meet, loads } = opened();
  meet?.(text);
  for (const run of runsOf(text)) expect(segment(run)).toEqual(whole(run));
  expect(loads.length).toBeLessThanOrEqual(1);
});

const lines = readFileSync(words, 'utf8').trim().split('\n');
const wordAt = (index: number): string => lines[index]!.split(' ')[0]!;
const text = fc.array(fc.nat(lines.length - 1).map(wordAt), { minLength: 1, maxLength: 60 }).map((all) => all.join(''));

test('texts that come one after another, told of or not', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 4 }), (texts) => {
      const { segment, meet } = opened();
      for (const [each, isTold] of texts) {
        if (isTold) meet?.(each);
        for (const run of [each, each.slice(1), each.slice(0, 3)]) expect(segment(run)).toEqual(whole(run));
      }
    }),
    { numRuns: 50 },
  );
});

test('of many texts not each has its words loaded: in the end all are, and nothing more', () => {
  const { segment, meet, loads } = opened();
  for (let at = 0; at + 1500 < lines.length; at += 1500) {
    const each = lines
      .slice(at, at + 1500)
      .map((_, i) => wordAt(at + i))
      .join('，');
    meet?.(each);
    for (const run of runsOf(each)) segment(run);
  }
  expect(loads.at(-1)?.all).toBe(true);
  expect(loads.filter(({ all }) => all)).toHaveLength(1);
  expect(loads.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(readFileSync(words).length);
});

describe('the file by which words are loaded', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gaige-test-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is gone afterwards', () => {
    vi.stubEnv('TMPDIR', folder);
    const { segment, loads } = opened();
    segment('深化改革');
    expect(loads).toEqual([{ all: false, bytes: expect.any(Number) }]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('cannot be: then all words are loaded', () => {
    vi.stubEnv('TMPDIR', join(folder, 'missing'));
    const { segment, loads } = opened();
    expect(segment('深化改革')).toEqual(whole('深化改革'));
    expect(loads.map(({ all }) => all)).toEqual([true]);
  });
});
