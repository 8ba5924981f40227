import { describe, expect, test } from 'vitest';
import { formatTime } from '../../src/model/time.ts';
import { extract } from '../support/extract.ts';

/** Long enough for its first line to be taken for a title. */
const OPENING = '全县上下认真落实各项部署，扎实推进改革，工作取得新的成效。现将有关情况报告如下。\n\n';
const REVIEW = `青禾县2025年工作总结和2026年工作打算\n\n${OPENING}`;

/** Each figure with its time, in a summary of 2025 that plans 2026. */
const times = async (text: string, title = REVIEW): Promise<string> =>
  (await extract(title + text)).indicators
    .map(({ text: figure, time }) => `${figure} ${time ? formatTime(time) : null}`)
    .join('; ');

const ROWS = (rows: [string, string][], title?: string) =>
  test.each(rows)('%s', async (text, expected) => {
    expect(await times(text, title)).toBe(expected);
  });

describe('what the sentence says', () => {
  ROWS([
    ['2024年，全县新增就业3200人。', '3200人 2024'],
    ['二〇二四年，全县新增就业3200人。', '3200人 2024'],
    ['上半年，全县新增就业3200人；前三季度新增4100人。', '3200人 2025-01/2025-06; 4100人 2025-01/2025-09'],
    ['1—8月，全县新增就业3200人。', '3200人 2025-01/2025-08'],
    ['前8个月，全县新增就业3200人。', '3200人 2025-01/2025-08'],
    ['截至9月底，全县有企业830家。', '830家 2025-09'],
    ['2025年6月30日，全县有企业830家。', '830家 2025-06-30'],
    ['2022年7月至2023年6月，完成审计项目26个。', '26个 2022-07/2023-06'],
    ['2021—2024年，新建公路86公里。', '86公里 2021/2024'],
    ['9月11日至22日，督查8个乡镇。', '8个 2025-09-11/2025-09-22'],
    ['2019年以来，建成公园14个。', '14个 2019/2025'],
    ['因地施策，四季度新建公园14个。新建学校21所。', '14个 2025-10/2025-12; 21所 2025'],
    ['去年3月列入全省试点以来，组建执法队伍5支。', '5支 2024-03/2025'],
    ['党的十八大以来，新建学校21所。', '21所 2012/2025'],
    ['目前，全县有企业830家。', '830家 2025'],
    ['2024—2025学年，新增学位900个。', '900个 2024-09/2025-08'],
  ]);
});

describe('several years: what came together, or what it came to', () => {
  ROWS([
    ['五年来，新建公路860公里，粮食产量达到31万吨。', '860公里 2021/2025; 31万吨 2025'],
    ['“十四五”时期，财政收入年均增长6.1%，森林覆盖率38.2%。', '6.1% 2021/2025; 38.2% 2025'],
    ['“十三五”末，全县有企业610家。', '610家 2020'],
    ['过去三年，投资累计完成120亿元。', '120亿元 2023/2025'],
    ['到2027年，粮食产量达到35万吨。', '35万吨 2027'],
  ]);
});

describe('what a figure is compared with is not its time', () => {
  ROWS([
    ['企业830家，比2020年增加210家。', '830家 2025; 210家 2025'],
    ['游客恢复到2019年的112%。', '112% 2025'],
    ['全县完成年度目标的74.4%。', '74.4% 2025'],
    ['剔除上年一次性因素，收入增长5.2%。', '5.2% 2025'],
    ['同2020年相比，企业增加210家。', '210家 2025'],
  ]);
});

describe('the ends of a move', () => {
  ROWS([
    ['占比由2020年的9.3%提高到2025年的12.7%。', '9.3% 2020; 12.7% 2025'],
    ['占比由上年的9.3%提高到12.7%。', '9.3% 2024; 12.7% 2025'],
    ['办理环节由7个减少到3个。', '7个 2024; 3个 2025'],
  ]);
});

describe('what paragraph, heading and report say', () => {
  ROWS([
    ['2023年，新建学校3所。招聘教师120名。', '3所 2023; 120名 2023'],
    ['截至9月底，有企业830家。新建学校3所。', '830家 2025-09; 3所 2025'],
    ['新建学校3所。', '3所 2025'],
    ['一、2023年工作\n\n新建学校3所。\n\n二、2026年打算\n\n力争新建学校5所。', '3所 2023; 5所 2026'],
    [
      '一、“十四五”时期和2025年回顾\n\n“十四五”时期，新建学校9所。\n\n招聘教师620名。\n\n2025年，我们加快发展。\n\n招聘教师120名。',
      '9所 2021/2025; 620名 2021/2025; 120名 2025',
    ],
    ['一、五年改革成效\n\n新建学校9所。', '9所 2021/2025'],
  ]);
});

describe('a report of less than a year', () => {
  ROWS(
    [
      ['新建学校3所。', '3所 2025-01/2025-06'],
      ['占比由上年同期的9.3%提高到12.7%。', '9.3% 2024-01/2024-06; 12.7% 2025-01/2025-06'],
      ['下一步，力争全年新建学校5所。', '5所 2025'],
    ],
    `青禾县2025年上半年工作总结\n\n${OPENING}`,
  );
});

describe('nothing is guessed', () => {
  ROWS([['新建学校3所。', '3所 null']], `青禾县工作总结\n\n${OPENING}`);
  ROWS([['202*年，新建学校3所。', '3所 null']]);
});

describe('去年 counts from the day on which the report is given', () => {
  ROWS(
    [['去年，新建学校3所，今年将建5所。', '3所 2025; 5所 2026']],
    '政府工作报告\n——2026年1月8日在青禾县第十八届人民代表大会第六次会议上\n\n',
  );
});

const bases = async (text: string): Promise<string> =>
  (await extract(REVIEW + text)).indicators
    .filter(({ kind }) => kind === 'change')
    .map(({ text: figure, basis, base }) => `${figure} ${basis} ${base}`)
    .join('; ');

describe('what a change is counted from', () => {
  test.each([
    ['财政收入增长5.2%。', '5.2% yoy 2024'],
    ['财政收入同比增长5.2%、4.1%。', '5.2% yoy 2024; 4.1% yoy 2024'],
    ['财政收入比2024年增长5.2%。', '5.2% yoy 2024'],
    ['财政收入比2020年增长31%。', '31% since 2020'],
    ['贷款余额比年初增加17亿元。', '17亿元 since 年初'],
    ['五年来，财政收入增长31%。', '31% since null'],
    ['“十四五”时期，财政收入年均增长5.2%。', '5.2% average null'],
    ['8月当月工业增加值比上月加快1.2个百分点。', '1.2个百分点 period 上月'],
    ['价格环比上涨0.5%。', '0.5% period null'],
    ['财政收入增速高于全国1.3个百分点。', '1.3个百分点 place 全国'],
    ['能耗下降率超年度目标0.6个百分点。', '0.6个百分点 target 年度目标'],
    ['与2020年相比，产值增长31%，企业增加210家。', '31% since 2020; 210家 since 2020'],
    ['比例提高5.2个百分点。', '5.2个百分点 yoy 2024'],
  ])('%s', async (text, expected) => {
    expect(await bases(text)).toBe(expected);
  });

  test('a level has none', async () => {
    const { indicators } = await extract(`${REVIEW}财政收入12亿元。`);
    expect(indicators.map(({ basis, base }) => [basis, base])).toEqual([[null, null]]);
  });
});

test('the ends of a move are told', async () => {
  const { indicators } = await extract(`${REVIEW}环节由7个减少到3个，时限缩短12天。`);
  expect(indicators.map(({ role }) => role)).toEqual(['from', 'to', null]);
});
