/** `extract --format xlsx|parquet`: the tables of CSV, as other programs read them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils, type WorkBook } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { query } from '../support/duckdb.ts';
import { runs } from '../support/programs.ts';
import { fakeHost, runMain } from './support.ts';

const REPORTS = {
  'a.txt': '青禾县2024年改革工作总结\n\n一、1/10\n\n2024年全县地区生产总值达到98.2亿元，增长4.6%。新认定省级平台**个。',
  'b.txt': '白石县2024年改革工作总结\n\n一、产业\n\n新增企业3家，力争2025年粮食产量达到12万吨以上。',
};

const TABLES = ['indicators', 'placeholders', 'domains'];

let folder: string;
let reports: string;

const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-tables-'));
  reports = at('reports');
  mkdirSync(reports);
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(reports, name), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

async function extract(output: string, ...options: string[]): Promise<string> {
  const { code, stderr } = await runMain(['extract', reports, '-o', at(output), '--quiet', ...options]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return at(output);
}

const bookIn = (path: string): WorkBook => read(readFileSync(path), { cellNF: true });

type Rows = Record<string, unknown>[];

const rowsOf = (book: WorkBook, sheet: string): Rows => utils.sheet_to_json(book.Sheets[sheet]!, { defval: null });

/** What CSV says of a table, with the types that other formats have. */
function csvRows(path: string): Rows {
  const rows: Record<string, string>[] = parse(readFileSync(path), { bom: true, columns: true });
  const typed = (cell: string) => (cell === '' ? null : cell === 'true' || cell === 'false' ? cell === 'true' : cell);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, typed(cell)])));
}

/** As text, so that numbers of all formats can be held against each other; csv does not tell empty text from nothing. */
const asText = (rows: Rows): Rows =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [
        key,
        typeof cell === 'number' ? String(cell) : cell || (cell === false ? cell : null),
      ]),
    ),
  );

test('a workbook and parquet files hold what csv holds', async () => {
  const csv = await extract('csv/', '--format', 'csv');
  const parquet = await extract('parquet/', '--format', 'parquet');
  const book = bookIn(await extract('found.xlsx'));
  expect(book.SheetNames).toEqual(TABLES);
  expect(readdirSync(parquet).sort()).toEqual(TABLES.map((table) => `${table}.parquet`).sort());
  for (const table of TABLES) {
    const expected = csvRows(join(csv, `${table}.csv`));
    expect(expected.length).toBeGreaterThan(0);
    expect(asText(rowsOf(book, table))).toEqual(expected);
    expect(asText(await query(`SELECT * FROM '${join(parquet, table)}.parquet'`))).toEqual(expected);
  }
});

test('numbers are numbers, and text that looks like a date is text', async () => {
  const book = bookIn(await extract('found.xlsx'));
  const [gdp] = rowsOf(book, 'indicators').filter(({ concept }) => concept === 'gdp');
  expect(gdp).toMatchObject({ year: 2024, section: '1/10', number: 9_820_000_000, masked: false, line: 5 });
  const types = await query(`DESCRIBE SELECT * FROM '${at('parquet/indicators.parquet')}'`);
  const typeOf = (name: string) => types.find(({ column_name }) => column_name === name)?.['column_type'];
  expect(['section', 'year', 'number', 'masked', 'start'].map(typeOf)).toEqual([
    'VARCHAR',
    'BIGINT',
    'DOUBLE',
    'BOOLEAN',
    'BIGINT',
  ]);
});

test('in Chinese: sheets, heads and codes', async () => {
  const book = bookIn(await extract('zh.xlsx', '--header', 'zh'));
  expect(book.SheetNames).toEqual(['指标', '占位符', '改革领域']);
  const found = rowsOf(book, '指标').map((row) => [
    row['标准指标'],
    row['类型'],
    row['状态'],
    row['界限'],
    row['方向'],
  ]);
  expect(found).toContainEqual(['地区生产总值', '总量', '已完成', '等于', null]);
  expect(found).toContainEqual(['地区生产总值', '变化', '已完成', '等于', '上升']);
  expect(found).toContainEqual(['粮食产量', '总量', '目标', '不少于', null]);
  expect(rowsOf(book, '占位符')).toMatchObject([{ 原文: '**', 类型: '数值' }]);
  await extract('zh/', '--format', 'parquet', '--header', 'zh');
  expect(await query(`SELECT DISTINCT 状态 FROM '${at('zh/indicators.parquet')}' ORDER BY 1`)).toEqual([
    { 状态: '已完成' },
    { 状态: '目标' },
  ]);
});

test('one table, one file', async () => {
  const book = bookIn(await extract('one.xlsx', '--select', 'placeholders'));
  expect(book.SheetNames).toEqual(['placeholders']);
  const file = await extract('one.parquet', '--select', 'placeholders');
  expect(await query(`SELECT text, expects FROM '${file}'`)).toEqual([{ text: '**', expects: '个' }]);
});

test('into a folder a workbook a report', async () => {
  await extract('each/', '--format', 'xlsx');
  const made = readdirSync(at('each'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xlsx'));
  expect(made.map((name) => name.replace(/^.*\//, '')).sort()).toEqual(['a.txt.xlsx', 'b.txt.xlsx']);
});

test('the same bytes by threads, from the cache, and when resumed', async () => {
  const kept = ['--cache-folder', at('cache')];
  for (const [name, ...format] of [['found.xlsx'], ['one.parquet', '--select', 'indicators']]) {
    const first = readFileSync(await extract(`1-${name}`, ...format!, '--jobs', '1', ...kept));
    const cached = readFileSync(await extract(`2-${name}`, ...format!, '--resume', ...kept));
    const threads = readFileSync(await extract(`3-${name}`, ...format!, '--jobs', '2'));
    expect(cached.equals(first) && threads.equals(first)).toBe(true);
  }
});

test.each(['found.xlsx', 'found/'])('an interrupted or given-up run leaves nothing (%s)', async (output) => {
  const place = at('nothing');
  mkdirSync(place);
  const request = ['extract', reports, at('missing.txt'), '-o', join(place, output), '--quiet'];
  const format = ['--format', output.endsWith('/') ? 'parquet' : 'xlsx'];
  const { code } = await runMain([...request, ...format, '--fail-fast', '--errors', at('errors.ndjson')]);
  expect(code).toBe(2);
  const host = fakeHost();
  const run = main([...request, ...format], host);
  host.send('SIGINT');
  expect(await run).toBe(130);
  expect(readdirSync(place, { recursive: true }).filter((name) => name !== 'found')).toEqual([]);
  rmSync(place, { recursive: true });
});

test('reports that fail are listed, the others are written', async () => {
  writeFileSync(at('picture.txt'), Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1'));
  const request = ['extract', at('picture.txt'), reports, '-o', at('some.xlsx'), '--errors', at('errors.ndjson')];
  expect(await runMain([...request, '--quiet'])).toMatchObject({ code: 1 });
  expect(readFileSync(at('errors.ndjson'), 'utf8')).toContain('BINARY_FILE');
  expect(rowsOf(bookIn(at('some.xlsx')), 'indicators').length).toBeGreaterThan(2);
});

test('what gaige wrote is not read as a table of reports', async () => {
  await extract('reports/found.xlsx');
  const { stdout } = await runMain(['extract', reports, '--quiet']);
  expect(stdout.trim().split('\n')).toHaveLength(2);
  rmSync(at('reports/found.xlsx'));
});

test.skipIf(!runs('soffice', '--version'))(
  'LibreOffice, skipped where soffice is missing',
  async () => {
    const file = await extract('office.xlsx');
    const profile = `-env:UserInstallation=file://${at('profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'fods', '--outdir', folder, file], {
      stdio: 'pipe',
    });
    const sheets = readFileSync(at('office.fods'), 'utf8');
    expect([...sheets.matchAll(/<table:table table:name="(\w+)"/g)].map(([, name]) => name)).toEqual(TABLES);
    expect(sheets).toMatch(/office:value-type="float" office:value="9820000000"/);
    expect(sheets).toMatch(/office:value-type="string"[^>]*>\s*<text:p>1\/10</);
    expect(sheets).toMatch(/<table:database-range [^>]*table:display-filter-buttons="true"/);
    // To LibreOffice a truth value is a formula.
    const formulas = [...sheets.matchAll(/table:formula="([^"]*)"/g)].map(([, formula]) => formula);
    expect(new Set(formulas)).toEqual(new Set(['of:=FALSE()', 'of:=TRUE()']));
    expect(sheets).not.toContain('office:value-type="date"');
  },
  60_000,
);
