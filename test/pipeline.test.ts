/** What holds for every record, whatever the report: on our seeds, and on random edits of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { loadEngine } from '../src/engine/engine.ts';
import type { GaigeRecord } from '../src/model/record.ts';
import type { Span } from '../src/model/span.ts';
import { jsonSchema } from '../src/pipeline/json-schemas.ts';
import { extractSources } from '../src/pipeline/sources.ts';

const { engine: EQUIPMENT } = await loadEngine({ segmenter: 'nodejieba', includeText: true });
const { engine: OTHER } = await loadEngine({ segmenter: '@node-rs/jieba', includeText: true });

const SEEDS = readdirSync('seeds').map((name) => ({ name, text: readFileSync(`seeds/${name}`, 'utf8') }));

async function extract(name: string, text: string, engine: Engine = EQUIPMENT): Promise<GaigeRecord> {
  for await (const result of extractSources([{ path: name, name, bytes: Buffer.from(text) }], engine, {
    encoding: 'utf-8',
  })) {
    if ('error' in result) throw result.error;
    return result.record;
  }
  throw new Error('no record');
}

/** Formats are left to the patterns that zod writes beside them. */
const ajv = new Ajv2020({ strict: true, validateFormats: false });
const isRecord = ajv.compile(jsonSchema('record'));

/** Everything in a record that says it is a piece of the text. */
const piecesOf = ({ indicators, placeholders, domains }: GaigeRecord): { text: string; span: Span }[] => [
  ...indicators,
  ...placeholders,
  ...domains.flatMap(({ evidence }) => evidence),
];

/** Names and titles are without the line ends, blanks and characters of no width that a report may have between characters. */
const bare = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');

function check(record: GaigeRecord): void {
  const text = record.text!;
  for (const piece of piecesOf(record)) expect(text.slice(piece.span.start, piece.span.end)).toBe(piece.text);
  for (const { span, sentence, name, nameSpan } of record.indicators) {
    expect(sentence.start <= span.start && span.end <= sentence.end).toBe(true);
    if (nameSpan) expect(bare(text.slice(nameSpan.start, nameSpan.end))).toBe(bare(name!));
  }
  for (const { title, titleSpan } of record.sections)
    expect(bare(text.slice(titleSpan.start, titleSpan.end))).toBe(bare(title));
  expect(isRecord(record), ajv.errorsText(isRecord.errors)).toBe(true);
  expect(record.diagnostics.filter(({ code }) => code === 'INVALID_FINDING')).toEqual([]);
  for (const findings of [record.indicators, record.placeholders, record.sections]) {
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  }
}

const withoutSegmenter = (record: GaigeRecord): string =>
  JSON.stringify({ ...record, tool: { ...record.tool, segmenter: '' } });

describe.each(SEEDS)('$name', ({ name, text }) => {
  test('every finding is a piece of the text, every record fits the schema', async () => {
    const record = await extract(name, text);
    check(record);
    expect(record.indicators.length).toBeGreaterThan(20);
    expect(record.sections.length).toBeGreaterThan(0);
    expect(record.domains.length).toBeGreaterThan(0);
  });

  test('the same bytes in every run and with every segmenter', async () => {
    const [first, second, other] = [
      await extract(name, text),
      await extract(name, text),
      await extract(name, text, OTHER),
    ];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(withoutSegmenter(other)).toBe(withoutSegmenter(first));
  });

  test('and on random edits', async () => {
    await fc.assert(
      fc.asyncProperty(editsOf(text), async (edited) => {
        const record = await extract(name, edited);
        check(record);
        expect(withoutSegmenter(await extract(name, edited, OTHER))).toBe(withoutSegmenter(record));
      }),
      { numRuns: 25, interruptAfterTimeLimit: 20_000 },
    );
  });
});

/** What an edit puts in: marks, digits and masks that change what the text around them means, and characters that no report has. */
const INSERTED = fc.oneof(
  fc.constantFrom(
    '*',
    '**',
    '1',
    '%',
    '亿',
    '万元',
    '第',
    '至',
    '、',
    '，',
    '。',
    '\n',
    '（一）',
    '一是',
    ' ',
    '【待填】',
    '<p>',
    '&nbsp;',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const editsOf = (text: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: text.length }),
        dropped: fc.oneof(fc.constant(0), fc.nat({ max: 5 }), fc.nat({ max: 400 })),
        inserted: INSERTED,
        repeated: fc.nat({ max: 40 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((edits) => edits.reduce(applyEdit, text));

function applyEdit(
  text: string,
  { at, dropped, inserted, repeated }: { at: number; dropped: number; inserted: string; repeated: number },
): string {
  return text.slice(0, at) + inserted + text.slice(at + dropped - Math.min(repeated, at + dropped));
}

/** Shapes repeated without an end to their sentence, which a careless pass would read again and again. */
const ENDLESS = [
  '全市生产总值增长5.4%其中新增就业12万个',
  '占全市的5%',
  '总产值达3亿元，总产值',
  '由1%提高到2%',
  '改革举措、改革任务',
  '甲3个、',
  '一是',
  '（一）',
  '（',
  '1.1.',
  '百分之',
  '其中',
  '* ',
  '【',
  ' ',
];

test.each(ENDLESS)('%j without end', async (shape) => {
  const text = shape.repeat(Math.ceil(20_000 / shape.length));
  const record = await extract('endless.txt', text);
  check(record);
  for (const { name } of record.indicators) expect(name?.length ?? 0).toBeLessThan(200);
});

test('no figure is lost where a sentence is cut for its length', async () => {
  const record = await extract('long.txt', '新增就业岗位12345万个并且'.repeat(2_000));
  expect(record.indicators.length).toBe(2_000);
});
