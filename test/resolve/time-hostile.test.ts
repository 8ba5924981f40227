/** Texts that name times without end or sense: no throw, no long wait (the runner's limit is the bound), and what is told is a time. */
import { expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const SIZE = 40_000;

test.each([
  ['many times', '截至2025年9月底，比2020年增长5%、高于全国2个百分点，'],
  ['brackets that do not close', '（2025年'],
  ['words that compare', '比'],
  ['words that hold against', '高于'],
  ['what follows a plan', '期间'],
  ['numerals of plans', '十四五'],
  ['masked years', '202*年'],
  ['months', '1—8月'],
  ['years of figures', '由2019年的21%上升到38%，'],
])('%s', async (_, unit) => {
  const text = `2025年${unit.repeat(SIZE / unit.length)}增长5%。`;
  for (const { time } of (await extract(text)).indicators) {
    if (time === null) continue;
    expect(time.from).toMatch(DATE);
    expect(time.to).toMatch(DATE);
  }
});

test.each([
  ['2025年13月，新建学校12所。', '2025/2025'],
  ['2025年0月，新建学校12所。', '2025/2025'],
  ['2025年8月至3月，新建学校12所。', null],
  ['2025年9月22日至11日，新建学校12所。', null],
  ['2025年至2021年，新建学校12所。', null],
  ['2101年，新建学校12所。', '2025/2025'],
])('%s', async (text, expected) => {
  const { indicators } = await extract(`青禾县2025年工作总结\n\n全县上下认真落实各项部署。\n\n${text}`);
  const time = indicators.at(-1)?.time ?? null;
  expect(time && `${time.from}/${time.to}`).toBe(expected);
});
