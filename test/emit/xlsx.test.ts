/** Workbooks as another program reads them. */
import { type CellObject, read, type WorkBook } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { memorySpool } from '../../src/emit/bytes.ts';
import { widthOf } from '../../src/emit/fit.ts';
import { openBook } from '../../src/emit/xlsx/book.ts';
import type { SheetCell } from '../../src/emit/xlsx/cells.ts';
import type { GridColumn } from '../../src/model/grid.ts';
import { HEAD_LENGTH, isOwnOutput, mayBeOwnOutput } from '../../src/read/own-output.ts';

const COLUMNS: readonly GridColumn[] = [
  { key: 'name', zh: '名称', type: 'text' },
  { key: 'year', zh: '年份', type: 'integer' },
  { key: 'number', zh: '数值', type: 'number' },
  { key: 'masked', zh: '遮盖', type: 'boolean' },
];

async function written(rows: readonly (readonly SheetCell[])[], mostRows?: number) {
  const pieces: Uint8Array[] = [];
  const book = openBook(async (bytes) => void pieces.push(bytes), memorySpool, mostRows);
  const titles = COLUMNS.map(({ key }) => key);
  const table = book.openTable({ name: 'found', columns: COLUMNS, titles, frozen: 1 });
  book.openTable({ name: 'empty', columns: COLUMNS, titles, frozen: 0 });
  for (const row of rows) await table.add(row);
  const losses = await book.end();
  return { bytes: Buffer.concat(pieces), losses };
}

async function readBack(...rows: readonly (readonly SheetCell[])[]): Promise<WorkBook> {
  const { bytes } = await written(rows);
  return read(bytes, { cellNF: true, cellStyles: true });
}

const cellOf = (book: WorkBook, place: string, sheet = 'found'): CellObject | undefined => book.Sheets[sheet]?.[place];

const sheetXml = (bytes: Uint8Array): string =>
  new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

test('sheets in their order, each with a head and a filter on it', async () => {
  const book = await readBack(['a', 2024, 1.5, true]);
  expect(book.SheetNames).toEqual(['found', 'empty']);
  expect(book.Sheets['found']?.['!ref']).toBe('A1:D2');
  expect(book.Sheets['found']?.['!autofilter']).toEqual({ ref: 'A1:D2' });
  expect(book.Sheets['empty']?.['!ref']).toBe('A1:D1');
  expect(cellOf(book, 'B1')).toMatchObject({ t: 's', v: 'year' });
});

test('what is frozen', async () => {
  const { bytes } = await written([]);
  expect(sheetXml(bytes)).toContain(
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>',
  );
});

test('numbers are numbers, booleans are booleans, nothing is no cell', async () => {
  const book = await readBack(['a', 2024, -0.1, true], [null, null, null, null], ['', 1e21, 0.1 + 0.2, false]);
  expect(cellOf(book, 'B2')).toMatchObject({ t: 'n', v: 2024, z: '0', w: '2024' });
  expect(cellOf(book, 'C2')).toMatchObject({ t: 'n', v: -0.1 });
  expect(cellOf(book, 'D2')).toMatchObject({ t: 'b', v: true });
  for (const place of ['A3', 'B3', 'C3', 'D3']) expect(cellOf(book, place)).toBeUndefined();
  expect(cellOf(book, 'A4')).toMatchObject({ t: 's', v: '' });
  expect(cellOf(book, 'B4')).toMatchObject({ t: 'n', v: 1e21 });
  expect(cellOf(book, 'C4')).toMatchObject({ t: 'n', v: 0.30000000000000004 });
});

test.each([
  '1/10',
  '2024-01',
  '007',
  '=1+1',
  '＝1+1',
  '　－1',
  '+1',
  '-3%',
  '@a',
  'TRUE',
  ' 两边有空格 ',
  '<a href="x">&amp;',
  "'引号",
  '一\n二\r三\t四',
  '_x000D_',
  '_x000d_ 与 _x5F_',
  '𠀀',
])('%j is text, and the same when read', async (text) => {
  const book = await readBack([text, null, null, null]);
  const { t, v, f, z } = cellOf(book, 'A2') ?? {};
  expect({ t, v, f, z }).toEqual({ t: 's', v: text, f: undefined, z: '@' });
});

test('what XML does not allow is written as workbooks write it', async () => {
  const { bytes } = await written([['a\u0000b\u001fc\ufffed\ud800e', null, null, null]]);
  expect(sheetXml(bytes)).toContain('<t>a_x0000_b_x001F_c_xFFFE_d_xD800_e</t>');
});

test('text too long for a cell is cut, which is told', async () => {
  const longest = '长'.repeat(32_767);
  const { bytes, losses } = await written([
    [longest, null, null, null],
    [`${longest}长`, null, null, null],
    [`${'长'.repeat(32_765)}𠀀长`, null, null, null],
  ]);
  const book = read(bytes);
  expect(cellOf(book, 'A2')?.v).toBe(longest);
  expect(cellOf(book, 'A3')?.v).toBe(`${'长'.repeat(32_766)}…`);
  expect(cellOf(book, 'A4')?.v).toBe(`${'长'.repeat(32_765)}…`);
  expect(losses).toEqual({ cut: 2, firstCut: 'found!A3', unlinked: 0 });
});

test('a format and a link of its own', async () => {
  const book = await readBack([{ value: 'a', link: "'empty'!A1" }, null, { value: 98.2, format: '0.0"亿元"' }, null]);
  expect(cellOf(book, 'A2')).toMatchObject({ v: 'a', z: '@', l: { Target: "#'empty'!A1" } });
  expect(cellOf(book, 'C2')).toMatchObject({ t: 'n', v: 98.2, z: '0.0"亿元"', w: '98.2亿元' });
});

test('a column is as wide as what it shows, within bounds', async () => {
  const shown = '≥12345.67亿元 (全区) ?';
  const { bytes } = await written([['长'.repeat(90), 2024, { value: 12345.67, format: '0.00', shown }, null]]);
  const widths = [...sheetXml(bytes).matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths).toEqual([60, 10, widthOf(shown) + 2, 10]);
});

test('no more links than Excel takes, and the rest is told', async () => {
  const rows = Array.from({ length: 65_532 }, (_, i) => [{ value: i, link: "'empty'!A1" }, null, null, null]);
  const { bytes, losses } = await written(rows);
  expect(sheetXml(bytes).match(/<hyperlink /g)).toHaveLength(65_530);
  expect(losses.unlinked).toBe(2);
});

test('more rows than a sheet takes go on in another', async () => {
  const { bytes } = await written(
    [1, 2, 3, 4, 5].map((number) => ['a', null, number, null]),
    2,
  );
  const book = read(bytes);
  expect(book.SheetNames).toEqual(['found', 'found 2', 'found 3', 'empty']);
  expect(cellOf(book, 'C1', 'found 3')?.v).toBe('number');
  expect(cellOf(book, 'C2', 'found 3')?.v).toBe(5);
  const { placeOfRow } = openBook(async () => {}, memorySpool, 2);
  expect(placeOfRow('found', 4)).toBe("'found 3'!A2");
});

test('the same rows, the same bytes, and known again for what they are', async () => {
  const rows = [['a', 2024, 1.5, true]];
  const [first, second] = [await written(rows), await written(rows)];
  expect(first.bytes.equals(second.bytes)).toBe(true);
  expect(mayBeOwnOutput('found.xlsx')).toBe(true);
  expect(isOwnOutput(first.bytes.subarray(0, HEAD_LENGTH))).toBe(true);
});
