/** The text as rules look at it, and the way back to the report's own. */

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as OpenCC from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { extractReport, type GaigeRecord, stages } from '../../src/index.ts';
import { placedInReport } from '../../src/normalize/index.ts';

const normalOf = async (text: string) => (await stages({ text })).normalize;
const linesOf = async (text: string) => {
  const { blocks, text: normal } = await normalOf(text);
  return blocks.map(({ span }) => normal.slice(span.start, span.end));
};

describe('lines of a paragraph', () => {
  const PARAGRAPH =
    '今年以来，全县上下攻坚克难，新修渠道二十六公里，改造老旧小区十四个，新增就业三千二百人，群众办事少跑了路，企业开办少等了天，改革的成效看得见、摸得着。';
  const chop = (text: string, width: number) => text.match(new RegExp(`.{1,${width}}`, 'gs'))?.join('\n') ?? '';

  test('cut at a fixed number of characters', async () => {
    expect(await linesOf(`青禾县工作总结\n${chop(PARAGRAPH, 24)}\n${chop(PARAGRAPH, 24)}`)).toEqual([
      '青禾县工作总结',
      PARAGRAPH,
      PARAGRAPH,
    ]);
  });

  test('indented, with a page number and blank lines amid a sentence', async () => {
    const lines = chop(`　　${PARAGRAPH}`, 24).split('\n');
    const text = [...lines.slice(0, 2), '', '— 3 —', '', ...lines.slice(2), ...lines].join('\n');
    expect(await linesOf(text)).toEqual([PARAGRAPH, PARAGRAPH]);
  });

  test('a heading ends before its paragraph, whatever its length', async () => {
    const text = [
      '一、办事更近更省',
      ...chop(PARAGRAPH, 24).split('\n'),
      '二、企业更稳更强',
      ...chop(PARAGRAPH, 24).split('\n'),
    ];
    expect(await linesOf(text.join('\n'))).toEqual(['一、办事更近更省', PARAGRAPH, '二、企业更稳更强', PARAGRAPH]);
  });

  test.each([
    ['a list', '主要指标\n新增企业12家\n新建学校3所\n改造厕所8座'],
    ['a table', '指标\t2024年\t2025年\n新增企业\t12\t15\n新建学校\t3\t4'],
    ['a heading and its paragraph', '全县农业情况\n今年以来，全县推广良种8万亩。'],
    ['a year and a number', '各乡镇报送时间为2024\n15家企业按期报送，其余补报。'],
    ['paragraphs', `${PARAGRAPH}\n${PARAGRAPH}\n${PARAGRAPH}`],
  ])('%s stays as it is', async (_, text) => {
    const normal = await normalOf(text);
    expect(normal.text).toBe(text);
    expect(normal.blocks).toBe(normal.document.blocks);
  });

  test('a word or a number cut in a short text', async () => {
    expect(await linesOf('全年新增就业1\n240人，增长2.4%。')).toEqual(['全年新增就业1240人，增长2.4%。']);
    expect(await linesOf('全县新造水源\n林地3.2万亩，增长4%。')).toEqual(['全县新造水源', '林地3.2万亩，增长4%。']);
    expect(await linesOf('全县完成植树造\n林3.2万亩，增长4%。')).toEqual(['全县完成植树造林3.2万亩，增长4%。']);
  });

  test('the text of a finding covers what broke it', async () => {
    const text = '全年新增就业1\n240人，增长2.4%。';
    const [first] = (await extractReport({ text })).indicators;
    expect(first).toMatchObject({ text: '1\n240人', name: '新增就业', value: { number: 1240, raw: '1240' }, line: 1 });
    expect(first && text.slice(first.span.start, first.span.end)).toBe('1\n240人');
  });
});

describe('characters of no width', () => {
  test('are passed over', async () => {
    const text = '新\u00ad建学校1\u200b2所，\u2060增长5.\u200d2%。';
    expect((await normalOf(text)).text).toBe('新建学校12所，增长5.2%。');
    const { indicators } = await extractReport({ text });
    expect(indicators.map((each) => [each.text, each.name, each.value.number])).toEqual([
      ['1\u200b2所', '新建学校', 12],
      ['5.\u200d2%', '新建学校', 5.2],
    ]);
  });
});

describe('traditional script', () => {
  test('is read as simplified script is, and shown as written', async () => {
    const text = '一、推進產業轉型\n全縣實現工業總產值26.4億元，增長6.8%；建成標準廠房*萬平方米。';
    const { indicators, sections, placeholders } = await extractReport({ text });
    expect(indicators.map((each) => [each.text, each.name, each.unit.symbol, each.value.number, each.kind])).toEqual([
      ['26.4億元', '工業總產值', '元', 2_640_000_000, 'level'],
      ['6.8%', '工業總產值', '%', 6.8, 'change'],
      ['*萬平方米', '標準廠房', '平方米', null, 'level'],
    ]);
    expect(indicators.map(({ unit }) => unit.raw)).toEqual(['元', '%', '平方米']);
    expect(sections.map(({ title }) => title)).toEqual(['推進產業轉型']);
    expect(sections[0]?.domains.map(({ id }) => id)).toContain('industry');
    expect(placeholders.map((each) => [each.text, each.expects])).toEqual([['*', '萬平方米']]);
  });

  test('a character of both scripts is itself in a simplified text', async () => {
    expect((await normalOf('乾县新建学校3所。')).text).toBe('乾县新建学校3所。');
    expect((await normalOf('乾縣新建學校3所，發放補貼。')).text).toBe('干县新建学校3所，发放补贴。');
  });
});

test('spans within plain data lead back, and nothing else is touched', async () => {
  const normal = await normalOf('新建学校1\u200b2所。');
  const value = { span: { start: 4, end: 6 }, start: 4, deep: [{ at: { start: 0, end: 1 } }, null, 'x'] };
  expect(placedInReport(value, normal)).toEqual({ ...value, span: { start: 4, end: 7 } });
});

/** What a finding says, breaks in it left aside. */
const rowsOf = ({ indicators }: GaigeRecord, written = (words: string) => words): string[] =>
  indicators.map(({ text, value, name, kind, status }) =>
    written([text, value.number, value.min, name, kind, status].join('|').replace(/\s/g, '')),
  );

const SEEDS = readdirSync('seeds')
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(`seeds/${name}`, 'utf8').replace(/\r\n?/g, '\n'));

const widthOf = (char: string) => (char.charCodeAt(0) >= 0x2010 ? 2 : 1);

/** Lines end at a number of characters, or of columns. */
const WRAPPERS = {
  characters: (line: string, width: number) => line.match(new RegExp(`.{1,${width}}`, 'gs'))?.join('\n') ?? '',
  columns: (line: string, width: number) => {
    let [wrapped, column] = ['', 0];
    for (const char of line) {
      if (column + widthOf(char) > 2 * width) [wrapped, column] = [`${wrapped}\n`, 0];
      wrapped += char;
      column += widthOf(char);
    }
    return wrapped;
  },
};

describe('a report gives the same rows', () => {
  test('with its lines ended at any width', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SEEDS),
        fc.integer({ min: 20, max: 60 }),
        fc.constantFrom(...Object.values(WRAPPERS)),
        async (text, width, wrap) => {
          const wrapped = text
            .split('\n')
            .map((line) => wrap(line, width))
            .join('\n');
          const [plain, again] = [await extractReport({ text }), await extractReport({ text: wrapped })];
          for (const { span, text: found } of again.indicators) expect(wrapped.slice(span.start, span.end)).toBe(found);
          // A heading as long as a line cannot be told from a paragraph that goes on.
          const found = new Set(rowsOf(again));
          const lost = rowsOf(plain).filter((row) => !found.has(row));
          expect(lost.length).toBeLessThanOrEqual(rowsOf(plain).length * 0.05);
        },
      ),
      { numRuns: 40, interruptAfterTimeLimit: 30_000 },
    );
  });

  test.each(['t', 'tw', 'hk'] as const)('in traditional script (%s)', async (to) => {
    const traditional = OpenCC.Converter({ from: 'cn', to });
    for (const text of SEEDS) {
      const [plain, again] = [await extractReport({ text }), await extractReport({ text: traditional(text) })];
      expect(rowsOf(again, traditional)).toEqual(rowsOf(plain, traditional));
      expect(again.sections.map(({ span, domains }) => [span, domains])).toEqual(
        plain.sections.map(({ span, domains }) => [span, domains]),
      );
      expect(again.placeholders.map(({ span, kind }) => [span, kind])).toEqual(
        plain.placeholders.map(({ span, kind }) => [span, kind]),
      );
    }
  });
});
