import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadRulePack } from '../../src/knowledge/index.ts';
import { lex } from '../../src/lex/index.ts';

const pack = loadRulePack();

/** What the lexer sees in a line: text, value and unit of every quantity. */
const seen = (line: string): string[] =>
  lex(line, pack).quantities.map((q) => {
    const value = q.form === 'range' ? `[${q.min},${q.max}]` : q.masked ? 'masked' : String(q.number ?? q.form);
    return [line.slice(q.span.start, q.span.end), value, q.unit?.symbol ?? ''].join(' ').trim();
  });

const table = (cases: readonly (readonly [line: string, ...expected: string[]])[]) =>
  test.each(cases.map(([line, ...expected]) => ({ line, expected })))('$line', ({ line, expected }) => {
    expect(seen(line)).toEqual(expected);
  });

describe('units in all their spellings', () => {
  table([
    ['疏浚河道18.6㎞', '18.6㎞ 18.6 公里'],
    ['库容380万㎥、林地420㏊', '380万㎥ 3800000 立方米', '420㏊ 420 公顷'],
    ['售电3.5亿kW•h', '3.5亿kW•h 350000000 千瓦时'],
    ['线路长45ｋｍ', '45ｋｍ 45 公里'],
    ['浓度31µg/m³', '31µg/m³ 31 微克/立方米'],
    ['浓度28ug/m3', '28ug/m3 28 微克/立方米'],
    ['发病率1.9／10万', '1.9／10万 1.9 /10万'],
    ['每10万人', '10万人 100000 人'],
    ['能耗0.36吨标准煤/万元', '0.36吨标准煤/万元 0.36 吨标准煤/万元'],
    ['周转量23.6亿吨公里', '23.6亿吨公里 2360000000 吨公里'],
    ['年产三千吨', '三千吨 3000 吨'],
    ['补助五千欧元', '五千欧元 5000 欧元'],
  ]);
});

describe('a unit of two meanings', () => {
  test.each([
    ['节约用电1800度', 'energy'],
    ['供暖室温不低于20度', 'other'],
    ['空调温度设为26度，节电300度', 'energy'],
    ['用电高峰期气温达38度', 'other'],
    ['节约15万度', 'energy'],
  ])('%s', (line, dimension) => {
    expect(lex(line, pack).quantities.at(-1)?.unit?.dimension).toBe(dimension);
  });
});

describe('a unit that a neighbour tells', () => {
  table([
    ['提高3.6个、2.5和1.2个百分点', '3.6个 3.6 百分点', '2.5 2.5 百分点', '1.2个百分点 1.2 百分点'],
    ['甲乙两镇分别投资12、15亿元', '12 1200000000 元', '15亿元 1500000000 元'],
    ['分别惠及5000、1.2万人', '5000 5000 人', '1.2万人 12000 人'],
    ['1、5个项目', '1 1', '5个 5 个'],
    ['第3、5条规定', '第3 3 位', '5条 5 条'],
  ]);
});

describe('Arabic numerals', () => {
  table([
    ['种植面积2.36万亩', '2.36万亩 23600 亩'],
    ['产值48.7亿元', '48.7亿元 4870000000 元'],
    ['支出12,345.6元', '12,345.6元 12345.6 元'],
    ['补助1，200元', '1，200元 1200 元'],
    ['增长１２·４％', '１２·４％ 12.4 %'],
    ['占３．５％', '３．５％ 3.5 %'],
    ['出栏3万4000头', '3万4000头 34000 头'],
    ['用电5亿千瓦时', '5亿千瓦时 500000000 千瓦时'],
    ['装机320万千瓦', '320万千瓦 3200000 千瓦'],
    ['利润-3.5%', '-3.5% -3.5 %'],
    ['增速负2.1%', '负2.1% -2.1 %'],
    ['受益900余人', '900余人 900 人'],
    ['涉及20多亿元', '20多亿元 2000000000 元'],
    ['惠及600多万职工', '600多万 6000000'],
    ['投资3亿2025年完工', '3亿 300000000', '2025年 2025 年'],
    ['￥300万', '￥300万 3000000 元'],
    ['增加5 %', '5 % 5 %'],
    ['13亿人口', '13亿 1300000000'],
  ]);
});

describe('Chinese numerals', () => {
  table([
    ['总产量一百三十五亿八千万斤', '一百三十五亿八千万斤 13580000000 斤'],
    ['三百二十余万亩', '三百二十余万亩 3200000 亩'],
    ['百分之二十八点三', '百分之二十八点三 28.3 %'],
    ['百分之百', '百分之百 100 %'],
    ['百分之四到五', '百分之四到五 [4,5] %'],
    ['由百分之八到百分之九', '百分之八 8 %', '百分之九 9 %'],
    ['三点二倍和二点一倍', '三点二倍 3.2 倍', '二点一倍 2.1 倍'],
    ['占三成', '三成 30 %'],
    ['扩大一成半', '一成半 15 %'],
    ['减少一半', '一半 0.5'],
    ['三分之二', '三分之二 0.6667'],
    ['三又二分之一', '三又二分之一 3.5'],
    ['两万五千里', '两万五千里 25000 里'],
    ['二○二三年', '二○二三年 2023 年'],
    ['三千 八百元', '三千 八百元 3800 元'],
    ['十几个', '十几个 10 个'],
    ['两天半', '两天半 2.5 天'],
    ['五元三角', '五元三角 5.3 元'],
    ['三斤二两', '三斤二两 3.2 斤'],
    ['壹仟玖佰圆整', '壹仟玖佰圆整 1900 元'],
    ['突破万亿元', '万亿元 1000000000000 元'],
  ]);
});

describe('ranges, ratios and ranks', () => {
  table([
    ['新建2至3个', '2至3个 [2,3] 个'],
    ['增长15%—20%', '15%—20% [15,20] %'],
    ['奖励10到20万元', '10到20万元 [100000,200000] 元'],
    ['5000到1万元', '5000到1万元 [5000,10000] 元'],
    ['650—800元/亩', '650—800元/亩 [650,800] 元/亩'],
    ['七八个', '七八个 [7,8] 个'],
    ['十五六岁', '十五六岁 [15,16] 岁'],
    ['从2.05到2.01', '2.05 2.05', '2.01 2.01'],
    ['由12%到15%', '12% 12 %', '15% 15 %'],
    ['收入比2.05:1', '2.05:1 2.05'],
    ['精简1/4', '1/4 0.25'],
    ['24微克/立方米', '24微克/立方米 24 微克/立方米'],
    ['居第7位', '第7位 7 位'],
    ['列全省前三', '前三 3 位'],
    ['目前186家', '186家 186 家'],
    ['第十四届', '第十四届 14 届'],
    ['3个工作日', '3个工作日 3 工作日'],
    ['1个多月', '1个多月 1 月'],
    ['1个半小时', '1个半小时 1.5 小时'],
    ['电话0871-63110086', '0871 871', '63110086 63110086'],
    ['2020-12-21', '2020 2020', '12 12', '21 21'],
  ]);
});

describe('masked numerals', () => {
  table([
    ['企业*家', '*家 masked 家'],
    ['惠及*.*万户', '*.*万户 masked 户'],
    ['增长x.x%', 'x.x% masked %'],
    ['202×年', '202×年 masked 年'],
    ['排第*位', '第*位 masked 位'],
    ['补贴xx458元', 'xx458元 masked 元'],
    ['流转__亩', '__亩 masked 亩'],
    ['*余人次', '*余人次 masked 人次'],
    ['“415X”集群'],
    ['X射线'],
    ['7×24小时', '7 7', '24小时 24 小时'],
    ['**人民医院'],
  ]);
});

describe('numerals that are broken by habit are read whole', () => {
  table([
    ['收到来信4 217件', '4 217件 4217 件'],
    ['收入2 306 518.4万元', '2 306 518.4万元 23065184000 元'],
    ['支出5\u2009730万元', '5\u2009730万元 57300000 元'],
    ['支出6\u00a0105.5万元', '6\u00a0105.5万元 61055000 元'],
    ['拨付奖金7’260万元', '7’260万元 72600000 元'],
    ['第3 120件', '第3 3 位', '120件 120 件'],
    ['2024 150件', '2024 2024', '150件 150 件'],
    ['热线400 830 1234', '400 400', '830 830', '1234 1234'],
    ['全 县 3 6 0 0 人', '3 6 0 0 人 3600 人'],
    ['增长7 . 4 %', '7 . 4 % 7.4 %'],
    ['达到96. 3%', '96. 3% 96.3 %'],
    ['1. 6%的农户', '1 1', '6% 6 %'],
    ['2. 130户', '2 2', '130户 130 户'],
    ['占全县的四 点 二 成', '四 点 二 成 42 %'],
    ['提高三点 六个百分点', '三点 六个百分点 3.6 百分点'],
    ['下降百分之二 点八', '百分之二 点八 2.8 %'],
    ['共计五百 点 二', '五百 点 二 500.2'],
    ['回落 0 . 9 个 百 分 点', '0 . 9 个 百 分 点 0.9 百分点'],
    ['佰分之叁拾', '佰分之叁拾 30 %'],
    ['硬 化 村 道 3 5 公 里', '3 5 公 里 35 公里'],
    ['借款USD 6 150万', 'USD 6 150万 61500000 美元'],
    ['完成百分之六十三期工程已开工', '百分之六十 60 %', '三期 3 期'],
    ['晚七点 三个组进村', '七点 7 点', '三个 3 个'],
    ['晚七点 三公里夜跑', '七点 7 点', '三公里 3 公里'],
    ['早八点两个组进村', '八点 8 点', '两个 2 个'],
  ]);
});

describe('zeros and mixed numerals', () => {
  table([
    ['二万零十八人', '二万零十八人 20018 人'],
    ['〇.六公顷', '〇.六公顷 0.6 公顷'],
    ['二0一九年', '二0一九年 2019 年'],
    ['二O一八年', '二O一八年 2018 年'],
    ['一九七0年', '一九七0年 1970 年'],
    ['余额36万4。', '36万4 364000'],
    ['36万4月底', '36万 360000', '4月 4 月'],
    ['3千零26户', '3千零26户 3026 户'],
    ['四千零27户', '四千零27户 4027 户'],
    ['6万三千亩', '6万三千亩 63000 亩'],
    ['3千零四十六户', '3千零四十六户 3046 户'],
    ['4亿十项工程', '4亿 400000000', '十项 10 项'],
    ['.4', '.4 0.4'],
    ['半成', '半成 5 %'],
    ['17/4', '17/4 4.25'],
  ]);
});

describe('where a numeral ends', () => {
  table([
    ['十分之一二手房', '十分之一 0.1'],
    ['百分之六十百分位', '百分之六十 60 %'],
    ['$40，300美元', '$40 40 美元', '300美元 300 美元'],
    ['￥40,300元', '￥40,300元 40300 元'],
    ['名列第4，600户', '第4 4 位', '600户 600 户'],
    ['引资HK$700万', 'HK$700万 7000000 港元'],
    ['李四人民币押金700元', '700元 700 元'],
    ['六元二角五分钱', '六元二角五分钱 6.25 元'],
    ['税负6100元', '6100元 6100 元'],
    ['同比+7.3%', '7.3% 7.3 %'],
  ]);

  test('the last of a list of ordinals is one too', () => {
    expect(lex('第3，5，8条', pack).quantities.at(-1)).toMatchObject({ form: 'rank', prefix: '第' });
    expect(lex('居全国第5，31项', pack).quantities.at(-1)).toMatchObject({ form: 'number', number: 31 });
  });
});

describe('a number of a list with a wide point', () => {
  test.each([
    ['3．15个站点建成', ['15个']],
    ['措施\n　2．6条线路开通', ['6条']],
    ['全年3．15个', ['3．15个']],
    ['3．6万人受益', ['3．6万人']],
    ['3．6亿元到位', ['3．6亿元']],
    ['2．1本年度建房', ['2．1']],
  ])('%s', (line, found) => {
    expect(lex(line, pack).quantities.map(({ span }) => line.slice(span.start, span.end))).toEqual(found);
  });
});

describe('a tail of a number is no number', () => {
  test.each([
    ['服务l,400人', 'l,400人'],
    ['水面O.7万亩', 'O.7万亩'],
    ['补助l90万元', 'l90万元'],
    ['家庭农场4O家', '4O家'],
    ['投资6..2亿元', '6..2亿元'],
    ['增长4.6.1%', '4.6.1%'],
    ['支出2345,678元', '2345,678元'],
    ['增长.6%', '.6%'],
    ['企业2,345,67家', '2,345,67家'],
    ['企业2，345，6家', '2，345，6家'],
    ['群众2,3456人', '2,3456人'],
    ['社区7-4个', '7-4个'],
    ['社区7——4个', '7——4个'],
    ['群众2,3 00人', '2,3 00人'],
    ['发电10⁶千瓦时', '10⁶千瓦时'],
    ['发电10^6千瓦时', '10^6千瓦时'],
  ])('%s', (line, broken) => {
    const { quantities, broken: spans } = lex(line, pack);
    expect(quantities).toEqual([]);
    expect(spans.map(({ start, end }) => line.slice(start, end))).toEqual([broken]);
  });

  test.each([
    '等……6家',
    'PM2.5浓度24微克',
    '2024.6.18日',
    '第5,7条',
    '公司+3.2亿元',
    '3.1家园建设',
    '第3,1200人',
    '4-7个',
    '绿地20m²',
    '见注10⁶',
  ])('%s is whole', (line) => {
    expect(lex(line, pack).broken).toEqual([]);
  });
});

describe('words that hold a digit', () => {
  table([['统一部署，进一步推进一体化'], ['队伍建设'], ['长三角'], ['一站式服务'], ['数十家', '数十家 vague 家']]);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...'0123456789０９一二三十百千万亿点分之成半第前余多*×Xx○_至到-—~年月个家元%％,，. \n两廿负￥'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );

  test('quantities are in order, apart, and within the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { span } of lex(text, pack).quantities) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('a numeral that is written out is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect(lex(`共${inChinese(n)}吨`, pack).quantities[0]?.number).toBe(n);
        expect(lex(`共${n.toLocaleString('en-US')}吨`, pack).quantities[0]?.number).toBe(n);
      }),
    );
  });
});

/** 1–99,999,999 in Chinese numerals, as schools teach it. */
function inChinese(n: number): string {
  const section = (value: number): string => {
    let words = '';
    let zero = false;
    for (const [unit, name] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(value / unit) % 10;
      if (digit === 0) {
        zero = words !== '';
        continue;
      }
      words += `${zero ? '零' : ''}${'零一二三四五六七八九'[digit]}${name}`;
      zero = false;
    }
    return words;
  };
  const [high, low] = [Math.floor(n / 10_000), n % 10_000];
  if (high === 0) return section(low);
  if (low === 0) return `${section(high)}万`;
  return `${section(high)}万${low < 1000 ? '零' : ''}${section(low)}`;
}

test.each([
  '1 ',
  '1 2 ',
  '新建1 2 0 ',
  '1 . ',
  '8 . 5 ',
  '三点 ',
  '12 345 ',
  '百 分 之 ',
  '平 方 ',
  '5 平 方 ',
  '＊ ',
  '1 *　',
])('%j ends, and so does reading it', (text) => {
  for (let end = 0; end <= text.length; end++)
    for (const { span } of lex(text.slice(0, end), pack).quantities) expect(span.end).toBeLessThanOrEqual(end);
});
