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
    ['将审批环节由20个压缩至5个。', '20个 5个'],
    ['失业率4.9%，低于5.2%的控制目标。', '4.9% 5.2%*'],
    ['力争失业率控制在5%以内，低于2023年的5.3%。', '5%* 5.3%'],
    ['应当移交的26名人员到岗23名。', '26名 23名'],
    ['应当移交26名人员。', '26名*'],
    ['实施“青年人才计划”，引进人才300名。', '300名'],
    ['确保粮食产量40万吨；去年产量38万吨。', '40万吨* 38万吨'],
    ['二期力争年底完工；一期建成公园5个。', '5个'],
    ['今年计划绿化面积38万亩，全年完成39万亩。', '38万亩* 39万亩'],
    ['今年计划种植油菜38万亩，全年完成39万亩。', '38万亩* 39万亩'],
    ['今年，我们将新建公园5个；改造小区8个。', '5个* 8个*'],
    ['受计划出让的地块流拍影响，收入12亿元。', '12亿元'],
    ['推动社会预期稳中向好，新建公园5个。', '5个'],
    ['产值增长5.6%，高于年初预期0.1个百分点，低于预期目标1个百分点。', '5.6% 0.1个百分点 1个百分点'],
    ['产值预期增长5.6%，高于全国，预期目标为6亿元。', '5.6%* 6亿元*'],
    ['下一步，网格员由62名增至75名。', '62名 75名*'],
    ['下一步，新建公园5个。改造小区8个。\n全县建成公园9个。', '5个* 8个* 9个'],
  ])('%s', async (text, expected) => {
    expect(await statuses(text)).toBe(expected);
  });
});

describe('what stands before the plan, and what is only expected', () => {
  test.each([
    ['改造小区8个，2个项目计划年底前完工。', '8个 2个*'],
    ['危桥开工9座，其余4座预计10月底前完工。', '9座 4座*'],
    ['6项提前完成，3项有望如期完成，2项存在差距。', '6项 3项* 2项'],
    ['新签约4个项目计划总部经济。', '4个'],
    ['预计全年新建公园5个。', '5个'],
    ['原计划修渠5公里，实际完成6公里。', '5公里* 6公里'],
    ['水库建成后，全县可以灌溉农田3万亩。', '3万亩*'],
    ['水库建成后，灌溉农田3万亩。', '3万亩'],
    ['工业方面，要求钢产量达到30万吨。', '30万吨*'],
    ['我们设想，使产量增加20万吨。', '20万吨*'],
    ['全年支出预算为4.6亿元，完成4.5亿元。', '4.6亿元* 4.5亿元'],
  ])('%s', async (text, expected) => {
    expect(await statuses(text)).toBe(expected);
  });
});

describe('a sentence announces a plan', () => {
  test.each([
    ['产量30万吨。\n2031年经营目标：产值9亿元，利润3亿元。', '30万吨 9亿元 3亿元'],
    ['某公司2030年工作总结\n产量30万吨。\n2031年经营目标：产值9亿元，利润3亿元。', '30万吨 9亿元* 3亿元*'],
    ['围绕上述目标，重点抓好五项工作。\n一、抓市场\n新签合同9亿元。', '9亿元*'],
    ['一年来，我们重点抓好五项工作。\n一、抓市场\n新签合同9亿元。', '9亿元'],
    ['按照今年的计划，钢产量将达到30万吨。生铁20万吨。', '30万吨* 20万吨*'],
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

describe('a title is known by its head', () => {
  test.each([
    ['一、年度目标任务完成情况\n新建公园5个。', '5个'],
    ['一、重点工作目标推进情况\n新建公园5个。', '5个'],
    ['（一）聚焦目标任务，压实责任\n新建公园5个。', '5个'],
    ['一、总体要求和主要目标\n新建公园5个。', '5个*'],
    ['一、工作情况\n（一）“三步”工作思路，推动落实\n新建公园5个。', '5个'],
    ['一、2030年工作情况\n新建公园5个。\n二、2031年目标\n改造小区8个。', '5个 8个*'],
    ['青石县2031年工作要点\n一、优化环境\n新建公园5个。\n二、2030年工作回顾\n改造小区8个。', '5个* 8个'],
  ])('%s', async (text, expected) => {
    expect(await statuses(text)).toBe(expected);
  });
});

describe('a plan has islands of what is there already', () => {
  test.each([
    ['教育投入将在去年的8亿元之上增加到12亿元。', '8亿元 12亿元*'],
    ['将现有56个网格调整为68个。', '56个 68个*'],
    ['目前41个小区成立业委会，组建率78%，年内再有7个小区完成组建。', '41个 78% 7个*'],
    ['加装电梯11部（2030年为8部），改造小区8个。', '11部* 8部 8个*'],
    ['2030年受理工单4200件；今年办结率达到96%。', '4200件 96%*'],
    ['推进总投资12亿元的物流港建设，新增冷库2万吨。', '12亿元 2万吨*'],
  ])('%s', async (text, expected) => {
    expect(await statuses(`青石县2031年工作要点\n一、主要任务\n${text}`)).toBe(expected);
  });
});

test.each(['规划', '规划纲要'])(
  'a plan by its own title tells of what there is under headings that say so (%s)',
  async (word) => {
    const text = `青石县“十五五”物流${word}\n\n一、发展基础\n\n物流营收突破60亿元。\n\n二、面临形势\n\n从业人员3200人。\n\n三、建设内容\n\n冷库容量达到12万吨。`;
    expect(await statuses(text)).toBe('60亿元 3200人 12万吨*');
  },
);

test('the object of a heading is no plan', async () => {
  expect(await statuses('青石县2031年工作总结\n\n一、学习贯彻规划纲要\n\n培训干部320人。')).toBe('320人');
});

describe('a lead closes where its scope ends', () => {
  test.each([
    ['今年的主要预期目标是：生产总值增长6%。\n新建公园5个。', '6%* 5个'],
    ['今年要做好以下工作：\n新建公园5个。\n改造小区8个。', '5个* 8个*'],
    [
      '青石县2030年工作总结\n新建公园5个。\n2031年，我县计划建成公园7个。改造小区8个。\n新修道路3条。',
      '5个 7个* 8个* 3条',
    ],
    ['青石县2030年上半年工作总结\n新建公园5个。\n下半年，新建公园7个。\n新修道路3条。', '5个 7个* 3条'],
    ['1.新建公园5个。（牵头单位：县住建局）。\n2.改造小区8个。', '5个* 8个'],
    [
      '二、存在问题和打算\n新修道路3条。\n下一步，抓好建设。\n一是抓公园。新建公园5个。\n二是抓小区。改造小区8个。',
      '3条 5个* 8个*',
    ],
    ['一、抓就业\n年度目标：新增岗位500个。\n二、抓养老\n新增床位90张。', '500个* 90张'],
    ['青石县2030年工作总结\n新建公园5个。\n附件\n2031年十件民生实事\n改造小区8个。', '5个 8个*'],
  ])('%s', async (text, expected) => {
    expect(await statuses(text)).toBe(expected);
  });
});

test('a text without headings of work to come is known by its imperatives', async () => {
  const sentences = Array.from({ length: 24 }, (_, i) => `加快推进第${i}期片区改造，持续优化环境。`);
  expect(await statuses(`${sentences.join('')}新增泊位300个。`)).toBe('300个*');
  expect(await statuses(`${sentences.map((s) => `${s.slice(0, -1)}，取得明显成效。`).join('')}新增泊位300个。`)).toBe(
    '300个',
  );
});
