import { expect, test } from 'vitest';
import { formatGrid } from '../../src/emit/grid.ts';
import type { Grid } from '../../src/model/grid.ts';

const GRID: Grid = {
  name: 'wide',
  zh: '宽表',
  keys: ['region', 'year'],
  columns: [
    { key: 'region', zh: '地区', type: 'text' },
    { key: 'year', zh: '年份', type: 'integer' },
    { key: 'gdp', zh: '地区生产总值', type: 'text' },
    { key: 'grain-output', zh: '粮食产量', type: 'text' },
  ],
  rows: [
    ['青禾县', 2024, '98.2亿元', null],
    ['青禾县', 2025, '103.4亿元', '1/10'],
    ['-3', 2025, null, '6.2万吨 | ?'],
  ],
};

const format = (name: Parameters<typeof formatGrid>[1], columns = 80, header: 'en' | 'zh' = 'en') =>
  [...formatGrid(GRID, name, { header, columns })].join('');

test('on a terminal columns stand beside each other as far as they fit', () => {
  expect(format('pretty', 80, 'zh')).toBe(
    [
      '地区    年份  地区生产总值  粮食产量',
      '青禾县  2024  98.2亿元',
      '青禾县  2025  103.4亿元     1/10',
      '-3      2025                6.2万吨 | ?',
      '',
    ].join('\n'),
  );
});

test('else below, where a row that is empty there is left out', () => {
  expect(format('pretty', 26)).toBe(
    [
      'region  year  gdp',
      '青禾县  2024  98.2亿元',
      '青禾县  2025  103.4亿元',
      '',
      'region  year  grain-output',
      '青禾县  2025  1/10',
      '-3      2025  6.2万吨 | ?',
      '',
    ].join('\n'),
  );
});

test('csv: text that looks like a formula is text', () => {
  expect(format('csv')).toBe(
    [
      '\ufeffregion,year,gdp,grain-output',
      '青禾县,2024,98.2亿元,',
      '青禾县,2025,103.4亿元,1/10',
      "'-3,2025,,6.2万吨 | ?",
      '',
    ].join('\r\n'),
  );
});

test('md: bars are no ends of cells, and no cell becomes a formula where it is pasted', () => {
  expect(format('md').split('\n').at(-2)).toBe("| '-3 | 2025 |  | 6.2万吨 \\| ? |");
});

test('ndjson: every key in every line', () => {
  expect(format('ndjson').split('\n')[0]).toBe('{"region":"青禾县","year":2024,"gdp":"98.2亿元","grain-output":null}');
});
