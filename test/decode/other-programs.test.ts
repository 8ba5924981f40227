/** Files that other programs made of one text: test/decode/files/README.md says which. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { extractReport } from '../../src/index.ts';
import { decodeOne, outline } from './support.ts';

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`./files/${name}`, import.meta.url)));
const linesOf = async (name: string): Promise<string[]> => outline(await decodeOne(name, bytesOf(name)));

const HEAD = [
  'title:沙坪县2024年深化改革工作情况',
  'boilerplate:目录',
  'boilerplate:一、主要做法\t1',
  'boilerplate:二、指标完成情况\t2',
];
const OPENING = '2024年，全县推出改革举措46项，地区生产总值增长6.1%，达到187.5亿元。';
const MASKED = '“一窗通办”覆盖事项1320件，平均办理时间压缩62%；落户企业**家，到位资金XX亿元。';
const SCHOOLS = ['新建学校12所，新增学位5400个，校舍面积3.6万m²。', '详见项目清单。'];
const BULLETS = ['城区：7所', '乡村：5所', '山区：2所'];
const SYMBOLS = '优良天数比例≥85%，验收合格√，待填□□户。';
const TABLE = ['指标\t单位\t2024年', '粮食产量\t万吨\t28.4', '城镇新增就业（万人）\t0.93'];
const END = ['城镇登记失业率3.2%，低于控制目标1.3个百分点。', '2025年，力争财政收入突破**亿元。'];
const NOTES = ['按不变价计算，上年为176.7亿元。', '控制目标为4.5%。'];
const BOX = '专栏：培育龙头企业9家';

/** No header, hidden text, deleted words, comments; numbers of headings and lists; notes and the text box at the end. */
const COUNTY = [
  ...HEAD,
  OPENING,
  'heading1:一、主要做法',
  'heading2:（一）简政便民',
  MASKED,
  '1. 撤并窗口23个',
  '① 县级15个',
  '② 乡镇8个',
  '2. 下放权限41项',
  'heading2:（二）教育改革',
  ...SCHOOLS,
  ...BULLETS,
  SYMBOLS,
  'heading1:二、指标完成情况',
  ...TABLE,
  ...END,
  ...NOTES,
  BOX,
];

describe('text', () => {
  test.each(['county.doc', 'county.rtf'])('%s', async (name) => {
    expect(await linesOf(name)).toEqual(COUNTY);
  });

  test('county-poi.doc', async () => {
    const edited = COUNTY.map((line) => line.replace('沙坪县', '清溪乡').replace('12所', '134所'));
    expect(await linesOf('county-poi.doc')).toEqual(edited);
  });

  test('county-abiword.rtf', async () => {
    const lines = COUNTY.map((line) => line.replace(/^(heading\d:)(?:（.）|.、)/, '$1').replace(/^(?:\d\.|[①②]) /, ''));
    expect(await linesOf('county-abiword.rtf')).toEqual(lines);
  });

  test('county-pandoc.rtf: no title, no styles, hidden text; lists are typed', async () => {
    const lines = await linesOf('county-pandoc.rtf');
    expect(lines).toHaveLength(COUNTY.length - 1);
    for (const line of [...SCHOOLS, ...END, ...NOTES, OPENING, 'heading1:主要做法', 'heading2:教育改革'])
      expect(lines).toContain(line);
    expect(lines).toContain('1.\t撤并窗口23个');
    expect(lines).toContain('城镇新增就业（万人）\t\t0.93');
  });
});

describe('findings', () => {
  const recordOf = async (name: string) => extractReport({ bytes: bytesOf(name), name });

  test('of county.doc', async () => {
    const { report, indicators, placeholders, sections } = await recordOf('county.doc');
    expect(report).toMatchObject({ title: '沙坪县2024年深化改革工作情况', year: 2024, region: '沙坪县' });
    expect(sections.map(({ marker, title }) => `${marker}${title}`)).toEqual(
      expect.arrayContaining(['一、主要做法', '（一）简政便民', '（二）教育改革', '二、指标完成情况']),
    );
    expect(placeholders.map(({ context }) => context)).toEqual([
      '落户企业**家',
      '到位资金XX亿元',
      expect.stringContaining('待填□□户'),
      '力争财政收入突破**亿元',
    ]);
    const found = indicators.map(({ name, text, value }) => `${name} ${value.bound} ${text}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '改革举措 eq 46项',
        '地区生产总值 eq 6.1%',
        '财政收入 gte **亿元',
        '校舍面积 eq 3.6万m²',
        '城镇登记失业率 eq 3.2%',
      ]),
    );
  });

  test('county.rtf is as county.doc', async () => {
    // Ids are those of one file.
    const found = async (name: string) => {
      const { sections, indicators, placeholders, domains } = await recordOf(name);
      return JSON.stringify({ sections, indicators, placeholders, domains }, null, 1).replace(
        /"[sip][\da-f]{10}"/g,
        '…',
      );
    };
    expect(await found('county.rtf')).toBe(await found('county.doc'));
  });
});
