/** Parquet files as DuckDB reads them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParquet, parquetOf } from '../../src/emit/parquet.ts';
import type { Language } from '../../src/messages/language.ts';
import type { GridCell, GridColumn } from '../../src/model/grid.ts';
import { query } from '../support/duckdb.ts';

const COLUMNS: readonly GridColumn[] = [
  { key: 'name', zh: '名称', type: 'text' },
  { key: 'year', zh: '年份', type: 'integer' },
  { key: 'number', zh: '数值', type: 'number' },
  { key: 'masked', zh: '遮盖', type: 'boolean' },
];

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gaige-parquet-'));
  file = join(folder, 'found.parquet');
});

afterAll(() => rmSync(folder, { recursive: true }));

type Rows = Iterable<readonly GridCell[]>;

async function written(rows: Rows, columns = COLUMNS, header: Language = 'en'): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const table = openParquet(columns, header, async (bytes) => void pieces.push(bytes));
  for (const row of rows) await table.add(row);
  await table.end();
  return Buffer.concat(pieces);
}

async function readBack(bytes: Uint8Array, sql = 'SELECT * FROM found'): Promise<Record<string, unknown>[]> {
  writeFileSync(file, bytes);
  return query(sql.replaceAll('found', `read_parquet('${file}')`));
}

const typesOf = async (bytes: Uint8Array): Promise<unknown[][]> =>
  (await readBack(bytes, 'DESCRIBE SELECT * FROM found')).map(({ column_name, column_type }) => [
    column_name,
    column_type,
  ]);

test('columns have types, with rows and without', async () => {
  const types = [
    ['name', 'VARCHAR'],
    ['year', 'BIGINT'],
    ['number', 'DOUBLE'],
    ['masked', 'BOOLEAN'],
  ];
  expect(await typesOf(await written([]))).toEqual(types);
  expect(await typesOf(await written([['a', 2024, 1.5, true]]))).toEqual(types);
});

test('cells come back as they were, null is not empty', async () => {
  const rows = [
    ['1/10', 2024, -0.1, true],
    [null, null, null, null],
    ['', Number.MAX_SAFE_INTEGER, 1e300, false],
    ['=1+1\u0000𠀀', -3_000_000_000, 0.1 + 0.2, false],
  ];
  expect((await readBack(await written(rows))).map((row) => Object.values(row))).toEqual(
    rows.map(([name, year, ...rest]) => [name, year === null ? null : String(year), ...rest]),
  );
});

test('more rows than a group takes', async () => {
  const count = 8_193;
  const rows = Array.from({ length: count }, (_, i): GridCell[] => [`第${i % 7}`, i, i / 2, null]);
  const bytes = await written(rows);
  expect(
    await readBack(bytes, 'SELECT count(*) AS n, sum(year) AS years, count(DISTINCT name) AS names FROM found'),
  ).toEqual([{ n: String(count), years: String((count * (count - 1)) / 2), names: '7' }]);
  const groups = `SELECT count(DISTINCT row_group_id) AS n FROM parquet_metadata('${file}')`;
  expect(await query(groups)).toEqual([{ n: '2' }]);
  const encodings = `SELECT DISTINCT encodings FROM parquet_metadata('${file}') WHERE path_in_schema = 'name'`;
  expect(JSON.stringify(await query(encodings))).toContain('RLE_DICTIONARY');
});

test('Chinese titles, of which no two are the same', async () => {
  const columns: GridColumn[] = [
    { key: 'a', zh: '数值', type: 'number' },
    { key: 'b', zh: '数值', type: 'number' },
  ];
  expect((await typesOf(await written([], columns, 'zh'))).map(([name]) => name)).toEqual(['数值', '数值 (b)']);
});

test('what no whole number can hold makes a column of doubles', async () => {
  const grid = {
    name: 'found',
    zh: '结果',
    columns: COLUMNS,
    rows: [
      ['a', 1e20, 1, true],
      ['b', 1.5, 1, true],
    ],
  };
  const pieces: Uint8Array[] = [];
  await parquetOf(grid, 'en', async (bytes) => void pieces.push(bytes));
  expect(await readBack(Buffer.concat(pieces), 'SELECT year FROM found')).toEqual([{ year: 1e20 }, { year: 1.5 }]);
});

test('the same rows, the same bytes', async () => {
  const rows = [['a', 2024, 1.5, true]];
  expect(await written(rows)).toEqual(await written(rows));
});
