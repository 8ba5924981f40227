import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakeHost, recordsOf, runMain, workReport } from './support.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-table-'));
  mkdirSync(join(folder, '2025'));
  mkdirSync(join(folder, '2026'));
  const targets = '目标定为：城镇新增就业3000人以上，地区生产总值增长5%左右。';
  writeFileSync(join(folder, '2025/a.txt'), workReport(2025, '地区生产总值达到98.2亿元，增长4.6%。', targets));
  const results = '地区生产总值103.4亿元，增长5.3%，城镇新增就业2400人，完成年度目标的80%。';
  writeFileSync(join(folder, '2026/a.txt'), workReport(2026, results, '地区生产总值增长5.5%。'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const paths = (...names: string[]) => names.map((name) => join(folder, name));

test('a region and a year a row', async () => {
  const { code, stdout } = await runMain(['table', ...paths('2025', '2026'), '--format', 'md']);
  expect(code).toBe(0);
  expect(stdout.split('\n').slice(0, 6)).toEqual([
    '| region | year | gdp | gdp:change | gdp:change:target | urban-new-jobs | urban-new-jobs:target |',
    '| --- | ---: | --- | --- | --- | --- | --- |',
    '| 青禾县 | 2024 | 98.2亿元 | 4.6% |  |  |  |',
    '| 青禾县 | 2025 | 103.4亿元 | 5.3% | 5% | 2400人 | 3000人 |',
    '| 青禾县 | 2026 |  |  | 5.5% |  |  |',
    '',
  ]);
});

test('a page, by its name or by --format, in the language of the run', async () => {
  const file = join(folder, 'cells.html');
  expect((await runMain(['table', ...paths('2025', '2026'), '-o', file, '--quiet', '--lang', 'en'])).code).toBe(0);
  const page = readFileSync(file, 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]*Gross regional product[\s\S]*<\/html>\n$/);
  const { stdout } = await runMain(['track', ...paths('2025', '2026'), '--format', 'html', '--quiet']);
  expect(stdout).toMatch(/^<!doctype html>\n<html lang="zh-CN">[\s\S]*未完成[\s\S]*<\/html>\n$/);
  rmSync(file);
});

describe('arranged otherwise', () => {
  const table = (...given: string[]) =>
    runMain(['table', ...paths('2025', '2026'), '--format', 'md', '--lang', 'en', ...given]);

  test('a year a column', async () => {
    const { stdout } = await table('--concept', 'gdp', '--kind', 'level', '--rows', 'concept', '--columns', 'year');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '| concept | 2024 | 2025 |',
      '| --- | --- | --- |',
      '| gdp | 98.2亿元 | 103.4亿元 |',
    ]);
  });

  test('what is not on one side is on the other', async () => {
    const { stdout } = await table('--concept', 'urban-new-jobs', '--columns', 'status');
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '| region | year | concept | name | kind | basis | achieved | target |',
      '| --- | ---: | --- | --- | --- | --- | --- | --- |',
      '| 青禾县 | 2025 | urban-new-jobs |  | level |  | 2400人 | 3000人 |',
    ]);
  });

  test('observations that meet are all there, and counted', async () => {
    const { stdout, stderr } = await table(
      '--concept',
      'gdp',
      '--kind',
      'level',
      '--rows',
      'region',
      '--columns',
      'concept',
    );
    expect(stdout).toContain('| 青禾县 | 98.2亿元 (2024); 103.4亿元 (2025) |');
    expect(stderr).toContain('cells with several observations 1');
  });

  test('by what no table can be arranged', async () => {
    const { code, stderr } = await table('--rows', 'region,jahr');
    expect(code).toBe(2);
    expect(stderr).toMatch(/does not take 'region,jahr'\n.*it takes: region, region_code, year, time, concept/);
  });
});

describe('in another unit', () => {
  const table = (...given: string[]) => runMain(['table', ...paths('2026'), '--lang', 'en', ...given]);

  test('exact, where it fits', async () => {
    const { stdout } = await table('--long', '--format', 'ndjson', '--unit', '亿元');
    const rows = recordsOf(stdout).map(({ number, unit, canonical_number }) => [number, unit, canonical_number]);
    expect(rows).toEqual([
      [103.4, '亿元', 10_340_000_000],
      [5.3, '%', 5.3],
      [2400, '人', null],
      [5.5, '%', 5.5],
    ]);
  });

  test('of one indicator, in the wide table too', async () => {
    const { stdout } = await table(
      '--format',
      'md',
      '--year',
      '2025',
      '--unit',
      'gdp=万元',
      '--unit',
      'urban-new-jobs=万人',
    );
    expect(stdout).toContain('| 青禾县 | 2025 | 1034000万元 | 5.3% | 0.24万人 |');
  });

  test.each([
    ['gdp=公里', 'error: 公里 measures length, and gdp is measured in money\n'],
    ['亿元大关', 'error: no such unit: 亿元大关\n'],
  ])('refused: %s', async (unit, words) => {
    const { code, stderr } = await table('--unit', unit);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('by name', () => {
  const review =
    '全县政务服务满意度为96.5%，居全省第3位。全省政务服务满意度为95.2%，全省地区生产总值达到3万亿元。服务业用地供应1.2万亩。';

  beforeAll(() => {
    mkdirSync(join(folder, 'names'));
    writeFileSync(join(folder, 'names/a.txt'), workReport(2026, review, '政务服务满意度达到97%以上。'));
  });
  afterAll(() => rmSync(join(folder, 'names'), { recursive: true }));

  const table = (...given: string[]) => runMain(['table', ...paths('names'), ...given]);

  test('figures whose names hold it, standard ones left out', async () => {
    const { stdout } = await table('--name', '政务服务', '--name', '用地', '--format', 'md');
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      '| region | year | 政务服务:政务服务满意度 | 政务服务:政务服务满意度:target | 政务服务:政务服务满意度:rank | 用地:服务业用地供应 |',
      '| --- | ---: | --- | --- | --- | --- |',
      '| 青禾县 | 2025 | 96.5% |  | 第3位 | 1.2万亩 |',
      '| 青禾县 | 2026 |  | 97% |  |  |',
    ]);
  });

  test('standard ones beside them where they are asked for', async () => {
    const { stdout } = await table('--name', '用地', '--concept', 'gdp', '--format', 'md');
    expect(stdout).toContain('| region | year | gdp | 用地:服务业用地供应 |');
    // Of another place, and nothing else is there.
    expect(stdout).toContain('| 3万亿元 (全省) |');
  });

  test('the place reported on beats others', async () => {
    const { stdout } = await table('--name', '政务服务', '--why', '青禾县,2025,政务服务');
    expect(stdout).toMatch(/^政务服务 level achieved\n {2}ROW {2}96\.5% .*\n.*\n {2}OTHER_PLACE {2}95\.2% /);
  });

  test('a standard indicator that is none', async () => {
    const { code, stderr } = await table('--concept', '满意度', '--lang', 'en');
    expect(code).toBe(2);
    expect(stderr).toContain('no such standard indicator: 满意度');
  });

  test('concepts of a pack of one’s own', async () => {
    const pack = join(folder, 'names/own.yaml');
    writeFileSync(
      pack,
      [
        'pack: { name: own, version: 1.0.0, description: 满意度 }',
        'concepts:',
        '  - id: service-satisfaction',
        '    label: { zh: 政务服务满意度, en: Satisfaction with services }',
        '    definition: 抽样调查中表示满意的比例',
        '    dimensions: [percent]',
        '    names: [政务服务满意度]',
        '',
      ].join('\n'),
    );
    const { stdout } = await table(
      '--rules',
      pack,
      '--concept',
      'service-satisfaction',
      '--format',
      'md',
      '--header',
      'zh',
    );
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      '| 地区 | 年份 | 政务服务满意度 | 政务服务满意度:目标 | 政务服务满意度:位次 |',
      '| --- | ---: | --- | --- | --- |',
      '| 青禾县 | 2025 | 96.5% |  | 第3位 |',
    ]);
  });
});

test('an observation a row, filtered', async () => {
  const given = ['table', ...paths('2026'), '--long', '--format', 'ndjson', '--concept', 'gdp', '--year', '2025'];
  const { stdout } = await runMain([...given, '--kind', 'level']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows).toMatchObject([
    {
      region: '青禾县',
      year: 2025,
      concept: 'gdp',
      label: '地区生产总值',
      number: 10_340_000_000,
      unit: '元',
      conflict: false,
    },
  ]);
  expect(rows[0].sentence).toContain('103.4亿元');
});

test('of records that extract wrote, as of the reports', async () => {
  const file = join(folder, 'records.ndjson');
  await runMain(['extract', ...paths('2025', '2026'), '--include-text', '-o', file, '--quiet']);
  const ofReports = await runMain(['table', ...paths('2025', '2026'), '--long', '--format', 'csv']);
  const ofRecords = await runMain(['table', file, '--long', '--format', 'csv']);
  expect(ofRecords.stdout).toBe(ofReports.stdout);
  rmSync(file);
});

test('places by their short names', async () => {
  const file = join(folder, '云南.txt');
  writeFileSync(
    file,
    workReport(2026, '地区生产总值3.2万亿元。', '').replaceAll('青禾县', '云南省').replace('县人民', '省人民'),
  );
  const listed = await runMain(['table', file, '--region', '云南', '--format', 'md']);
  const why = await runMain(['table', file, '--why', '云南,2025,gdp']);
  rmSync(file);
  expect(listed.stdout).toContain('| 云南省 | 2025 | 3.2万亿元 |');
  expect(why.stdout).toContain('ROW  3.2万亿元');
});

test('records from a pipe', async () => {
  const { stdout: records } = await runMain(['extract', ...paths('2025', '2026'), '--include-text', '--quiet']);
  const ofReports = await runMain(['table', ...paths('2025', '2026'), '--long', '--format', 'csv']);
  const ofPipe = await runMain(['table', '--long', '--format', 'csv'], { stdin: records });
  expect(ofPipe.stdout).toBe(ofReports.stdout);
});

test('a report from a pipe, or nothing', async () => {
  const text = readFileSync(join(folder, '2026/a.txt'), 'utf8');
  const { stdout } = await runMain(['table', '-', '--format', 'md'], { stdin: text });
  expect(stdout).toContain('103.4亿元');
  expect((await runMain(['table', '-'], { stdin: '' })).code).not.toBe(70);
});

test('a record that is none is told by file and line', async () => {
  const file = join(folder, 'broken.ndjson');
  await runMain(['extract', ...paths('2025'), '-o', file, '--quiet']);
  writeFileSync(file, `${readFileSync(file, 'utf8')}{"half\n`);
  const { code, stdout, stderr } = await runMain(['table', file, '--lang', 'en']);
  expect(code).toBe(1);
  expect(stdout).toContain('98.2亿元');
  expect(stderr).toContain('broken.ndjson, line 2');
  rmSync(file);
});

test('a workbook: text as text, numbers as numbers, the same bytes again', async () => {
  const [file = '', again = ''] = paths('book.xlsx', 'again.xlsx');
  const { code } = await runMain(['table', ...paths('2025', '2026'), '-o', file, '--header', 'zh', '--quiet']);
  await runMain(['table', ...paths('2025', '2026'), '-o', again, '--header', 'zh', '--quiet']);
  expect(code).toBe(0);
  expect(readFileSync(file).equals(readFileSync(again))).toBe(true);
  const parts = unzipSync(readFileSync(file));
  const text = (name: string) => new TextDecoder().decode(parts[name]);
  expect(text('xl/workbook.xml')).toMatch(/name="宽表".*name="长表".*name="说法不一"/s);
  expect(text('xl/worksheets/sheet1.xml')).toContain('<v>103.4</v>');
  expect(text('xl/worksheets/sheet2.xml')).toContain('<is><t>103.4亿元</t></is>');
  expect(text('xl/worksheets/sheet2.xml')).toContain('<v>10340000000</v>');
  for (const each of [file, again]) rmSync(each);
});

test('a parquet file: typed columns, null where nothing is', async () => {
  const [file = ''] = paths('long.parquet');
  await runMain(['table', ...paths('2026'), '--long', '-o', file, '--quiet', '--concept', 'gdp']);
  const { buffer } = new Uint8Array(readFileSync(file));
  const rows = await parquetReadObjects({ file: buffer });
  expect(rows.map(({ year, concept, number, min, conflict }) => [year, concept, number, min, conflict])).toEqual([
    [2025n, 'gdp', 10_340_000_000, null, false],
    [2025n, 'gdp', 5.3, null, false],
    [2026n, 'gdp', 5.5, null, false],
  ]);
  rmSync(file);
});

test('no bytes for a terminal', async () => {
  const { code, stderr } = await runMain(['table', ...paths('2026'), '--format', 'xlsx', '--lang', 'en'], {
    terminal: true,
  });
  expect(code).toBe(2);
  expect(stderr).toContain('xlsx cannot be shown on a terminal');
});

test.each([
  ['an ending of no format', ['-o', 'cells.docx'], 'the name cells.docx does not tell a format'],
  ['a workbook to a terminal, named so', ['-o', '-', '--format', 'xlsx'], 'xlsx cannot be shown on a terminal'],
  ['a folder', ['-o', 'cells/'], 'cannot write cells/'],
  ['a folder that is a file', ['-o', 'package.json/cells.csv'], 'cannot write package.json/cells.csv'],
  ['a cell of no indicator', ['--why', '青禾县,2025,gpd'], 'no such standard indicator: gpd'],
  [
    'an axis on both sides',
    ['--rows', 'year,region', '--columns', 'region'],
    'region is both in --rows and in --columns',
  ],
])('refused before anything is read: %s', async (_, asked, words) => {
  const { code, stderr } = await runMain(['table', ...paths('2026'), ...asked, '--lang', 'en'], { terminal: true });
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});

test('a run that was given up writes no table, and lists what failed', async () => {
  mkdirSync(join(folder, 'bad'));
  const [bad = '', good = '', cells = '', errors = ''] = paths(
    'bad/a.docx',
    '2026/a.txt',
    'cells.csv',
    'failed.ndjson',
  );
  writeFileSync(bad, 'PK\u0003\u0004');
  const given = ['table', bad, good, '-o', cells, '--errors', errors, '--lang', 'en'];
  const stopped = await runMain([...given, '--fail-fast']);
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toContain('given up after 1 failures');
  expect(existsSync(cells)).toBe(false);
  expect(readFileSync(errors, 'utf8')).toContain('"code":"DAMAGED"');
  const whole = await runMain(given);
  expect(whole.code).toBe(1);
  expect(readFileSync(cells, 'utf8')).toContain('103.4亿元');
  for (const each of [join(folder, 'bad'), cells, errors]) rmSync(each, { recursive: true });
});

test('where nothing could be read, there is no table', async () => {
  const [bad = '', cells = ''] = paths('a.docx', 'cells.csv');
  writeFileSync(bad, 'PK\u0003\u0004');
  const ofBad = await runMain(['table', bad, '-o', cells]);
  const ofNone = await runMain(['table', `${bad}x`, '-o', cells]);
  expect([ofBad.code, ofNone.code]).toEqual([2, 2]);
  expect(existsSync(cells)).toBe(false);
  for (const each of paths('a.docx', 'errors.ndjson')) rmSync(each);
});

test('records are never replaced by the table made of them', async () => {
  const [file = ''] = paths('records.ndjson');
  await runMain(['extract', ...paths('2026'), '-o', file, '--quiet']);
  const { code, stderr } = await runMain(['table', file, '--long', '-o', file, '--lang', 'en']);
  expect(code).toBe(2);
  expect(stderr).toContain('would replace the input');
  rmSync(file);
});

test('an envelope of records, and reports beside their records, say nothing twice', async () => {
  const [file = ''] = paths('2026/records.json');
  await runMain(['extract', ...paths('2026'), '--include-text', '-o', file, '--quiet']);
  const ofBoth = await runMain(['table', ...paths('2026'), '--long', '--format', 'csv']);
  const ofRecords = await runMain(['table', file, '--long', '--format', 'csv']);
  rmSync(file);
  const ofReports = await runMain(['table', ...paths('2026'), '--long', '--format', 'csv']);
  expect(ofBoth.stdout).toBe(ofReports.stdout);
  expect(ofRecords.stdout).toBe(ofReports.stdout);
});

test.each([
  ['wide', ['table'], '2026'],
  ['wide, in Chinese', ['table', '--header', 'zh'], '2026'],
  ['long', ['table', '--long'], '2026'],
  ['track', ['track', '--targets', '2025', '--results'], '2026'],
])('what was written is no report: %s', async (_, command, name) => {
  const given = command.map((each) => (each === '2025' ? join(folder, each) : each));
  const own = paths('2026/own.csv', '2026/own.ndjson');
  const before = await runMain([...given, ...paths(name), '--format', 'ndjson']);
  for (const each of own) await runMain([...given, ...paths(name), '-o', each, '--quiet']);
  const after = await runMain([...given, ...paths(name), '--format', 'ndjson']);
  for (const each of own) rmSync(each);
  expect(after).toEqual(before);
});

test('an interrupted run writes no table', async () => {
  const [cells = ''] = paths('cells.csv');
  const host = fakeHost();
  const code = main(['table', ...paths('2025', '2026'), '-o', cells], host);
  host.send('SIGINT');
  expect(await code).toBe(130);
  expect(existsSync(cells)).toBe(false);
});

test('where a cell comes from', async () => {
  const { stdout } = await runMain(['table', ...paths('2026'), '--why', '青禾县,2025,urban-new-jobs']);
  expect(stdout).toMatch(/^urban-new-jobs level achieved\n {2}ROW {2}2400人 {2}.*a\.txt:\d+:\d+\n/);
});

describe('what is asked for amiss is refused', () => {
  test.each([
    ['years backwards', ['--year', '2026-2020'], "--year <years> does not take '2026-2020'"],
    ['a name of no words', ['--name', ''], "--name <name> does not take ''"],
    ['a place of no words', ['--region', ' '], "--region <name> does not take ' '"],
    ['an axis twice', ['--rows', 'region,region'], "--rows <axes> does not take 'region,region'"],
    ['a unit of an indicator that is none', ['--unit', 'gdq=亿元'], 'no such standard indicator: gdq'],
    ['why, as a long table', ['--why', '青禾县,2025,gdp', '--long'], '--why prints a text and no table'],
    ['why, in a format of tables', ['--why', '青禾县,2025,gdp', '--format', 'csv'], '--why prints a text and no table'],
    ['why, into a workbook', ['--why', '青禾县,2025,gdp', '-o', 'why.xlsx'], '--why prints a text and no table'],
  ])('%s', async (_, given, message) => {
    const { code, stderr } = await runMain(['table', ...paths('2026'), '--lang', 'en', ...given]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('a unit of a name that is asked for is not', async () => {
    const { code } = await runMain(['table', ...paths('2026'), '--name', '就业', '--unit', '就业=万人']);
    expect(code).toBe(0);
  });
});

test('a cell of which nothing is said', async () => {
  const { code, stdout, stderr } = await runMain([
    'table',
    ...paths('2026'),
    '--why',
    '青禾县,2019,gdp',
    '--lang',
    'en',
  ]);
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain('青禾县,2019,gdp: no report says anything of this cell');
});
