/** The wide table as parquet, as DuckDB reads it: numbers to reckon with, and beside them what stands in the reports. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from '../support/duckdb.ts';
import { runMain } from './support.ts';

const report = (region: string, review: string, plan: string): string =>
  [`2026年${region}政府工作报告`, '一、2025年工作回顾', review, '二、2026年工作安排', plan].join('\n\n');

const REPORTS = {
  'a.txt': report(
    '青禾县',
    '地区生产总值达到98.2亿元，下降0.6%，新建学校3所，进出口总额120亿元。',
    '地区生产总值增长5%左右。',
  ),
  'b.txt': report(
    '白石县',
    '地区生产总值达到1.05万亿元。粮食产量1500吨，粮食产量1800吨。进出口总额7亿美元。',
    '地区生产总值增长4%至5%。',
  ),
  'c.txt': report('南浦县', '全省地区生产总值达到9万亿元。进出口总额30亿元。', '地区生产总值增长6%以上。'),
};

let folder: string;

const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-wide-'));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(at(name), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Of the columns of one indicator what stands in them, by region. */
async function written(columns: readonly string[], ...options: string[]): Promise<Record<string, unknown[]>> {
  const sources = Object.keys(REPORTS).map(at);
  const { code } = await runMain(['table', ...sources, '-o', at('wide.parquet'), '--quiet', ...options]);
  expect(code).toBe(0);
  const rows = await query(`SELECT * FROM '${at('wide.parquet')}' ORDER BY region, year`);
  return Object.fromEntries(rows.map((row) => [`${row['region']} ${row['year']}`, columns.map((each) => row[each])]));
}

test('columns have types', async () => {
  await written([]);
  const types = await query(`DESCRIBE SELECT * FROM '${at('wide.parquet')}'`);
  const typed = Object.fromEntries(types.map(({ column_name, column_type }) => [column_name, column_type]));
  expect(typed).toMatchObject({
    region: 'VARCHAR',
    year: 'BIGINT',
    gdp: 'DOUBLE',
    'gdp:text': 'VARCHAR',
    'gdp:change:target': 'DOUBLE',
  });
});

test('numbers are in one unit, null where there is no single one of the place itself', async () => {
  expect(await written(['gdp', 'gdp:text'], '--year', '2025')).toMatchObject({
    '青禾县 2025': [98.2e8, '98.2亿元'],
    '白石县 2025': [1.05e12, '1.05万亿元'],
    '南浦县 2025': [null, '9万亿元 (全省)'],
  });
  expect(await written(['gdp:change', 'gdp:change:text'], '--year', '2025')).toMatchObject({
    '青禾县 2025': [-0.6, '-0.6%'],
    '白石县 2025': [null, null],
  });
  expect(await written(['gdp:change:target', 'gdp:change:target:text'], '--year', '2026')).toMatchObject({
    '青禾县 2026': [5, '5%'],
    '白石县 2026': [null, '4%至5%'],
    '南浦县 2026': [6, '6%'],
  });
});

test('what reports disagree on says so in words', async () => {
  expect(await written(['grain-output', 'grain-output:text'], '--concept', 'grain-output')).toEqual({
    '白石县 2025': [1_500_000, '1500吨 ?'],
  });
});

test('in the unit that is asked for; another currency is no number of the column', async () => {
  expect(await written(['trade-total', 'trade-total:text'], '--unit', '亿元', '--concept', 'trade-total')).toEqual({
    '青禾县 2025': [120, '120亿元'],
    '白石县 2025': [null, '7亿美元'],
    '南浦县 2025': [30, '30亿元'],
  });
});
