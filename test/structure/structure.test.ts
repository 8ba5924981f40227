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

  test('a number that is none of the sequence, a version, a figure is no heading', async () => {
    expect(await outline(`${BODY}\n3.投资增长。\n1.0版上线。\n2.5倍。\n第一，抓项目。首先，抓招商。`)).toEqual([]);
  });

  test('a list of contents inside a sentence is none', async () => {
    expect(await outline('报告分三个部分：一、回顾；二、任务；三、措施。')).toEqual([]);
  });
});

test('headings without a marker stand on short lines before paragraphs', async () => {
  const text = `县域改革十年记\n来源：青澜日报\n深化放权赋能 激发基层活力\n${BODY}\n▲图为改革现场\n守住生态底线\n${BODY}\n（记者 某人）`;
  expect(await outline(text)).toEqual(['1 - 深化放权赋能 激发基层活力', '1 - 守住生态底线']);
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

describe("the report's own data", () => {
  const data = async (text: string) => (await extract(text)).report;

  test('a news page', async () => {
    const text = `当前位置：首页 > 要闻\n改革潮涌青澜区\n2023-05-06 09:10 来源：青澜日报\n${BODY}\n青澜区委召开会议，部署改革。青澜区政府印发方案。\n${BODY}`;
    expect(await data(text)).toMatchObject({
      title: '改革潮涌青澜区',
      date: '2023-05-06',
      publisher: '青澜日报',
      region: '青澜区',
      kind: 'news',
      year: null,
    });
  });

  test('a work report', async () => {
    const text = `2024年云岭市政府工作报告\n——2024年1月9日在云岭市第九届人民代表大会第三次会议上\n市长 某某\n各位代表：\n现在，我代表市人民政府，向大会作政府工作报告。\n${BODY}`;
    expect(await data(text)).toMatchObject({
      title: '2024年云岭市政府工作报告',
      year: 2024,
      region: '云岭市',
      kind: 'work-report',
      date: null,
    });
  });

  test('a masked speech on one line has no title', async () => {
    const text = `2023年,**区坚持改革方向。**区委统筹推进。${BODY.repeat(3)}以上汇报,请批评指正,谢谢!`;
    expect(await data(text)).toMatchObject({ title: null, year: 2023, region: '**区', kind: 'speech' });
  });

  test('nothing is guessed', async () => {
    expect(await data(BODY)).toMatchObject({
      title: null,
      date: null,
      year: null,
      region: null,
      publisher: null,
      kind: 'other',
    });
  });
});
