import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

const found = async (text: string): Promise<string[]> =>
  (await extract(text)).placeholders.map(({ text: mask, kind, expects }) => [mask, kind, expects ?? '-'].join(' '));

const table = (cases: readonly (readonly [text: string, ...expected: string[]])[]) =>
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', async ({ text, expected }) => {
    expect(await found(text)).toEqual(expected);
  });

describe('numbers, ordinals and dates', () => {
  table([
    ['培育企业*家，产值××亿元。', '* number 家', '×× number 亿元'],
    ['惠及**.*万户。', '**.* number 万户'],
    ['增长x.x%。', 'x.x number %'],
    ['百分之*的农户', '* number %'],
    ['总量居全市第*位、全省第*。', '* ordinal 位', '* ordinal -'],
    ['截至*月*日，202*年、20××年、202X年。', '* date 月', '* date 日', '* date 年', '×× date 年', 'X date 年'],
    ['补贴xx458元。', 'xx number 元'],
    ['参训*余人次。', '* number 人次'],
    ['流转__亩、□□户、○○个。', '__ number 亩', '□□ number 户', '○○ number 个'],
    ['“xx五”规划', 'xx date 五'],
  ]);
});

describe('names and missing phrases', () => {
  table([
    ['**区委高度重视。', '** name 区'],
    ['引进**新材料研究院。', '** name 新材料'],
    ['针对**、**等公司开展辅导。', '** name 公司', '** name 公司'],
    ['打造“**”服务热线。', '** name 服务热线'],
    ['XX镇XX村', 'XX name 镇', 'XX name 村'],
    ['某某集团落户。', '某某 name 集团'],
    ['依托【待补充：企业名称】带动。', '【待补充：企业名称】 name -'],
    ['投资[TODO]亿元，另见（……）。', '[TODO] number 亿元', '（……） text -'],
    ['金额TBD。', 'TBD text -'],
  ]);
});

describe('what only looks like a mask', () => {
  table([
    ['推行7×24小时服务，配备4×4越野车，场地3×5米。'],
    ['“数据要素×”行动和“415X”集群。'],
    ['构建1+3+N、双核+X格局，做X射线检查。'],
    ['学习C++，查看*.docx和XX.com。'],
    ['型号CTX-3，规格MAX。'],
    ['绿色贷款余额*增长。\n*注：口径有调整。'],
    ['二○二三年'],
    ['********\n————'],
  ]);
});
