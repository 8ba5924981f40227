import { expect, test } from 'vitest';
import { headlineFigures } from '../../src/emit/headlines.ts';
import type { Indicator } from '../../src/model/record.ts';
import { indicator, sample } from './sample.ts';

const GDP = {
  id: 'gdp',
  label: { zh: '地区生产总值', en: 'Gross regional product' },
  dimensions: ['money'],
  countsFalls: false,
  lowerIsBetter: false,
  unitsTell: false,
  isStock: false,
} as const;

const level = (text: string, overrides: Partial<Indicator> = {}): Indicator =>
  indicator({
    text,
    concept: 'gdp',
    kind: 'level',
    unit: { symbol: '亿元', raw: '亿元', dimension: 'money' },
    basis: null,
    base: null,
    time: { from: '2024', to: '2024' },
    ...overrides,
  });

const change = (text: string, overrides: Partial<Indicator> = {}): Indicator =>
  indicator({ text, concept: 'gdp', time: { from: '2024', to: '2024' }, ...overrides });

test.each<[string, Indicator[], string[]]>([
  ['an amount and a change', [change('6%'), level('300亿元')], ['300亿元', '6%']],
  ['what was achieved, not what is planned', [change('7%', { status: 'target' }), level('300亿元')], ['300亿元']],
  ['what is planned where nothing else is said', [change('7%', { status: 'target' })], ['7%']],
  ['the year reported on', [level('280亿元', { time: { from: '2023', to: '2023' } }), level('300亿元')], ['300亿元']],
  [
    'a figure before a step',
    [level('300亿元', { value: { number: 3e10, min: null, max: null, bound: 'gte', raw: '300亿' } }), level('312亿元')],
    ['312亿元'],
  ],
  ['no rate of completion', [level('98%', { unit: { symbol: '%', raw: '%', dimension: 'percent' } })], []],
  ['no change over several years', [change('40%', { basis: 'since' })], []],
  ['no sum of several years', [level('1300亿元', { time: { from: '2021', to: '2025' } })], []],
  ['nothing masked', [level('**亿元', { masked: true })], []],
  ['nothing of other concepts', [level('80亿元', { concept: 'exports' })], []],
])('%s', (_, indicators, texts) => {
  const found = headlineFigures(sample({ indicators }), [GDP]);
  expect(found.flatMap(({ figures }) => figures.map(({ text }) => text))).toEqual(texts);
});
