import { describe, expect, test } from 'vitest';
import { extract } from '../support/extract.ts';

const BODY = '全县上下同心协力，各项事业取得新的进展，群众的获得感不断增强，发展基础更加牢固。';
const SALUTE = '各位代表：\n现在，我代表人民政府，向大会报告工作，请予审议。';

const NONE = { title: null, date: null, year: null, planYear: null, region: null, publisher: null };

/** What the text says of itself, beside the kind; what is not named is null. */
const REPORTS: { of: string; text: string; is: Partial<Record<keyof typeof NONE, string | number | null>> }[] = [
  { of: 'a text that says nothing', text: BODY, is: {} },
  {
    of: 'a report on one line, its title parted by a blank',
    text: '青澜县2023年工作总结 今年以来，全县新建学校3所，改造校舍12栋，群众十分满意。下一步继续努力。',
    is: { title: '青澜县2023年工作总结', year: 2023, region: '青澜县' },
  },
  {
    of: 'a report on one line, its title parted by nothing',
    text: '青澜县水利局2023年工作总结2023年，全县新建水库3座，治理河道36公里，群众满意。下一步继续努力，再创佳绩。',
    is: { title: '青澜县水利局2023年工作总结', year: 2023, region: '青澜县', publisher: '青澜县水利局' },
  },
  {
    of: 'a news page',
    text: `当前位置：首页 > 要闻\n改革潮涌青澜区\n2023-05-06 09:10 来源：青澜日报\n${BODY}\n青澜区委召开会议，部署改革。青澜区政府印发方案。\n${BODY}`,
    is: { title: '改革潮涌青澜区', date: '2023-05-06', publisher: '青澜日报', region: '青澜区' },
  },
  {
    of: 'a byline without blanks, and a day that is not the year reported on',
    text: `放权赋能记\n发布时间：2023年5月6日来源：青澜日报作者：某某\n2022年12月1日，青澜区召开会议。青澜区委部署改革。\n${BODY}`,
    is: { title: '放权赋能记', date: '2023-05-06', publisher: '青澜日报', region: '青澜区' },
  },
  {
    of: 'a source in the last line',
    text: `放权赋能记\n${`${BODY}\n`.repeat(20)}（来源：青澜发布）`,
    is: { title: '放权赋能记', publisher: '青澜发布' },
  },
  {
    of: 'a table above the text of a government page',
    text: `索引号：00000000/2024-00012\n发布机构：青澜县发展和改革局\n成文日期：2024年3月5日\n发布日期：2024-03-08\n名称：青澜县2023年改革工作情况报告\n青澜县2023年改革工作情况报告\n${BODY}`,
    is: {
      title: '青澜县2023年改革工作情况报告',
      date: '2024-03-08',
      year: 2023,
      publisher: '青澜县发展和改革局',
      region: '青澜县',
    },
  },
  {
    of: 'a summary that plans the next year in a clause',
    text: `白石镇2024年工作总结\n${BODY}\n${BODY}\n下步打算\n明年，我镇将新建广场6个。`,
    is: { title: '白石镇2024年工作总结', year: 2024, planYear: 2025, region: '白石镇' },
  },
  {
    of: 'a summary of a whole year with what comes next',
    text: `白石镇2024年工作总结\n${BODY}\n${BODY}\n三、下一步工作打算\n新建广场6个。\n2025年1月6日`,
    is: { title: '白石镇2024年工作总结', date: '2025-01-06', year: 2024, planYear: 2025, region: '白石镇' },
  },
  {
    of: 'a summary of half a year with what comes next',
    text: `白石镇2024年上半年工作总结\n${BODY}\n${BODY}\n三、下一步工作打算\n新建广场6个。`,
    is: { title: '白石镇2024年上半年工作总结', year: 2024, region: '白石镇' },
  },
  {
    of: 'what is given in the year after',
    text: `白石镇2024年工作总结\n${BODY}\n${BODY}\n今年，我镇将新建广场6个。\n2025年1月6日`,
    is: { title: '白石镇2024年工作总结', date: '2025-01-06', year: 2024, planYear: 2025, region: '白石镇' },
  },
  {
    of: 'a clause of the next year, at the end of the one before',
    text: `白石镇集体林权改革自查报告\n${BODY}\n${BODY}\n限期完成颁证；明年新建广场6个。\n白石镇人民政府\n2024年11月20日`,
    is: {
      title: '白石镇集体林权改革自查报告',
      date: '2024-11-20',
      year: 2024,
      planYear: 2025,
      region: '白石镇',
      publisher: '白石镇人民政府',
    },
  },
  {
    of: 'a clause of the next year in summer',
    text: `白石镇集体林权改革自查报告\n${BODY}\n${BODY}\n限期完成颁证；明年新建广场6个。\n白石镇人民政府\n2024年8月20日`,
    is: {
      title: '白石镇集体林权改革自查报告',
      date: '2024-08-20',
      year: 2024,
      region: '白石镇',
      publisher: '白石镇人民政府',
    },
  },
  {
    of: 'a paragraph that opens with a plan',
    text: `白石镇2024年工作总结\n${BODY}\n${BODY}\n4.下步打算。擦亮招牌。2025年，全镇新建广场6个。`,
    is: { title: '白石镇2024年工作总结', year: 2024, planYear: 2025, region: '白石镇' },
  },
  {
    of: 'a deadline of the next year',
    text: `白石镇2024年工作总结\n${BODY}\n${BODY}\n2025年6月底前新建广场6个。`,
    is: { title: '白石镇2024年工作总结', year: 2024, planYear: 2025, region: '白石镇' },
  },
  {
    of: 'a speech to a meeting of the year that has begun',
    text: `在青澜县2025年改革工作会议上的讲话\n（2025年1月12日）\n同志们：\n${BODY}\n${BODY}`,
    is: {
      title: '在青澜县2025年改革工作会议上的讲话',
      date: '2025-01-12',
      year: 2024,
      planYear: 2025,
      region: '青澜县',
    },
  },
  {
    of: 'a budget with the account of the year before',
    text: `关于青澜县2025年预算的报告\n${BODY}\n${BODY}\n一、2024年决算\n${BODY}`,
    is: { title: '关于青澜县2025年预算的报告', year: 2024, planYear: 2025, region: '青澜县' },
  },
  {
    of: 'a summary of a five-year plan',
    text: `青澜县“十四五”改革工作总结\n${BODY}\n2021年，${BODY}\n${BODY}`,
    is: { title: '青澜县“十四五”改革工作总结', year: 2025, region: '青澜县' },
  },
  {
    of: 'a five-year plan halfway',
    text: `青澜县“十四五”规划中期评估报告\n${BODY}\n${BODY}\n2023年7月6日`,
    is: { title: '青澜县“十四五”规划中期评估报告', date: '2023-07-06', year: 2023, region: '青澜县' },
  },
  {
    of: 'a work report',
    text: `2024年云岭市政府工作报告\n——2024年1月9日在云岭市第九届人民代表大会第三次会议上\n市长 某某\n${SALUTE}\n${BODY}`,
    is: { title: '2024年云岭市政府工作报告', date: '2024-01-09', year: 2023, planYear: 2024, region: '云岭市' },
  },
  {
    of: 'a work report whose session alone tells',
    text: `政府工作报告\n——2024年1月9日在云岭市第九届人民代表大会第三次会议上\n${SALUTE}\n${BODY}`,
    is: { title: '政府工作报告', date: '2024-01-09', year: 2023, planYear: 2024, region: '云岭市' },
  },
  {
    of: 'a year in Chinese numerals, in brackets behind the title',
    text: `政府工作报告（二〇二四年一月九日）\n——在云岭市第九届人民代表大会第三次会议上\n${SALUTE}\n${BODY}`,
    is: { title: '政府工作报告', date: '2024-01-09', year: 2023, planYear: 2024, region: '云岭市' },
  },
  {
    of: 'a year in Chinese numerals before the place',
    text: `二○二四年青澜县政府工作报告\n${SALUTE}\n${BODY}`,
    is: { title: '二○二四年青澜县政府工作报告', year: 2023, planYear: 2024, region: '青澜县' },
  },
  {
    of: 'a place in its longest form',
    text: `云岭省青禾市白石县2024年政府工作报告\n${SALUTE}\n${BODY}`,
    is: { title: '云岭省青禾市白石县2024年政府工作报告', year: 2023, planYear: 2024, region: '云岭省青禾市白石县' },
  },
  {
    of: 'a title on two lines',
    text: `中共青澜县委改革办公室\n关于2024年度改革工作情况的汇报\n（2024年12月20日）\n${BODY}\n${BODY}`,
    is: {
      title: '中共青澜县委改革办公室关于2024年度改革工作情况的汇报',
      date: '2024-12-20',
      year: 2024,
      region: '青澜县',
      publisher: '中共青澜县委改革办公室',
    },
  },
  {
    of: 'several years',
    text: `2021—2023年青澜县改革工作综述\n${BODY}\n${BODY}`,
    is: { title: '2021—2023年青澜县改革工作综述', year: null, region: '青澜县' },
  },
  {
    of: 'a title over one paragraph, with masks',
    text: `**区2023年改革工作总结\n2023年，**区坚持改革方向，完成改革任务120项。${BODY.repeat(2)}`,
    is: { title: '**区2023年改革工作总结', year: 2023, region: '**区' },
  },
  {
    of: 'a masked speech on one line',
    text: `2023年,**区坚持改革方向。**区委统筹推进。${BODY.repeat(3)}以上汇报,请批评指正,谢谢!`,
    is: { year: 2023, region: '**区' },
  },
  {
    of: 'a masked place that does nothing',
    text: `各位领导：我代表××县作交流发言。××县坐落在两江交汇处，某某公司落户。${BODY}`,
    is: { region: '××县' },
  },
  {
    of: 'a session of a district',
    text: `政府工作报告\n——二○二三年二月十四日在沧屿区三届人大二次会议上\n▲上接第3版\n${BODY}\n${BODY}`,
    is: { title: '政府工作报告', date: '2023-02-14', year: 2022, planYear: 2023, region: '沧屿区' },
  },
  {
    of: 'a short report that names its place once',
    text: '2022年，青澜县改革工作坚持问题导向，成效显现。',
    is: { year: 2022, region: '青澜县' },
  },
  {
    of: 'the place of others',
    text: `推动县域改革走深走实\n${BODY}\n全市改革工作会议在试点县召开。各县区、示范区、开发区认真落实。${BODY}`,
    is: { title: '推动县域改革走深走实' },
  },
  {
    of: 'the national government',
    text: `2031年国务院政府工作报告\n——2031年3月6日在第十六届全国人大四次会议上\n各位代表：\n现在，我代表国务院，向大会报告政府工作。青澜省、青澜省委、青澜省人民政府。\n${BODY}`,
    is: { title: '2031年国务院政府工作报告', date: '2031-03-06', year: 2030, planYear: 2031, region: null },
  },
  {
    of: 'review and plan, each with its year',
    text: `青澜县水务局2023年工作总结和2024年工作打算\n2023年，全县水务系统稳步向前。\n${BODY}\n青澜县水务局\n2023年12月××日`,
    is: {
      title: '青澜县水务局2023年工作总结和2024年工作打算',
      year: 2023,
      planYear: 2024,
      region: '青澜县',
      publisher: '青澜县水务局',
    },
  },
  {
    of: 'a plan that reports on nothing',
    text: `沧屿街道2025年基层治理工作要点\n2025年是治理提升年，全街道要统一行动。\n${BODY}`,
    is: { title: '沧屿街道2025年基层治理工作要点', planYear: 2025, region: '沧屿街道' },
  },
  {
    of: 'a signature, its day in Chinese numerals',
    text: `民政改革工作小结\n一年来，青澜县民政局干了不少实事。\n${BODY}\n青澜县民政局\n二〇一九年十二月二十八日`,
    is: { title: '民政改革工作小结', date: '2019-12-28', year: 2019, region: '青澜县', publisher: '青澜县民政局' },
  },
  {
    of: 'a summary signed early in the year after',
    text: `民政改革工作小结\n一年来，我局干了不少实事。\n${BODY}\n青澜县民政局\n2020年1月6日`,
    is: {
      title: '民政改革工作小结',
      date: '2020-01-06',
      year: 2019,

      region: '青澜县',
      publisher: '青澜县民政局',
    },
  },
  {
    of: 'a part of a year, which has no year after',
    text: `青澜市2021年1-6月经济运行情况\n来源：青澜市统计局 日期：2021-07-28\n上半年，全市经济恢复向好。\n${BODY}`,
    is: {
      title: '青澜市2021年1-6月经济运行情况',
      date: '2021-07-28',
      year: 2021,
      region: '青澜市',
      publisher: '青澜市统计局',
    },
  },
  {
    of: 'a report given in the last days of its own year',
    text: `政府工作报告\n2025年12月28日在青澜县第十八届人民代表大会第六次会议上\n${SALUTE}\n一、2025年工作回顾\n${BODY}\n二、2026年工作安排\n${BODY}`,
    is: { title: '政府工作报告', date: '2025-12-28', year: 2025, planYear: 2026, region: '青澜县' },
  },
  {
    of: 'a next year that only a heading names',
    text: `青澜县2022年改革工作情况\n2022年，全县改革不停步。\n一、明年工作打算\n${BODY}`,
    is: { title: '青澜县2022年改革工作情况', year: 2022, planYear: 2023, region: '青澜县' },
  },
  {
    of: 'a text that has lost its line ends',
    text: `青澜县2024年改革工作总结 2024年，全县改革不停步。${BODY.repeat(4)} 青澜县委改革办 2024年12月20日`,
    is: {
      title: '青澜县2024年改革工作总结',
      date: '2024-12-20',
      year: 2024,
      region: '青澜县',
      publisher: '青澜县委改革办',
    },
  },
  {
    of: 'letters of an office',
    text: `青澜县人民政府文件\n青政发〔2024〕15号\n青澜县人民政府关于2023年法治政府建设情况的报告\n市人民政府：\n2023年，我县依法办事。\n${BODY}\n青澜县人民政府\n2024年1月20日`,
    is: {
      title: '青澜县人民政府关于2023年法治政府建设情况的报告',
      date: '2024-01-20',
      year: 2023,
      region: '青澜县',
      publisher: '青澜县人民政府',
    },
  },
  {
    of: 'a bulletin and its number',
    text: `青澜改革简报\n第12期\n沧屿镇推进集体产权改革情况\n去年以来，全镇${BODY}\n${BODY}`,
    is: { title: '沧屿镇推进集体产权改革情况', region: '沧屿镇' },
  },
  {
    of: 'the name of a channel',
    text: `青澜要闻\n青澜县改革再出发\n2024-05-06 08:00\n来源：青澜县融媒体中心\n青澜县坚持问题导向。\n${BODY}`,
    is: { title: '青澜县改革再出发', date: '2024-05-06', region: '青澜县', publisher: '青澜县融媒体中心' },
  },
  {
    of: 'a channel and no title',
    text: `政务信息\n2024年，青澜县坚持问题导向，${BODY}\n${BODY}`,
    is: { year: 2024, region: '青澜县' },
  },
  {
    of: 'a title in two lines, the first left open',
    text: `**市工业局关于2021年前三季度\n工业运行情况的报告\n市人民政府：\n现将全市工业运行情况报告如下，请审示。\n${BODY}`,
    is: {
      title: '**市工业局关于2021年前三季度工业运行情况的报告',
      year: 2021,
      region: '**市',
      publisher: '**市工业局',
    },
  },
  {
    of: 'who reports, above a title that is whole',
    text: `青澜县统计局\n2018年青澜县统计公报\n（2019年3月20日）\n2018年，全县经济平稳。\n${BODY}`,
    is: { title: '2018年青澜县统计公报', date: '2019-03-20', year: 2018, region: '青澜县', publisher: '青澜县统计局' },
  },
  {
    of: 'a line under the title that says of what',
    text: `以改革之进 促发展之稳\n——青澜市2023年改革综述\n2023年，全市改革不停步。\n${BODY}`,
    is: { title: '以改革之进 促发展之稳', year: 2023, region: '青澜市' },
  },
  {
    of: 'a place that ends as other words do',
    text: `荔湾区\n2023年改革工作总结\n2023年，全区改革不停步。\n${BODY}`,
    is: { title: '荔湾区2023年改革工作总结', year: 2023, region: '荔湾区' },
  },
  {
    of: 'a slogan of a place that is none',
    text: `点亮老城区 激活新动能\n近年来，全区改革不停步。\n${BODY}`,
    is: { title: '点亮老城区 激活新动能' },
  },
  {
    of: 'a newspaper before its date, without a label',
    text: `青澜区改革跑出加速度\n青澜日报 2020年07月21日 第3版\n本报记者 某某\n“真没想到这么快！”青澜区的居民说。\n${BODY}`,
    is: { title: '青澜区改革跑出加速度', date: '2020-07-21', region: '青澜区', publisher: '青澜日报' },
  },
  {
    of: 'an office of the national tax administration',
    text: `国家税务总局青澜市税务局2022年工作情况\n2022年，全局上下尽心尽责。\n${BODY}`,
    is: {
      title: '国家税务总局青澜市税务局2022年工作情况',
      year: 2022,
      region: '青澜市',
      publisher: '国家税务总局青澜市税务局',
    },
  },
];

test.each(REPORTS)('$of', async ({ text, is }) => {
  const { title, date, year, planYear, region, publisher } = (await extract(text)).report;
  expect({ title, date, year, planYear, region, publisher }).toEqual({ ...NONE, ...is });
});

describe('kinds', () => {
  test.each([
    ['work-report', `政府工作报告\n${SALUTE}\n${BODY}`],
    ['news', `改革潮涌青澜区\n2023-05-06 来源：青澜日报\n${BODY}\n${BODY}`],
    ['speech', `**区坚持改革方向。${BODY.repeat(3)}以上汇报,请批评指正,谢谢!`],
    ['reform-summary', `青澜县2024年改革工作总结\n${BODY}\n${BODY}`],
    ['work-report', `青澜区人民法院工作报告（摘要）\n${BODY}\n${BODY}`],
    ['reform-summary', `青澜县医院改革工作情况汇报\n来源：青澜县医院\n${BODY}\n${BODY}`],
    ['speech', `在青澜县改革推进会上的讲话\n同志们：\n${BODY}\n${BODY}`],
    ['other', `青澜县2023年统计公报\n来源：青澜县统计局\n${BODY}\n${BODY}`],
    ['news', `青澜区：改革为民\n${BODY}\n${BODY}\n（青澜区委改革办供稿）`],
    ['other', BODY],
  ])('%s', async (kind, text) => {
    expect((await extract(text)).report.kind).toBe(kind);
  });
});
