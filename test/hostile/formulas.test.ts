/** No cell of any table that is written is taken for a formula by a spreadsheet: names of files, of regions, of readers and words of reports. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CHECK_FORMATS } from '../../src/emit/check/emitter.ts';
import { TABLES } from '../../src/emit/index.ts';
import { runMain, workReport } from '../cli/support.ts';
import { correctionsOf, indicator, TEXT } from '../corrections/support.ts';

const SIGNS = [
  '=1+1',
  '＝1+1',
  '+cmd',
  '＋cmd',
  '-cmd',
  '－cmd',
  '@SUM(1)',
  '＠SUM(1)',
  '  =1',
  '　＝1',
  '\u200b\u00a0@x',
];

const folder = mkdtempSync(join(tmpdir(), 'gaige-formulas-'));
for (const [i, sign] of SIGNS.entries()) {
  writeFileSync(
    join(folder, `${sign}${i}.md`),
    `---\ntitle: "${sign}题"\nregion: "${sign}区"\nyear: 2024\n---\n${workReport(2025, `全年地区生产总值${100 + i}亿元，增长5.4%，完成*件。${sign}：新建学校${i}所。`, `${sign}：地区生产总值增长6%以上，**落户。`)}`,
  );
}
const { stdout: records } = await runMain(['extract', folder, '--no-config', '--format', 'ndjson', '-q']);
/** What no reader of files gives may still stand in records. */
writeFileSync(
  join(folder, 'records.ndjson'),
  records
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      const record = JSON.parse(line);
      record.report.region = `${SIGNS[i % SIGNS.length]}区`;
      for (const found of record.indicators) found.name = `${SIGNS[i % SIGNS.length]}${found.name}`;
      return `${JSON.stringify(record)}\n`;
    })
    .join(''),
);
mkdirSync(join(folder, 'said'));
const report = join(folder, 'said', '=报告.txt');
writeFileSync(report, TEXT);
const said = ['=甲', '　＠乙'].map((by, i) => {
  const path = join(folder, 'said', `${i}.corrections.json`);
  const mark = { mark: 'change', ...indicator('63家'), field: 'scope', from: null, to: `${by}${i}` };
  writeFileSync(path, JSON.stringify(correctionsOf(TEXT, [mark as never], { by, path: '=报告.txt' })));
  return path;
});
const FILE = join(folder, 'records.ndjson');

const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])(?![\d.]+%?$)/u;
const AXES = [
  [],
  ['--long'],
  ['--rows', 'year', '--columns', 'region'],
  ['--rows', 'region', '--columns', 'year,concept'],
  ['--name', '1', '--rows', 'region,year', '--columns', 'concept'],
];
const COMMANDS: readonly (readonly string[])[] = [
  ...TABLES.map((table) => ['extract', folder, '--select', table]),
  ...AXES.map((axes) => ['table', folder, FILE, ...axes]),
  ['track', folder, FILE],
  ['track', folder, FILE, '--by', 'region'],
];

test.each(COMMANDS.map((argv) => ({ name: argv.filter((word) => !word.startsWith('/')).join(' '), argv })))(
  'csv and md of $name',
  async ({ argv }) => {
    const { code, stdout, stderr } = await runMain([...argv, '--no-config', '-q', '--format', 'csv']);
    expect(code, stderr).toBe(0);
    const cells = (parse(stdout, { bom: true }) as string[][]).flat();
    expect(cells.length).toBeGreaterThan(8);
    expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
    if (argv[0] === 'extract') return;
    const { stdout: md } = await runMain([...argv, '--no-config', '-q', '--format', 'md']);
    const shown = md.split('\n').flatMap((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
    expect(shown.filter((cell) => FORMULA.test(cell) && !/^-{3}:?$/.test(cell))).toEqual([]);
  },
);

test('csv of check and of what readers say', async () => {
  expect(CHECK_FORMATS).toContain('csv');
  const { stdout } = await runMain(['check', folder, '--no-config', '--format', 'csv']);
  const { stdout: merged } = await runMain(['corrections', 'merge', ...said, '--format', 'csv', '-q']);
  for (const words of [stdout, merged]) {
    const cells = (parse(words, { bom: true }) as string[][]).flat();
    expect(cells.length).toBeGreaterThan(8);
    expect(cells.filter((cell) => FORMULA.test(cell))).toEqual([]);
  }
});

test.each([
  ['extract', folder],
  ['table', folder, FILE],
  ['track', folder, FILE],
])('a workbook of %s holds words and numbers only', async (...argv) => {
  const path = join(folder, 'out.xlsx');
  await runMain([...argv, '--no-config', '-q', '-o', path]);
  const sheets = Object.entries(unzipSync(readFileSync(path))).filter(([name]) => /worksheets\/.*\.xml$/.test(name));
  expect(sheets.length).toBeGreaterThan(0);
  for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toMatch(/<f[ >]|t="str"/);
});
