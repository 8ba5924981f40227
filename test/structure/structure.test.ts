import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

/** Level, marker and title of every section, indented by its depth. */
const outline = async (text: string): Promise<string[]> => {
  const { sections } = await extract(text);
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(sections.find((s) => s.id === id)!.parent));
  return sections.map(
    ({ level, marker, title, parent }) => `${'  '.repeat(depth(parent))}${level} ${marker ?? '-'} ${title}`,
  );
};

const BODY = '全县上下同心协力，各项事业取得新的进展，群众的获得感不断增强，发展基础更加牢固。';

describe('headings with markers', () => {
  test('each on a line of its own', async () => {
    const text = `一、过去一年的工作\n（一）抓改革\n${BODY}\n1.推进放权\n${BODY}\n2、推进赋能\n（1）县级\n①镇级\n二、今年的工作\n${BODY}`;
    expect(await outline(text)).toEqual([
      '1 一、 过去一年的工作',
      '  2 （一） 抓改革',
      '    3 1. 推进放权',
      '    3 2、 推进赋能',
      '      4 （1） 县级',
      '      4 ① 镇级',
      '1 二、 今年的工作',
    ]);
  });

  test('run into a text that has lost its line breaks', async () => {
    const filler = BODY.repeat(12);
    const text = `${filler} 一、以开放促改革,增强动力 敢为人先。${filler}(一)深化审批改革,提升效率。一是简化流程。${filler}二是压减材料。${filler} 二、以改革惠民生 ${filler}`;
    expect(await outline(text)).toEqual([
      '1 一、 以开放促改革,增强动力',
      '  2 (一) 深化审批改革,提升效率',
      '    5 一是 简化流程',
      '    5 二是 压减材料',
      '1 二、 以改革惠民生',
    ]);
  });

  test('a short report on one line', async () => {
    const text =
      '2023年,**区坚持改革方向 一、主要做法 一是抓放权。下放事项120项。 二、下一步打算： 1.抓落实。 2.抓督查。督查12次。';
    expect(await outline(text)).toEqual([
      '1 一、 主要做法',
      '  5 一是 抓放权',
      '1 二、 下一步打算',
      '  3 1. 抓落实',
      '  3 2. 抓督查',
    ]);
  });

  test('an enumeration in one sentence', async () => {
    expect(await outline(`做法有三：一是抓放权，二是抓流程、压减材料，三是抓督查，督查12次。\n${BODY}`)).toEqual([
      '5 一是 抓放权',
      '5 二是 抓流程、压减材料',
      '5 三是 抓督查，督查12次',
    ]);
  });

  test('numbers in brackets of one character', async () => {
    expect(await outline(`⑴县级\n${BODY}\n⑵镇级\n${BODY}\n⑷村级\n${BODY}`)).toEqual(['4 ⑴ 县级', '4 ⑵ 镇级']);
  });

  test('a number that is none of the sequence, a version, a figure is no heading', async () => {
    expect(await outline(`${BODY}\n3.投资增长。\n1.0版上线。\n2.5倍。\n第一，抓项目。首先，抓招商。`)).toEqual([]);
  });

  test('a title that ends at a clause ends at none within a number', async () => {
    const paragraph = `（一）水利投资支出为2，895，753元，占县级支出总数的18.03％，${BODY}`;
    expect(await outline(`${paragraph}${BODY}`)).toEqual(['2 （一） 水利投资支出为2，895，753元']);
  });

  test('a list of contents inside a sentence is none', async () => {
    expect(await outline('会议议程为 一、听取报告 二、审议方案 三、表决。')).toEqual([]);
    expect(await outline('报告分三个部分：一、回顾；二、任务；三、措施。')).toEqual([]);
  });
});

test('headings without a marker stand on short lines before paragraphs', async () => {
  const text = `县域改革十年记\n来源：青澜日报\n深化放权赋能 激发基层活力\n${BODY}\n▲图为改革现场\n守住生态底线\n${BODY}\n（记者 某人）`;
  expect(await outline(text)).toEqual(['1 - 深化放权赋能 激发基层活力', '1 - 守住生态底线']);
});

test('short headings, and those that hold a year', async () => {
  const text = `青澜县工作报告\n2025年1月9日\n改革背景\n${BODY}\n2024年工作回顾\n${BODY}\n二〇二五年工作安排\n${BODY}\n2021—2023年成效\n${BODY}\n今年打算\n${BODY}`;
  expect(await outline(text)).toEqual([
    '1 - 改革背景',
    '1 - 2024年工作回顾',
    '1 - 二〇二五年工作安排',
    '1 - 2021—2023年成效',
    '1 - 今年打算',
  ]);
});

test.each([
  '2024年第3期',
  '二〇二四年五月',
  '2024年5月12日印发',
  '工业增加值\t12.5',
  '罚没收入　　　　3.2　　41',
  '税收收入 480亿元',
])('no heading: %s', async (line) => {
  expect(await outline(`青澜县工作报告\n${BODY}\n${line}\n${BODY}`)).toEqual([]);
});

test('who reports is named under the title, and what only ends so is a heading', async () => {
  const report = (line: string) => `青澜县2024年工作总结\n${line}\n${BODY}\n${BODY}`;
  expect(await outline(report('中共青澜县委改革办公室'))).toEqual([]);
  expect(await outline(report('构建协同治理新格局'))).toEqual(['1 - 构建协同治理新格局']);
});

test('a year may follow a marker', async () => {
  const text = `1．稳住增长\n${BODY}\n2．2025年打算\n${BODY}\n3.5倍的增幅来之不易。\n${BODY}`;
  expect(await outline(text)).toEqual(['3 1． 稳住增长', '3 2． 2025年打算']);
});

test('a post with a name is a byline, and not every 区长 is a post', async () => {
  const text = `新城十五年\n青澜区区长 某某\n${BODY}\n老厂区长出新产业\n${BODY}\n青澜区委书记\n${BODY}`;
  expect(await outline(text)).toEqual(['1 - 老厂区长出新产业']);
});

test('many enumerations in one line', async () => {
  expect(await outline('一是抓放权；'.repeat(200_000))).toHaveLength(200_000);
});

test('a section runs to the next of its own or a smaller level', async () => {
  const text = `一、甲\n（一）乙\n${BODY}\n二、丙\n${BODY}`;
  const { sections, text: whole } = await extract(text);
  expect(sections.map(({ span }) => whole!.slice(span.start, span.end))).toEqual([
    `一、甲\n（一）乙\n${BODY}\n`,
    `（一）乙\n${BODY}\n`,
    `二、丙\n${BODY}`,
  ]);
});
