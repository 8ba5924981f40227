import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runMain } from './support.ts';

const TEXT = '全区新建养老驿站12家。\n\n**区新增就业3.5万人。\n';

const ANNOTATION = {
  file: 'report.txt',
  indicators: [
    {
      start: 8,
      text: '12家',
      number: 12,
      bound: 'eq',
      unit: '家',
      kind: 'level',
      direction: null,
      status: 'achieved',
      head: '养老驿站',
      names: ['养老驿站', '新建养老驿站'],
    },
    {
      start: 21,
      text: '3.5万人',
      number: 35000,
      bound: 'eq',
      unit: '人',
      kind: 'level',
      direction: null,
      status: 'achieved',
      head: '就业',
      names: ['新增就业'],
    },
  ],
  placeholders: [{ start: 14, text: '**', kind: 'name', expects: '区' }],
};

let folder: string;
const write = (name: string, content: unknown): void =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

const score = (...options: string[]) => runMain(['score', '--gold', folder, ...options]);

const scoresOf = (stdout: string): Record<string, number> => JSON.parse(stdout).scores;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-score-'));
  write('report.txt', TEXT);
  write('report.json', ANNOTATION);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('what agrees scores 100', async () => {
  const { code, stdout } = await score('--format', 'json');
  expect(code).toBe(0);
  expect(scoresOf(stdout)).toMatchObject({ rows: 100, name: 100, placeholders: 100, 'placeholders.expects': 100 });
});

test('what disagrees is listed', async () => {
  const [first, second] = ANNOTATION.indicators;
  write('report.json', { ...ANNOTATION, indicators: [first, { ...second, status: 'target' }] });
  const { stdout } = await score('--misses', '5');
  expect(stdout).toMatch(/^rows +50\.0$/m);
  expect(stdout).toMatch(/^report @21 status: .*"status":"target".* ← .*"status":"achieved"/m);
});

test('what stands outside the annotated stretch is not counted', async () => {
  const [first] = ANNOTATION.indicators;
  write('report.json', { ...ANNOTATION, within: [0, 13], indicators: [first], placeholders: [] });
  const { stdout } = await score('--format', 'json', '--misses', '5');
  expect(JSON.parse(stdout)).toMatchObject({ scores: { rows: 100, detect: 100, placeholders: 100 }, misses: [] });
});

test.each([
  [['livelihood', 'finance'], 100],
  [['ecology'], 0],
  [[], 100],
])('topic, where %j would be right', async (domains, topic) => {
  const [first, second] = ANNOTATION.indicators;
  write('report.json', { ...ANNOTATION, indicators: [first, { ...second, domains }] });
  const { stdout } = await score('--format', 'json');
  expect(scoresOf(stdout)).toMatchObject({ topic, rows: 100 });
});

test.each([
  [{ time: null }, { time: 100, concept: 100 }],
  [{ time: { from: '2019', to: '2019' } }, { time: 0 }],
  [{ time: { from: '2019', to: '2019' }, timeAlt: [null] }, { time: 100 }],
  [{ time: null, concept: 'gdp' }, { concept: 0 }],
  [{ concept: 'gdp' }, { time: 100, concept: 100 }],
])('beside the row, where %j is right', async (beside, scores) => {
  const [first, second] = ANNOTATION.indicators;
  write('report.json', { ...ANNOTATION, indicators: [first, { ...second, ...beside }] });
  const { stdout } = await score('--format', 'json');
  expect(scoresOf(stdout)).toMatchObject({ ...scores, rows: 100 });
});

test('a floor that is not reached', async () => {
  write('floors.txt', { rows: 100, name: 101 });
  const { code, stderr } = await score('--floors', join(folder, 'floors.txt'));
  expect(code).toBe(1);
  expect(stderr).toContain('name 100.0 < 101');
  expect(stderr).not.toContain('rows');
});

test('a faulty annotation is told by file and place, and the others are scored', async () => {
  write('faulty.json', { ...ANNOTATION, indicators: [{ ...ANNOTATION.indicators[0], bound: 'about' }] });
  write('broken.json', '{');
  write('absent.json', { ...ANNOTATION, file: 'absent.txt' });
  const { code, stdout, stderr } = await score();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ {2}report +100\.0/m);
  expect(stderr).toContain('faulty.json：/indicators/0/bound');
  expect(stderr).toContain('broken.json：JSON');
  expect(stderr).toContain('absent.txt');
});

test.each([
  ['a folder that does not exist', ['--gold', '/nowhere']],
  ['no folder', []],
])('%s', async (_, options) => {
  expect(await runMain(['score', ...options])).toMatchObject({ code: 2, stdout: '' });
});
