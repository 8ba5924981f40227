import { describe, expect, test } from 'vitest';
import { pad, shorten, widthOf } from '../../src/emit/fit.ts';
import { salientIndicators } from '../../src/emit/salient.ts';
import type { Indicator } from '../../src/model/record.ts';
import { indicator } from './sample.ts';

const money = (name: string, start: number, overrides: Partial<Indicator> = {}): Indicator =>
  indicator({
    name,
    span: { start, end: start + 3 },
    kind: 'level',
    unit: { symbol: '元', raw: '元', dimension: 'money' },
    section: `s000000000${start % 10}`,
    ...overrides,
  });

describe('the most telling indicators', () => {
  const namesOf = (indicators: readonly Indicator[], most = 10) =>
    salientIndicators(indicators, most).map(({ name }) => name);

  test('are named and not masked', () => {
    expect(namesOf([money('总值', 1), money('收入', 2, { masked: true }), money('支出', 3, { name: null })])).toEqual([
      '总值',
    ]);
  });

  test('have a name once, the weightier finding', () => {
    const [level, rank] = [
      money('总值', 1),
      money('总值', 5, { kind: 'rank', unit: { symbol: '位', raw: '', dimension: 'rank' } }),
    ];
    expect(salientIndicators([level, rank], 10)).toEqual([level]);
  });

  test('say how things stand now', () => {
    const [before, after] = [money('总值', 1), money('总值', 5)];
    expect(salientIndicators([before, after], 10)).toEqual([after]);
  });

  test('stand in text order, whatever their weight', () => {
    const count = money('会议', 1, { unit: { symbol: '次', raw: '次', dimension: 'count' } });
    expect(namesOf([count, money('总值', 2)])).toEqual(['会议', '总值']);
  });

  test('are of several sorts where there are several', () => {
    const sums = Array.from({ length: 9 }, (_, i) =>
      money(`款项${'甲乙丙丁戊己庚辛壬'[i]}`, i, { section: 's0000000001' }),
    );
    const area = money('绿地', 20, { unit: { symbol: '亩', raw: '亩', dimension: 'area' } });
    expect(namesOf([...sums, area], 3)).toContain('绿地');
  });

  test('are the same in every order of equals', () => {
    const equals = [money('甲一', 1), money('乙二', 2), money('丙三', 3)];
    expect(namesOf(equals, 2)).toEqual(['甲一', '乙二']);
  });
});

test.each([
  ['', 0],
  ['abc', 3],
  ['改革', 4],
  ['５％，', 6],
  ['“好”—·', 6],
  ['𬭸', 2],
])('width of %j', (text, width) => {
  expect(widthOf(text)).toBe(width);
});

test.each([
  ['改革开放', 8, '改革开放'],
  ['改革开放', 7, '改革开…'],
  ['改革开放', 6, '改革…'],
  ['abc', 2, 'a…'],
])('%s in %i columns', (text, width, shortened) => {
  expect(shorten(text, width)).toBe(shortened);
});

test('padded', () => {
  expect([pad('改革', 6), pad('改革', 2)]).toEqual(['改革  ', '改革']);
});
