import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

/** `figure=first domain` of each figure. */
const topics = async (text: string): Promise<string> =>
  (await extract(text)).indicators.map(({ text: figure, domains }) => `${figure}=${domains[0] ?? ''}`).join(' ');

/** The domains of each section. */
const sections = async (text: string): Promise<string[][]> =>
  (await extract(text)).sections.map(({ domains }) => domains.map(({ id }) => id));

describe('the thing measured decides', () => {
  test.each([
    ['一、乡村振兴\n全年一般公共预算收入完成12亿元。', '12亿元=finance'],
    ['一、对外开放\n城镇新增就业8000人，实际利用外资3亿美元。', '8000人=livelihood 3亿美元=opening'],
    ['森林覆盖率达61%，粮食产量40万吨，社会消费品零售总额50亿元。', '61%=ecology 40万吨=rural 50亿元=market'],
    ['立案审查36件，审结商事案件400件，破获刑事案件90起。', '36件=discipline 400件=law 90起=safety'],
  ])('%s', async (text, expected) => {
    expect(await topics(text)).toBe(expected);
  });
});

describe('what stands around decides where the thing itself does not tell', () => {
  test.each([
    ['its sentence', '开展矛盾纠纷排查，全年解决问题300个。', '300个=governance'],
    ['its paragraph', '推进博物馆和图书馆夜间开放。服务市民2万人次。', '2万人次=culture'],
    ['its section', '一、国企改革\n完成企业12家。', '12家=soe'],
    ['the report', '青石县教育局工作总结\n一、主要做法\n开展活动30场。', '30场=livelihood'],
  ])('%s', async (_, text, expected) => {
    expect(await topics(text)).toBe(expected);
  });

  test('and nothing where nothing tells', async () => {
    expect(await topics('共有甲乙丙丁30件。')).toBe('30件=');
  });
});

describe('sections', () => {
  test('the heading weighs more than a body that strays', async () => {
    expect((await sections('一、深化医药卫生体制改革\n争取财政资金，新建院区道路。'))[0]?.[0]).toBe('livelihood');
  });

  test('one that says too little of its own belongs where the one above it does', async () => {
    const found = await sections('一、生态环境保护\n（一）主要做法\n逐项落实。\n（二）存在不足\n力量薄弱。');
    expect(found.map(([first]) => first)).toEqual(['ecology', 'ecology', 'ecology']);
  });

  test('those below speak for one that has no text of its own', async () => {
    const found = await sections('一、主要工作\n（一）基层党组织建设\n发展党员。\n（二）干部队伍\n选人用人。');
    expect(found[0]?.[0]).toBe('party');
  });

  test('one about everything is about no field', async () => {
    const fields = [
      '科研',
      '工业',
      '国企',
      '消费',
      '税收',
      '外贸',
      '农业',
      '铁路',
      '污染',
      '审批',
      '法院',
      '旅游',
      '医院',
    ];
    const text = `一、工作回顾\n${[...fields, '信访', '消防', '党员', '巡察'].map((field) => `抓好${field}。`).join('')}`;
    expect(await sections(text)).toEqual([[]]);
  });
});

test('who published a page, and its way through a site, are no evidence', async () => {
  const { domains } = await extract('首页 > 旅游 > 体育\n\n推进污水处理和湿地修复，改善水质。');
  expect(domains[0]?.id).toBe('ecology');
});
