import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsOf, runMain, workReport } from './support.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-track-'));
  mkdirSync(join(folder, '2025'));
  mkdirSync(join(folder, '2026'));
  const targets =
    '目标定为：城镇新增就业3000人以上，地区生产总值增长5%左右，居民收入增长与经济增长同步，粮食播种面积稳定在6万亩以上。';
  writeFileSync(join(folder, '2025/a.txt'), workReport(2025, '地区生产总值达到98.2亿元，增长4.6%。', targets));
  const results = '地区生产总值103.4亿元，增长5.3%，城镇新增就业2400人，粮食播种面积6.1万亩。';
  writeFileSync(join(folder, '2026/a.txt'), workReport(2026, results, '地区生产总值增长5.5%。'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);

const IN_TWO = ['--targets', '2025', '--results', '2026'];

const track = (...given: string[]) =>
  runMain(['track', ...given.map((each) => (/^20\d\d$/.test(each) ? path(each) : each)), '--lang', 'en']);

test('targets beside what came of them', async () => {
  const { code, stdout, stderr } = await track(...IN_TWO, '--format', 'ndjson');
  expect(code).toBe(0);
  const rows = recordsOf(stdout).map((row) => [row['concept'], row['target_text'], row['result_text'], row['verdict']]);
  expect(rows).toEqual([
    ['gdp', '5%', '5.3%', 'met'],
    ['urban-new-jobs', '3000人', '2400人', 'missed'],
    ['income', '与经济增长同步', null, 'not-comparable'],
    ['grain-area', '6万亩', '6.1万亩', 'met'],
  ]);
  expect(stderr).toContain('targets 4 · met 2 · near 0 · missed 1 · unclear 0 · no result 0 · not comparable 1');
});

test('both in one set: what is to come has no result yet', async () => {
  const { stdout } = await track('2025', '2026', '--concept', 'gdp', '--format', 'ndjson');
  const rows = recordsOf(stdout).map((row) => [row['year'], row['target_text'], row['verdict']]);
  expect(rows).toEqual([
    [2025, '5%', 'met'],
    [2026, '5.5%', 'no-result'],
  ]);
});

test('targets of a plan and its results in one report, of its years and of its last', async () => {
  const plan = [
    '青禾县“十四五”规划实施情况总结报告',
    '2026年1月8日',
    '一、“十四五”规划确定的主要目标',
    '“十四五”时期，力争地区生产总值年均增长5.2%以上；到2025年，粮食产量力争达到70万吨。',
    '二、“十四五”规划目标完成情况',
    '“十四五”时期，全县地区生产总值年均增长5.4%。2025年，全县粮食产量达到69.9万吨。',
  ];
  writeFileSync(path('plan.txt'), plan.join('\n\n'));
  const { stdout } = await track(path('plan.txt'), '--format', 'ndjson');
  rmSync(path('plan.txt'));
  const rows = recordsOf(stdout).map((row) => [
    row['time_from'],
    row['time_to'],
    row['target_text'],
    row['result_text'],
    row['verdict'],
  ]);
  expect(rows).toEqual([
    ['2021', '2025', '5.2%', '5.4%', 'met'],
    ['2025', '2025', '70万吨', '69.9万吨', 'near'],
  ]);
});

test('records from a pipe', async () => {
  const { stdout: records } = await runMain(['extract', path('2025'), path('2026'), '--include-text', '--quiet']);
  const ofPipe = await runMain(['track', '--format', 'csv', '--quiet'], { stdin: records });
  const ofReports = await track('2025', '2026', '--format', 'csv', '--quiet');
  expect(ofPipe.stdout).toBe(ofReports.stdout);
});

test('counted', async () => {
  const { stdout } = await track(...IN_TWO, '--by', 'concept', '--format', 'md', '--header', 'zh');
  expect(stdout.split('\n').slice(0, 3)).toEqual([
    '| 标准指标 | 目标 | 完成 | 接近 | 未完成 | 说不清 | 没有结果 | 无法对照 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| gdp | 1 | 1 | 0 | 0 | 0 | 0 | 0 |',
  ]);
});

test('in another unit', async () => {
  const { stdout } = await track(...IN_TWO, '--concept', 'urban-new-jobs', '--unit', '万人', '--format', 'ndjson');
  expect(recordsOf(stdout)).toMatchObject([
    { target_number: 0.3, target_unit: '万人', result_number: 0.24, result_unit: '万人', gap: -0.06 },
  ]);
});

test('a workbook: the list, and what it comes to by region and by concept', async () => {
  const file = path('track.xlsx');
  await track(...IN_TWO, '-o', file, '--header', 'zh', '--quiet');
  const parts = unzipSync(readFileSync(file));
  rmSync(file);
  const text = new TextDecoder().decode(parts['xl/workbook.xml']);
  expect(text).toMatch(/name="目标与结果".*name="按地区".*name="按标准指标"/s);
});

describe('refused', () => {
  test.each([
    ['targets without results', ['--targets', '2025']],
    ['both paths and sets', ['2025', ...IN_TWO]],
  ])('%s', async (_, given) => {
    const { code, stderr } = await track(...given);
    expect(code).toBe(2);
    expect(stderr).toContain('track takes paths, or both --targets and --results');
  });
});

describe('units of counts', () => {
  const verdicts = async () => {
    const { stdout } = await track(path('units'), '--format', 'ndjson');
    return recordsOf(stdout).map((row) => [row['concept'], row['target_text'], row['result_text'], row['verdict']]);
  };

  beforeAll(() => {
    mkdirSync(path('units'));
    writeFileSync(path('units/a.txt'), workReport(2025, '财政平稳运行。', '改造老旧小区50个，高新技术企业达到100户。'));
    writeFileSync(
      path('units/b.txt'),
      workReport(2026, '改造老旧小区3000户，高新技术企业达到120家。', '财政平稳运行。'),
    );
  });

  test('homes are not held against communities, firms are firms', async () => {
    expect(await verdicts()).toEqual([
      ['high-tech-firms', '100户', '120家', 'met'],
      ['old-communities', '50个', '3000户', 'unclear'],
    ]);
  });

  test('nor do they contradict each other in a table', async () => {
    writeFileSync(path('units/b.txt'), workReport(2026, '改造老旧小区50个、3000户。', '财政平稳运行。'));
    const given = [path('units'), '--concept', 'old-communities', '--status', 'achieved', '--format', 'md'];
    const { stdout, stderr } = await runMain(['table', ...given, '--lang', 'en']);
    expect(stdout).toContain('| 青禾县 | 2025 | 50个; 3000户 |');
    expect(stderr).not.toContain('conflict');
  });
});

test('a range is held against its result in the unit of both', async () => {
  mkdirSync(path('range'));
  writeFileSync(
    path('range/a.txt'),
    workReport(2025, '财政平稳运行。', '粮食播种面积6万—6.5万亩，PM2.5年均浓度控制在38微克/立方米以内。'),
  );
  writeFileSync(
    path('range/b.txt'),
    workReport(2026, '粮食播种面积5万亩，PM2.5年均浓度40微克/立方米。', '财政平稳运行。'),
  );
  const { stdout } = await track(path('range'), '--format', 'ndjson');
  expect(recordsOf(stdout)).toMatchObject([
    { concept: 'grain-area', verdict: 'missed', gap: -10000, unit: '亩' },
    { concept: 'pm25', verdict: 'missed', gap: 2, unit: '微克/立方米' },
  ]);
});
