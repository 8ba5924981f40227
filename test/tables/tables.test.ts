import { describe, expect, test } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import type { Indicator } from '../../src/model/record.ts';
import { stageRows } from '../../src/pipeline/stage-rows.ts';
import { extractDocument, stages } from '../../src/pipeline/stages.ts';
import { docxOf, p, xlsxOf } from '../decode/office.ts';
import { documentOf, engine, extract, pack } from '../support/extract.ts';

/** 文字 名称 数值 单位 类别 状态 时间. */
const brief = ({ text, name, value, unit, kind, status, period }: Indicator): string =>
  [text, name, value.number, unit.symbol, kind, status, period].join(' ');

const found = async (text: string, path?: string): Promise<string[]> => {
  const record = await extract(text, path);
  for (const { span, text: words } of record.indicators) expect(record.text?.slice(span.start, span.end)).toBe(words);
  return record.indicators.map(brief);
};

async function foundIn(path: string, bytes: Uint8Array): Promise<string[]> {
  const all: string[] = [];
  for await (const document of decode({ path, name: path, bytes }, { boilerplate: pack.boilerplate })) {
    if ('error' in document) throw document.error;
    all.push(...extractDocument(document, engine).indicators.map(brief));
  }
  return all;
}

/** The same table in four shapes of text. */
const ROWS = [
  ['序号', '指标', '计量单位', '2023年实际', '2024年目标', '增长%'],
  ['1', '粮食总产量', '万吨', '41.5', '43', '3.6'],
  ['2', '游客接待量', '万人次', '1,280.4', '1350', '-5.4'],
];
const EXPECTED = [
  '41.5 粮食总产量 415000 吨 level achieved 2023年',
  '43 粮食总产量 430000 吨 level target 2024年',
  '3.6 粮食总产量 3.6 % change achieved ',
  '1,280.4 游客接待量 12804000 人次 level achieved 2023年',
  '1350 游客接待量 13500000 人次 level target 2024年',
  '-5.4 游客接待量 -5.4 % change achieved ',
];
const HEAD = '青澜县有关情况\n\n';

describe('one table, however it is written', () => {
  const wide = (word: string) =>
    word + ' '.repeat(20 - [...word].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0));
  test.each([
    ['tabs', 'a.txt', ROWS.map((row) => row.join('\t')).join('\n')],
    ['bars', 'a.txt', ROWS.map((row) => `│${row.join('│')}│`).join('\n├──┼──┼──┼──┼──┼──┤\n')],
    ['blanks', 'a.txt', ROWS.map((row) => row.map(wide).join('')).join('\n')],
    [
      'markdown',
      'a.md',
      ROWS.map((row) => `| ${row.join(' | ')} |`)
        .toSpliced(1, 0, '|---|---|---|---|---|---|')
        .join('\n'),
    ],
  ])('%s', async (_, path, table) => {
    expect(await found(HEAD + table, path)).toEqual(EXPECTED);
  });

  test('.xlsx', async () => {
    const cell = (word: string) => (/^-?[\d.,]+$/.test(word) ? Number(word.replace(',', '')) : word);
    const sheet = xlsxOf({ 表: [['青澜县有关情况'], ...ROWS.map((row) => row.map(cell))] });
    expect(await foundIn('a.xlsx', sheet)).toEqual(EXPECTED.map((row) => row.replace('1,280.4', '1280.4')));
  });
});

describe('heads', () => {
  test('merged over columns and rows, in html', async () => {
    const html = `<html><body><article><h1>青澜县统计公报</h1><p>全年经济平稳运行，各项事业取得新的进展，群众的获得感不断增强。</p><table>
      <tr><td rowspan="2">行业</td><td colspan="2">2022年</td><td colspan="2">2023年</td></tr>
      <tr><td>总量（亿元）</td><td>占比</td><td>总量（亿元）</td><td>占比</td></tr>
      <tr><td>建筑业</td><td>8.5</td><td>12.1</td><td>9</td><td>11.8%</td></tr></table></article></body></html>`;
    expect(await foundIn('a.html', new TextEncoder().encode(html))).toEqual([
      '8.5 建筑业 850000000 元 level achieved 2022年',
      '12.1 建筑业 12.1 % share achieved 2022年',
      '9 建筑业 900000000 元 level achieved 2023年',
      '11.8% 建筑业 11.8 % share achieved 2023年',
    ]);
  });

  test('merged over columns and rows, in docx', async () => {
    const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table = `<w:tbl>${[
      tr(
        tc('类别', '<w:vMerge w:val="restart"/>'),
        tc('名称', '<w:vMerge w:val="restart"/>'),
        tc('2023年', '<w:gridSpan w:val="2"/>'),
      ),
      tr(tc('', '<w:vMerge/>'), tc('', '<w:vMerge/>'), tc('计划'), tc('完成率')),
      tr(tc('城镇', '<w:vMerge w:val="restart"/>'), tc('新建住房（套）'), tc('600'), tc('98')),
      tr(tc('', '<w:vMerge/>'), tc('改造管网（公里）'), tc('35.2'), tc('101.5')),
      tr(tc('农村'), tc('新建住房（套）'), tc('80'), tc('—')),
    ].join('')}</w:tbl>`;
    expect(await foundIn('a.docx', docxOf(p('青澜县有关情况') + p('单位：万元') + table))).toEqual([
      '600 城镇新建住房 600 套 level target 2023年',
      '98 城镇新建住房 98 % level achieved 2023年',
      '35.2 改造管网 35.2 公里 level target 2023年',
      '101.5 改造管网 101.5 % level achieved 2023年',
      '80 农村新建住房 80 套 level target 2023年',
    ]);
  });

  test('places name the rows, and sums go without a name of their own', async () => {
    const table = '县区\t投资额（亿元）\t同比±%\t位次\n东岭县\t12.4\t-2.1\t3\n西岭县\t9.6\t4\t1\n合计\t22\t0.5\t';
    expect(await found(HEAD + table)).toEqual([
      '12.4 东岭县投资额 1240000000 元 level achieved ',
      '-2.1 东岭县投资额 -2.1 % change achieved ',
      '3 东岭县投资额 3 位 rank achieved ',
      '9.6 西岭县投资额 960000000 元 level achieved ',
      '4 西岭县投资额 4 % change achieved ',
      '1 西岭县投资额 1 位 rank achieved ',
      '22 投资额 2200000000 元 level achieved ',
      '0.5 投资额 0.5 % change achieved ',
    ]);
  });

  test('years at the left, the unit in the caption', async () => {
    const table = '表2 2021—2022年用水情况\n（单位：万吨、%）\n年份\t用水量\t增速\n2021年\t310\t1.5\n2022年\t305\t-1.6';
    expect(await found(HEAD + table)).toEqual([
      '310 用水量 3100000 吨 level achieved 2021年',
      '1.5 用水量 1.5 % change achieved 2021年',
      '305 用水量 3050000 吨 level achieved 2022年',
      '-1.6 用水量 -1.6 % change achieved 2022年',
    ]);
  });

  test('a change counted from a year is not of that year', async () => {
    const table = '事项\t办件量（件）\t比2020年增长\n不动产登记\t5200\t8%\n企业开办\t1400\t3%';
    expect((await found(HEAD + table)).filter((row) => row.includes('change'))).toEqual([
      '8% 不动产登记办件量 8 % change achieved ',
      '3% 企业开办办件量 3 % change achieved ',
    ]);
  });
});

describe('what is no finding', () => {
  test.each([
    ['a table of contents', '目录\n一、工作回顾\t1\n二、工作安排\t6'],
    ['telephones', '姓名\t电话\n某甲\t5550100\n某乙\t5550101'],
    ['words with wide blanks', '请看这里  那里\n还有这里  那里'],
    ['serial numbers and heads alone', '序号\t名称\n1\t甲项\n2\t乙项'],
  ])('%s', async (_, text) => {
    expect(await found(HEAD + text)).toEqual([]);
  });

  test('rows are neither headings nor titles', async () => {
    const { sections, report } = await extract(
      `${HEAD}指标\t2023年\n一、用电量（亿千瓦时）\t5.2\n二、用气量（万立方米）\t310`,
    );
    expect(sections).toEqual([]);
    expect(report.title).toBe('青澜县有关情况');
  });
});

test('a total in the column of serial numbers', async () => {
  const table = '序号\t乡镇\t收入（万元）\n1\t甲镇\t260\n2\t乙乡\t180\n合计\t\t440';
  expect((await found(HEAD + table)).at(-1)).toBe('440 收入 4400000 元 level achieved ');
});

test('parts are measured as the whole above them', async () => {
  const table = '指标\t2023年\n用水量（万吨）\t310\n  居民\t120\n其中：东区\t80\n用户数（户）\t5600';
  expect((await found(HEAD + table)).map((row) => row.split(' ').slice(0, 4).join(' '))).toEqual([
    '310 用水量 3100000 吨',
    '120 居民用水量 1200000 吨',
    '80 东区用水量 800000 吨',
    '5600 用户数 5600 户',
  ]);
});

test('prose in a cell is read as prose', async () => {
  const table = '事项\t数量（个）\t说明\n村级站点\t12\t全年新建村级站点12个，投入资金300万元。';
  expect(await found(HEAD + table)).toContain('300万元 投入资金 3000000 元 level achieved 全年');
});

test('the last cell of a row takes no unit from the next row', async () => {
  expect(await found(`${HEAD}指标\t2023年\n人均收入（元）\t-280\n个体工商户（户）\t12\n家庭农场（家）\t7`)).toEqual([
    '-280 人均收入 -280 元 level achieved 2023年',
    '12 个体工商户 12 户 level achieved 2023年',
    '7 家庭农场 7 家 level achieved 2023年',
  ]);
});

test('inspect shows tables', async () => {
  const made = stages(await documentOf(`${HEAD}单位：万元\n指标\t2023年\n用水量\t310`), engine);
  const rows = stageRows(made, 'structure').filter(({ type }) => ['table', 'caption', 'row'].includes(type));
  expect(rows.map(({ type, text }) => [type, text])).toEqual([
    ['table', null],
    ['caption', '青澜县有关情况'],
    ['caption', '单位：万元'],
    ['row', '指标\t2023年'],
    ['row', '用水量\t310'],
  ]);
});
