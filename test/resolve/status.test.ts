import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

/** `figure` alone for what is achieved, `figure*` for what is promised. */
const statuses = async (text: string): Promise<string> =>
  (await extract(text)).indicators
    .map(({ text: figure, status }) => figure + (status === 'target' ? '*' : ''))
    .join(' ');

describe('the words of the sentence decide', () => {
  test.each([
    ['新建公园5个。', '5个'],
    ['力争新建公园5个，改造小区8个。', '5个* 8个*'],
    ['今年将新建公园5个。', '5个*'],
    ['到2099年，计划建成公园50个。', '50个*'],
    ['将12个公园纳入管理。', '12个'],
    ['失业率4.9%，低于5.2%的控制目标。', '4.9% 5.2%*'],
    ['实施“青年人才计划”，引进人才300名。', '300名'],
    ['确保粮食产量40万吨；去年产量38万吨。', '40万吨* 38万吨'],
    ['下一步，新建公园5个。改造小区8个。\n全县建成公园9个。', '5个* 8个* 9个'],
  ])('%s', async (text, expected) => {
    expect(await statuses(text)).toBe(expected);
  });
});

describe('the heading decides', () => {
  test('a plan is promised, but for what it says is done already', async () => {
    const text =
      '一、2023年工作回顾\n新建公园5个，争取资金3亿元。\n二、2024年重点工作\n新建公园7个。在已建成9个的基础上，再建2个。比去年增加4个。';
    expect(await statuses(text)).toBe('5个 3亿元 7个* 9个 2个* 4个*');
  });

  test('subsections follow, and a lead sentence opens a part', async () => {
    const text =
      '一、今年重点工作\n（一）抓产业\n新建园区3个。\n二、去年工作回顾\n建成园区2个。今年经济社会发展的主要预期目标是：生产总值增长6%。';
    expect(await statuses(text)).toBe('3个* 2个 6%*');
  });
});

test('a text without headings of work to come is known by its imperatives', async () => {
  const sentences = Array.from({ length: 24 }, (_, i) => `加快推进第${i}期片区改造，持续优化环境。`);
  expect(await statuses(`${sentences.join('')}新增泊位300个。`)).toBe('300个*');
  expect(await statuses(`${sentences.map((s) => `${s.slice(0, -1)}，取得明显成效。`).join('')}新增泊位300个。`)).toBe(
    '300个',
  );
});
