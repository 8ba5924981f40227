import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

/** Each figure with its kind, and of a change its direction. */
const kinds = async (text: string): Promise<string> =>
  (await extract(text)).indicators
    .map(({ text: figure, kind, direction }) => `${figure} ${direction ?? kind}`)
    .join('; ');

const ROWS = (rows: [string, string][]) =>
  test.each(rows)('%s', async (text, expected) => {
    expect(await kinds(text)).toBe(expected);
  });

describe('a figure in a list moves as the one before it', () => {
  ROWS([
    ['发生火灾5起、伤2人，比上年减少3起、1人。', '5起 level; 2人 level; 3起 down; 1人 down'],
    ['播种面积20万亩、产量8万吨，分别增加1万亩和0.4万吨。', '20万亩 level; 8万吨 level; 1万亩 up; 0.4万吨 up'],
    ['甲、乙两业投资分别增长4.1%、-2.3%。', '4.1% up; -2.3% down'],
    ['就业增加900人，帮扶家庭120户。', '900人 up; 120户 level'],
  ]);
});

describe('where it came to is a level', () => {
  ROWS([
    ['农民收入增加320元，达到1800元。', '320元 up; 1800元 level'],
    ['经营主体净增2万户，突破15万户。', '2万户 up; 15万户 level'],
    ['科室由9个减为6个。', '9个 level; 6个 level'],
  ]);
});

describe('against a yardstick', () => {
  ROWS([
    ['亩产520公斤，超全县平均亩产30公斤。', '520公斤 level; 30公斤 up'],
    ['收入5亿元，为年初预算的97.1%，短收1500万元。', '5亿元 level; 97.1% level; 1500万元 down'],
    ['占年度预算的51.3%。', '51.3% share'],
    ['覆盖率37.9%，距40%的目标还差2.1个百分点。', '37.9% level; 40% level; 2.1个百分点 down'],
    ['绿化占比37%，提高2个百分点，距40%的目标还差3个百分点。', '37% share; 2个百分点 up; 40% share; 3个百分点 down'],
    ['产值超80亿元。', '80亿元 level'],
  ]);
});

describe('shares and ranks keep their kind through a move', () => {
  ROWS([
    ['服务业比重由41%上升到47%，提高6个百分点。', '41% share; 47% share; 6个百分点 up'],
    ['本地货源占比提高3.2%。', '3.2% up'],
    ['综合指数由31位升至24位。', '31位 rank; 24位 rank'],
    ['在岗医师由31位增至44位。', '31位 level; 44位 level'],
  ]);
});

describe('a minus turns the direction', () => {
  ROWS([
    ['营业额同比增长-6.4%。', '-6.4% down'],
    ['完成投资12亿元（+5.2%）、利税3亿元（-1.1%）。', '12亿元 level; 5.2% up; 3亿元 level; -1.1% down'],
  ]);
});

describe('what is a figure at all', () => {
  ROWS([
    ['零就业家庭由21户降至零。安全事故零发生。', '21户 level; 零 level'],
    ['预期寿命79.1岁，其中男性77.2岁、女性81.6岁。', '79.1岁 level; 77.2岁 level; 81.6岁 level'],
    ['结案率居全市法院第一。', '第一 rank'],
    ['承办棋王赛等两项省级赛事，抓好三项重点任务。', '两项 level'],
    ['产值连跨2个百亿级台阶。', ''],
  ]);
});
