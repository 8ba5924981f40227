import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { FORMATS, type RecordFormat } from '../../src/emit/emitter.ts';
import { widthOf } from '../../src/emit/fit.ts';
import {
  addCounts,
  countsOf,
  type EmitContext,
  type FindingTable,
  isBinary,
  loadEmitter,
  NO_COUNTS,
  selectFindings,
  TABLES,
} from '../../src/emit/index.ts';
import { envelopeSchema, type GaigeRecord, recordSchema } from '../../src/model/record.ts';
import { NO_REASONS } from '../../src/page/report-data.ts';
import { HEAD_LENGTH, isOwnOutput, mayBeOwnOutput } from '../../src/read/own-output.ts';
import { Lexicon } from '../../src/text/lexicon.ts';
import { DOMAINS, indicator, sample, TEXT, TOOL } from './sample.ts';

/** More of it is better. */
const AMOUNT = { countsFalls: false, lowerIsBetter: false, unitsTell: false, isStock: false };

const CONTEXT: EmitContext = {
  tool: TOOL,
  table: 'indicators',
  header: 'en',
  domains: DOMAINS,
  language: 'zh',
  colour: false,
  lineWidth: null,
  names: [],
  concepts: {
    definitions: new Map(),
    headlines: [
      { id: 'gdp', label: { zh: '地区生产总值', en: 'Gross regional product' }, dimensions: ['money'], ...AMOUNT },
      {
        id: 'industrial-value-added',
        label: { zh: '规模以上工业增加值', en: 'Industrial value added' },
        dimensions: ['money'],
        ...AMOUNT,
      },
    ],
    owners: new Set(['全国']),
    around: { goals: new Lexicon([]) },
  },
};

async function emit(
  format: RecordFormat,
  records: readonly GaigeRecord[],
  context: Partial<EmitContext> = {},
): Promise<string> {
  const emitter = (await loadEmitter(format))({ ...CONTEXT, ...context });
  const counts = records.map(countsOf).reduce(addCounts, NO_COUNTS);
  const written = records.map((record) => emitter.record(record, TEXT, () => NO_REASONS)).join(emitter.between);
  return emitter.begin() + written + emitter.end(counts);
}

const COLUMNS: Record<FindingTable, string> = {
  indicators:
    'report, region, year, section, section_path, name, number, min, max, bound, unit, text, kind, direction, basis, base, status, scope, period, time_from, time_to, role, concept, domains, masked, canonical_number, canonical_unit, line, column, start, end, sentence, rule, id',
  placeholders: 'report, region, year, section, text, kind, expects, context, line, column, start, end, rule, id',
  domains: 'report, region, year, section, domain, label, field, score, evidence',
};

test.each(FORMATS.filter((format) => format !== 'summary' && !isBinary(format)))(
  '%s is known for own output (src/read/own-output.ts)',
  async (format) => {
    expect(mayBeOwnOutput(`found.${format}`)).toBe(true);
    expect(isOwnOutput(new TextEncoder().encode((await emit(format, [sample()])).slice(0, HEAD_LENGTH)))).toBe(true);
  },
);

describe('csv', () => {
  const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

  test.each(TABLES)('%s has the columns of the contract', async (table) => {
    const [first] = (await emit('csv', [], { table })).split('\r\n');
    expect(first).toBe(`\ufeff${COLUMNS[table].replaceAll(', ', ',')}`);
  });

  test.each(TABLES)('%s has as many columns in Chinese', async (table) => {
    const [first] = (await emit('csv', [], { table, header: 'zh' })).split('\r\n');
    const headings = first!.split(',');
    expect(headings).toHaveLength(COLUMNS[table].split(', ').length);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings.slice(0, 4)).toEqual(['\ufeff报告', '地区', '年份', '章节']);
  });

  test('an indicator', async () => {
    const csv = await emit('csv', [sample()]);
    expect(rowsOf(csv)).toEqual([
      {
        report: 'in/=报告.txt',
        region: "'@区",
        year: '2024',
        section: '强产业',
        section_path: '强产业',
        name: '工业增加值',
        number: '-3.5',
        min: '',
        max: '',
        bound: 'eq',
        unit: '%',
        text: "'-3.5%",
        kind: 'change',
        direction: 'up',
        basis: 'yoy',
        base: '2024',
        status: 'achieved',
        scope: '',
        period: '',
        time_from: '2025-01',
        time_to: '2025-06',
        role: '',
        concept: 'industrial-value-added',
        domains: 'industry; ecology',
        masked: 'false',
        canonical_number: '-3.5',
        canonical_unit: '%',
        line: '2',
        column: '8',
        start: '13',
        end: '18',
        sentence: '工业增加值增长-3.5%,达到"1.2亿元"。',
        rule: 'change/rise',
        id: 'i0000000001',
      },
    ]);
    expect(csv).toContain(',"工业增加值增长-3.5%,达到""1.2亿元""。",');
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('a placeholder', async () => {
    const [row] = rowsOf(await emit('csv', [sample()], { table: 'placeholders' }));
    expect(row).toMatchObject({
      section: '',
      text: '*',
      expects: '家',
      context: "'@区企业*家",
      start: '34',
      end: '35',
    });
  });

  test('domains of the report, then of its sections', async () => {
    const rows = rowsOf(await emit('csv', [sample()], { table: 'domains' }));
    const common = { domain: 'industry', label: '产业转型升级', field: '经济体制' };
    expect(rows).toMatchObject([
      { ...common, section: '', score: '0.5', evidence: '工业; 企业' },
      { ...common, section: '强产业', score: '1', evidence: '' },
    ]);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@a',
    '\ta',
    '\ra',
    '\na',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    '  =1',
    '　＝1',
    ' \u200b@a',
  ])('%j is no formula', async (name) => {
    const record = sample({ indicators: sample().indicators.map((found) => ({ ...found, name })) });
    expect(rowsOf(await emit('csv', [record]))[0]).toMatchObject({ name: `'${name}` });
  });
});

test('rows are the cells of a table, a line each', async () => {
  const lines = (await emit('rows', [sample(), sample()], { table: 'placeholders' })).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0]!).slice(0, 5)).toEqual(['in/=报告.txt', '@区', 2024, null, '*']);
});

describe('json and ndjson', () => {
  test.each([0, 1, 3])('an envelope of %i', async (count) => {
    const records = Array.from({ length: count }, () => sample());
    const envelope = envelopeSchema.parse(JSON.parse(await emit('json', records)));
    expect(envelope).toEqual({
      schemaVersion: '2',
      tool: TOOL,
      reports: records,
      summary: { reports: count, sections: count, indicators: count, placeholders: count, diagnostics: 0 },
    });
  });

  test('a record a line', async () => {
    const lines = (await emit('ndjson', [sample(), sample()])).split('\n');
    expect(lines).toHaveLength(3);
    expect(recordSchema.parse(JSON.parse(lines[0]!))).toEqual(sample());
  });
});

describe('summary', () => {
  test('in Chinese', async () => {
    expect(await emit('summary', [sample()])).toMatchInlineSnapshot(`
      "=报告.txt
      in/=报告.txt · @区 · 2024 · 新闻 · 38 字
        章节              1
        指标              1   变化 1   已完成 1
        占位符            1   数值 1
        改革领域          1   产业转型升级 0.50

        主要指标
          规模以上工业增加值                    -3.5%↑

        尚未填写
          3:5       *           数值      @区企业*家
      "
    `);
  });

  test('in English, of several reports', async () => {
    expect(
      await emit('summary', [sample(), sample({ indicators: [], placeholders: [], domains: [] })], { language: 'en' }),
    ).toMatchInlineSnapshot(`
      "=报告.txt
      in/=报告.txt · @区 · 2024 · news · 38 characters
        sections          1
        indicators        1   change 1   achieved 1
        placeholders      1   number 1
        domains           1   产业转型升级 0.50

        main indicators
          Industrial value added                -3.5%↑

        left unfilled
          3:5       *           number    @区企业*家

      =报告.txt
      in/=报告.txt · @区 · 2024 · news · 38 characters
        sections          1
        indicators        0
        placeholders      0
        domains           0

      reports 2 · sections 2 · indicators 1 · placeholders 1
      "
    `);
  });

  test('of many reports, one line each', async () => {
    const other = sample({ placeholders: [], indicators: [indicator({ status: 'target' })] });
    expect(await emit('summary', [sample(), other], { lineWidth: 100 })).toMatchInlineSnapshot(`
      "地区                年份  类型            指标        占位符        主要指标
      @区                 2024  新闻            1           1             规模以上工业增加值 -3.5%↑
      @区                 2024  新闻            1           0             规模以上工业增加值 -3.5%↑ 目标

      报告 2 · 章节 2 · 指标 2 · 占位符 1
      "
    `);
  });

  test('no line of a report is wider than there is room for', async () => {
    const written = await emit('summary', [sample()], { lineWidth: 60 });
    expect(written.split('\n').every((line) => widthOf(line) <= 60)).toBe(true);
  });

  test('names of nothing but whose a figure is are passed over', async () => {
    const rank = indicator({ name: '全国', concept: null, kind: 'rank' });
    expect(await emit('summary', [sample({ indicators: [rank] })])).not.toContain('全国');
  });

  test('in colour', async () => {
    const plain = await emit('summary', [sample()]);
    const coloured = await emit('summary', [sample()], { colour: true });
    expect(coloured.length).toBeGreaterThan(plain.length);
    expect(
      coloured
        .split('\u001b')
        .map((part) => part.replace(/^\[\d+m/, ''))
        .join(''),
    ).toBe(plain);
  });
});

test.each(TABLES)('only %s', (table) => {
  const selected = selectFindings(sample(), table);
  expect(recordSchema.parse(selected)).toEqual(selected);
  expect(TABLES.filter((other) => selected[other].length > 0)).toEqual([table]);
});
