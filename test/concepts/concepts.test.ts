import { describe, expect, test } from 'vitest';
import { conceptsIn } from '../../src/concepts/index.ts';
import { stages } from '../../src/pipeline/stages.ts';
import { explainPlace } from '../../src/rule-tools/explain.ts';
import { documentOf, engine, extract, pack } from '../support/extract.ts';

/** `figure=concept` of each figure. */
const concepts = async (text: string): Promise<string> =>
  (await extract(text)).indicators.map(({ text: figure, concept }) => `${figure}=${concept ?? ''}`).join(' ');

describe('a name of the indicator, whatever its kind', () => {
  test.each([
    ['全县地区生产总值完成86亿元，增长6.1%。', '86亿元=gdp 6.1%=gdp'],
    ['一般公共预算收入5.2亿元，为年初预算的101%。', '5.2亿元=budget-revenue 101%=budget-revenue'],
    ['城镇、农村居民人均可支配收入分别增长4.1%、6.2%。', '4.1%=urban-income 6.2%=rural-income'],
    ['细颗粒物（PM2.5）浓度下降7%。', '7%=pm25'],
    ['新认定省级“专精特新”中小企业12家、高新技术企业9家。', '12家=specialised-firms 9家=high-tech-firms'],
    ['服务业增加值占地区生产总值比重达到47%。', '47%=tertiary-value-added'],
    ['研发投入强度达到2.1%。', '2.1%=rd-intensity'],
    ['地表水国控断面Ⅰ—Ⅲ类水质比例达98%。', '98%=good-water-share'],
    ['县里实现60%的城镇化率。', '60%=urbanisation'],
    ['78%的财政支出用于民生。', '78%=people-livelihood-share'],
    ['财政支出的七成以上用于民生领域。', '七成=people-livelihood-share'],
    ['一般公共预算支出6亿元，72%用于保障和改善民生。', '6亿元=budget-expenditure 72%=people-livelihood-share'],
    ['基本养老保险覆盖面达96%。', '96%=pension-coverage'],
    ['游客人次、旅游花费分别增长14%、11%。', '14%=tourists 11%=tourism-revenue'],
  ])('%s', async (text, expected) => {
    expect(await concepts(text)).toBe(expected);
  });
});

describe('nothing where the name means something else', () => {
  test.each([
    ['a use', '财政支出的20%用于教育。', '20%='],
    ['a single industry', '装备制造业增加值增长9%。', '9%='],
    ['a part', '水利固定资产投资3亿元。', '3亿元='],
    ['per head', '粮食人均占有量420公斤。', '420公斤='],
    ['a project', '高标准农田项目4个。', '4个='],
    ['firms', '规上工业企业研发投入增长12%。', '12%='],
    ['another unit', '全县经济总量30个。', '30个='],
    ['two indicators at once', '本外币存款、贷款余额合计300亿元。', '300亿元='],
    ['no name at all', '增长5%。', '5%='],
    ['what a part has of it', '园区贡献了全县74.6%的规上工业增加值。', '74.6%='],
    ['private firms', '民营规上工业增加值、外贸进出口总额占比分别为23.1%、45.5%。', '23.1%= 45.5%='],
  ])('%s: %s', async (_, text, expected) => {
    expect(await concepts(text)).toBe(expected);
  });
});

describe('the region reported on decides what is whole', () => {
  const of = (region: string | null, name: string): string | null =>
    conceptsIn(
      { text: '', metadata: { ...NOTHING_KNOWN, region } },
      pack,
    )({
      span: { start: 0, end: 0 },
      name: { text: name, span: null },
      kind: 'level',
      unit: { symbol: '吨', dimension: 'mass' },
    }).id;

  test.each([
    ['青石县', '全县粮食产量', 'grain-output'],
    ['青石县', '青石县粮食产量', 'grain-output'],
    ['青石县', '青石粮食产量', 'grain-output'],
    ['江北省青石县', '青石县粮食产量', 'grain-output'],
    ['江北省', '全省粮食产量', 'grain-output'],
    ['青石县', '全国粮食产量', null],
    ['青石县', '全省粮食产量', null],
    ['江北省', '全县粮食产量', null],
    ['江北省', '青石县粮食产量', null],
    [null, '全国粮食产量', 'grain-output'],
    [null, '青石县粮食产量', null],
  ])('%s: %s', (region, name, expected) => {
    expect(of(region, name)).toBe(expected);
  });

  test('names of any length cost little, and those that are too long have none', () => {
    expect(of(null, '全省'.repeat(100_000))).toBeNull();
    expect(of(null, `${'粮食产量'.repeat(100_000)}`)).toBeNull();
  });
});

const NOTHING_KNOWN = {
  title: null,
  date: null,
  year: null,
  planYear: null,
  region: null,
  publisher: null,
  kind: 'other',
} as const;

describe('what firms and parks have as well is theirs where the figure before it is', () => {
  test.each([
    ['省管企业净资产增长8%、研发投入增长30%。', '8%= 30%='],
    ['省管企业净资产增长8%，全社会研发投入增长12%。', '8%= 12%=rd-expenditure'],
  ])('%s', async (text, expected) => {
    expect(await concepts(text)).toBe(expected);
  });
});

describe('explain tells', () => {
  const why = async (text: string): Promise<unknown> => {
    const { steps } = explainPlace(stages(await documentOf(text), engine), text.search(/\d/), engine);
    const step = steps.find(({ field }) => field === 'concept');
    return step && { by: step.by, facts: step.facts };
  };

  test.each([
    ['全县粮食总产量24万吨。', { by: 'CONCEPT', facts: { words: '粮食总产量' } }],
    ['户籍人口城镇化率45%。', { by: 'CONCEPT_REST', facts: { words: '城镇化率', rest: '户籍人口' } }],
    ['经济总量30个。', { by: 'CONCEPT_UNIT', facts: { words: '经济总量' } }],
    ['受理信访件30件。', undefined],
  ])('%s', async (text, expected) => {
    expect(await why(text)).toEqual(expected);
  });
});
