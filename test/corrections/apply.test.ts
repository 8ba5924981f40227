import { beforeAll, describe, expect, test } from 'vitest';
import type { CorrectedRecord } from '../../src/corrections/apply.ts';
import type { Mark } from '../../src/corrections/schema.ts';
import { decode } from '../../src/decode/index.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { loadPack } from '../../src/engine/load-pack.ts';
import type { Document } from '../../src/model/document.ts';
import { recordSchema } from '../../src/model/record.ts';
import { correctRecord } from '../../src/pipeline/corrections.ts';
import { extractDocument } from '../../src/pipeline/stages.ts';
import { at, correctionsOf, indicator, placeholder, TEXT } from './support.ts';

let engine: Engine;

beforeAll(async () => {
  engine = createEngine(await loadPack([]), { includeText: true }).engine;
});

async function documentOf(text: string): Promise<Document> {
  const source = { path: 'report.txt', name: 'report.txt', bytes: Buffer.from(text) };
  for await (const document of decode(source, { boilerplate: engine.pack.boilerplate }))
    if (!('error' in document)) return document;
  throw new Error('no document');
}

/** With what two readers say, where `others` are given. */
async function corrected(
  marks: readonly Mark[],
  { others, text = TEXT, asRecord = false }: { others?: readonly Mark[]; text?: string; asRecord?: boolean } = {},
): Promise<CorrectedRecord> {
  const document = await documentOf(text);
  const record = extractDocument(document, engine);
  const files = [{ path: 'a.corrections.json', corrections: correctionsOf(TEXT, marks) }];
  if (others) files.push({ path: 'b.corrections.json', corrections: correctionsOf(TEXT, others, { by: '乙' }) });
  const result = correctRecord({ record, document: asRecord ? null : document }, files, engine);
  expect(recordSchema.parse(result.record)).toEqual(result.record);
  for (const { span, text: words } of [...result.record.indicators, ...result.record.placeholders])
    expect(text.slice(span.start, span.end)).toBe(words);
  return result;
}

const figure = ({ record }: CorrectedRecord, words: string) => record.indicators.find(({ text }) => text === words);

const change = (words: string, field: string, from: unknown, to: unknown): Mark =>
  ({ mark: 'change', ...indicator(words), field, from, to }) as Mark;

const reasons = ({ stale }: CorrectedRecord) => stale.map(({ reason }) => reason);

describe('a field', () => {
  test.each<[field: string, to: unknown, expected: object]>([
    ['status', 'target', { status: 'target' }],
    ['kind', 'share', { kind: 'share' }],
    ['name', { text: '科技企业', span: null }, { name: '科技企业', nameSpan: null }],
    ['name', null, { name: null, nameSpan: null }],
    ['period', '2023年', { period: '2023年' }],
    ['time', { from: '2023-01', to: '2023-06' }, { time: { from: '2023-01', to: '2023-06' } }],
    ['concept', 'gdp', { concept: 'gdp' }],
    ['domains', ['innovation', 'market'], { domains: ['innovation', 'market'] }],
    ['role', 'to', { role: 'to' }],
    ['scope', '全省', { scope: '全省' }],
    [
      'value',
      { number: 630, min: null, max: null, bound: 'gte' },
      { value: { number: 630, min: 630, max: null, bound: 'gte', raw: '63' } },
    ],
    [
      'value',
      { number: null, min: 60, max: 63, bound: 'range' },
      { value: { number: null, min: 60, max: 63, bound: 'range', raw: '63' } },
    ],
    ['unit', '亿元', {}],
    ['unit', '亩', { unit: { symbol: '亩', raw: '家', dimension: 'area' } }],
    ['unit', '', { unit: { symbol: '', raw: '家', dimension: 'other' }, canonical: null }],
  ])('%s: %j', async (field, to, expected) => {
    const result = await corrected([change('63家', field, null, to)]);
    const isTaken = Object.keys(expected).length > 0;
    expect(reasons(result)).toEqual(isTaken ? [] : ['UNKNOWN_UNIT']);
    expect(figure(result, '63家')).toMatchObject({ ...expected, rule: isTaken ? 'reader/changed' : 'accept/unit' });
  });

  test('what the same is, is no change', async () => {
    const result = await corrected([
      change('63家', 'status', 'achieved', 'achieved'),
      { mark: 'right', ...indicator('12家') },
    ]);
    expect(figure(result, '63家')?.rule).toBe('accept/unit');
    expect(result.record.diagnostics.filter(({ code }) => code.startsWith('CORRECT'))).toEqual([]);
    expect(result.known.size).toBe(2);
  });

  test('what was changed is told', async () => {
    const { record } = await corrected([change('63家', 'status', 'achieved', 'target')]);
    expect(record.diagnostics).toContainEqual({
      severity: 'info',
      code: 'CORRECTED',
      message: 'corrected by a reader (甲): status: achieved → target',
      span: at(TEXT, '63家').span,
    });
  });

  test('a canonical value goes with number and unit', async () => {
    const value = change('1.2万亩', 'value', null, { number: 15, min: null, max: null, bound: 'eq' });
    expect(figure(await corrected([value, change('1.2万亩', 'unit', '亩', '公顷')]), '1.2万亩')?.canonical).toEqual({
      number: 150000,
      unit: 'm²',
    });
  });

  test('what is no change any more has no direction', async () => {
    const result = await corrected([change('5.4%', 'kind', 'change', 'level')]);
    expect(figure(result, '5.4%')).toMatchObject({ kind: 'level', direction: null, basis: null, base: null });
  });

  test('the kind comes before the direction, in whatever order they were marked', async () => {
    const marks = [change('63家', 'direction', null, 'up'), change('63家', 'kind', 'level', 'change')];
    expect(figure(await corrected(marks), '63家')).toMatchObject({ kind: 'change', direction: 'up' });
  });

  test('the later mark of a field holds', async () => {
    const marks = [change('63家', 'kind', 'level', 'share'), change('63家', 'kind', 'level', 'rank')];
    expect(figure(await corrected(marks), '63家')?.kind).toBe('rank');
  });

  test('another extent: number and unit are read anew', async () => {
    const to = at(TEXT, '百余户');
    const { record, stale } = await corrected([
      { mark: 'change', ...indicator('1.2万亩'), field: 'extent', from: at(TEXT, '1.2万亩'), to: at(TEXT, '1.2万') },
      { mark: 'add', type: 'indicator', ...to, fields: { name: null, kind: 'level', status: 'target' } },
    ]);
    expect(stale).toEqual([]);
    expect(record.indicators.at(-2)).toMatchObject({
      text: '1.2万',
      value: { number: 12000 },
      unit: { symbol: '' },
      canonical: null,
    });
    expect(record.indicators.at(-1)).toMatchObject({ text: '百余户', value: { number: 100, bound: 'gte' } });
  });
});

describe('what was missed', () => {
  const fields = {
    name: { text: '搬入新居', span: at(TEXT, '搬入新居').span },
    kind: 'level',
    status: 'target',
  } as const;

  test.each([false, true])('a figure (of a record: %s)', async (asRecord) => {
    const result = await corrected([{ mark: 'add', ...indicator('百余户'), fields }], { asRecord });
    expect(result.stale).toEqual([]);
    expect(figure(result, '百余户')).toMatchObject({
      line: 9,
      column: 18,
      name: '搬入新居',
      value: { number: 100, min: 100, max: null, bound: 'gte', raw: '百余' },
      unit: { symbol: '户', raw: '户', dimension: 'count' },
      section: result.record.sections[1]?.id,
      sentence: at(TEXT, '计划建成高标准农田1.2万亩，另有百余户搬入新居。').span,
      rule: 'reader/added',
    });
    expect(result.record.indicators.map(({ span }) => span.start)).toEqual(
      result.record.indicators.map(({ span }) => span.start).sort((a, b) => a - b),
    );
  });

  test('a placeholder', async () => {
    const mark: Mark = { mark: 'add', ...placeholder('新居'), fields: { kind: 'name', expects: null } };
    const { record, stale } = await corrected([mark]);
    expect(stale).toEqual([]);
    expect(record.placeholders.at(-1)).toMatchObject({ text: '新居', kind: 'name', context: '另有百余户搬入新居' });
  });

  test('what is found by now has the fields that were told', async () => {
    const mark: Mark = { mark: 'add', ...indicator('63家'), fields: { ...fields, name: null } };
    expect(figure(await corrected([mark]), '63家')).toMatchObject({
      name: null,
      status: 'target',
      rule: 'reader/changed',
    });
  });

  test.each<[what: string, words: string, reason: string]>([
    ['no numeral', '养老驿站', 'NO_FIGURE'],
    ['a numeral with its noun', '百余户搬入', 'NO_FIGURE'],
    ['a part of another figure', '2家', 'OVERLAPS'],
    ['a figure and more', '63家，增长5.4%', 'NO_FIGURE'],
  ])('%s is not added', async (_what, words, reason) => {
    const result = await corrected([{ mark: 'add', ...indicator(words), fields: { ...fields, name: null } }]);
    expect(reasons(result)).toEqual([reason]);
    expect(result.record.indicators).toHaveLength(6);
  });
});

describe('what is none', () => {
  test('goes, and another may stand in its place', async () => {
    const result = await corrected([
      { mark: 'wrong', ...indicator('12家') },
      { mark: 'add', type: 'indicator', ...at(TEXT, '12'), fields: { name: null, kind: 'level', status: 'achieved' } },
      { mark: 'wrong', ...placeholder('**') },
    ]);
    expect(result.stale).toEqual([]);
    expect(result.record.indicators[0]).toMatchObject({ text: '12', unit: { symbol: '' } });
    expect(result.record.placeholders.map(({ text }) => text)).toEqual(['*']);
    expect(result.none).toEqual([at(TEXT, '12家').span, at(TEXT, '**').span]);
  });

  test.each([0, 1])('whatever was changed of it, before or after', async (at) => {
    const marks = [change('12家', 'status', 'achieved', 'target')];
    marks.splice(at, 0, { mark: 'wrong', ...indicator('12家') });
    const result = await corrected(marks);
    expect(result.stale).toEqual([]);
    expect(figure(result, '12家')).toBeUndefined();
  });

  test('and is not found by now', async () => {
    expect(await corrected([{ mark: 'wrong', ...indicator('百余户') }])).toMatchObject({ stale: [] });
  });
});

test('the fields of a section', async () => {
  const { record } = await corrected([]);
  const [first, second] = record.sections;
  const marks = [
    { mark: 'domains', type: 'section', span: first!.span, text: first!.title, from: ['innovation'], to: [] },
    { mark: 'domains', type: 'section', span: second!.span, text: '另一节', from: [], to: [] },
  ] satisfies Mark[];
  const result = await corrected(marks);
  expect(result.record.sections[0]?.domains).toEqual([]);
  expect(result.record.sections[1]).toEqual(second);
  expect(reasons(result)).toEqual(['OTHER_TEXT']);
});

describe('what cannot be applied is told, and the rest is', () => {
  const value = { number: 3, min: null, max: null, bound: 'eq' };

  test.each<[what: string, mark: Mark, reason: string]>([
    [
      'text that is another',
      { mark: 'right', type: 'indicator', span: { start: 34, end: 37 }, text: '13家' },
      'OTHER_TEXT',
    ],
    [
      'a span that ends before it begins',
      { mark: 'wrong', type: 'indicator', span: { start: 9, end: 3 }, text: '3' },
      'OTHER_TEXT',
    ],
    [
      'a span beyond the text',
      { mark: 'right', type: 'indicator', span: { start: 9e9, end: 9e9 + 1 }, text: '3' },
      'OTHER_TEXT',
    ],
    ['what is not found', { mark: 'right', ...indicator('百余户') }, 'NOT_FOUND'],
    ['a number for a mask', change('*件', 'value', null, value), 'MASKED'],
    ['a range of one end', change('63家', 'value', null, { ...value, bound: 'range' }), 'NO_VALUE'],
    ['an end that is not the number', change('63家', 'value', null, { ...value, min: 2, bound: 'gte' }), 'NO_VALUE'],
    ['a direction of a level', change('63家', 'direction', null, 'up'), 'NO_CHANGE_OF'],
    ['a month that is none', change('63家', 'time', null, { from: '2024', to: '2024-13' }), 'NO_DATE'],
    ['a day that is none', change('63家', 'time', null, { from: '2023-02-29', to: '2023-03' }), 'NO_DATE'],
    ['a time that runs backward', change('63家', 'time', null, { from: '2024', to: '2023-05' }), 'BACKWARD'],
    ['a concept of no rule', change('63家', 'concept', null, 'constructor'), 'UNKNOWN_CONCEPT'],
    ['a field of no rule', change('63家', 'domains', [], ['__proto__']), 'UNKNOWN_DOMAIN'],
    ['a unit of no rule', change('63家', 'unit', '家', '不存在'), 'UNKNOWN_UNIT'],
    ['a unit with a multiplier', change('63家', 'unit', '家', '万人'), 'UNKNOWN_UNIT'],
    [
      'a name that stands elsewhere',
      change('63家', 'name', null, { text: '企业', span: { start: 0, end: 2 } }),
      'OTHER_TEXT',
    ],
  ])('%s', async (_what, mark, reason) => {
    const result = await corrected([mark, change('12家', 'status', 'achieved', 'target')]);
    expect(reasons(result)).toEqual([reason]);
    expect(figure(result, '12家')?.status).toBe('target');
    expect(result.record.indicators).toHaveLength(6);
  });

  test('of a record without its text', async () => {
    const document = await documentOf(TEXT);
    const { text: _text, ...record } = extractDocument(document, engine);
    const fields = { name: null, kind: 'level', status: 'target' } as const;
    const marks: Mark[] = [
      { mark: 'add', ...indicator('百余户'), fields },
      change('63家', 'status', 'achieved', 'target'),
    ];
    const files = [{ path: 'a', corrections: correctionsOf(TEXT, marks) }];
    const result = correctRecord({ record, document: null }, files, engine);
    expect(reasons(result)).toEqual(['NO_TEXT']);
    expect(figure(result, '63家')?.status).toBe('target');
  });
});

describe('two readers', () => {
  const target = change('63家', 'status', 'achieved', 'target');

  test('who say the same', async () => {
    const result = await corrected([target], { others: [target] });
    expect(result.stale).toEqual([]);
    expect(figure(result, '63家')?.status).toBe('target');
  });

  test.each<[what: string, other: Mark]>([
    ['another value', change('63家', 'status', 'target', 'achieved')],
    ['that it is right', { mark: 'right', ...indicator('63家') }],
    ['that it is none', { mark: 'wrong', ...indicator('63家') }],
  ])('one of whom says %s', async (_what, other) => {
    const result = await corrected([target], { others: [other] });
    expect(new Set(reasons(result))).toEqual(new Set(['READERS_DIFFER']));
    expect(figure(result, '63家')).toMatchObject({ status: 'achieved', rule: 'accept/unit' });
    expect(result.disputed).toEqual([at(TEXT, '63家').span]);
    expect(result.known.size).toBe(0);
  });
});

test('applied again it says the same', async () => {
  const fields = { name: null, kind: 'level', status: 'target' } as const;
  const marks: Mark[] = [
    { mark: 'add', ...indicator('百余户'), fields },
    { mark: 'wrong', ...indicator('12家') },
    change('63家', 'status', 'achieved', 'target'),
  ];
  const { record } = await corrected(marks);
  const files = [{ path: 'a', corrections: correctionsOf(TEXT, marks) }];
  const again = correctRecord({ record, document: null }, files, engine);
  expect(again.record).toEqual(record);
  expect(again.stale).toEqual([]);
});
