import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  explainError,
  extractReport,
  extractReports,
  GaigeError,
  jsonSchema,
  lexQuantities,
  recordSchema,
  VERSION,
} from '../src/index.ts';

const PATH = 'seeds/press-release.txt';

test('many reports, one after the other', async () => {
  const table = `${JSON.stringify({ 全文: '新增企业3家。'.repeat(20) })}\n`.repeat(2);
  const inputs = [{ path: PATH }, { path: 'nope.txt' }, { text: table, name: 'a.jsonl' }, '新增企业3家。'];
  const told: string[] = [];
  for await (const result of extractReports(inputs)) {
    told.push('error' in result ? result.error.code : result.record.report.path);
  }
  expect(told).toEqual([PATH, 'INPUT_UNREADABLE', 'a.jsonl#1', 'a.jsonl#2', '-']);
});

describe('extractReport', () => {
  test('the same findings from a path, bytes and text', async () => {
    const bytes = readFileSync(PATH);
    const text = bytes.toString();
    const byPath = await extractReport({ path: PATH });
    const inputs = [bytes, text, { text }, { bytes, name: 'a.txt' }];
    for (const input of inputs) expect((await extractReport(input)).indicators).toEqual(byPath.indicators);
    expect(recordSchema.parse(byPath).report).toMatchObject({ path: PATH, format: 'txt' });
    expect(byPath.tool.version).toBe(VERSION);
  });

  test('the name tells the format', async () => {
    const { report } = await extractReport({ text: '# 总结\n\n新增企业3家。', name: 'in/总结.md' });
    expect(report).toMatchObject({ path: 'in/总结.md', name: '总结.md', format: 'md' });
  });

  test('with its text', async () => {
    const record = await extractReport('新增企业3家。', { includeText: true });
    expect(record).toMatchObject({ text: '新增企业3家。', indicators: [{ text: '3家' }] });
  });

  test.each([
    ['a missing file', { path: 'nope.txt' }, {}, 'INPUT_UNREADABLE', /cannot read nope\.txt: no such file/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), {}, 'BINARY_FILE', /not a text file \(png\)/],
    ['missing rules', '改革', { rules: ['nope.yaml'] }, 'RULES_NOT_FOUND', /no rules at: nope\.yaml/],
  ])('%s', async (_, input, options, code, message) => {
    const error = await extractReport(input, options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GaigeError);
    expect(error).toMatchObject({ code });
    expect(explainError(error as GaigeError).message).toMatch(message);
  });
});

test('lexQuantities', () => {
  expect(lexQuantities('增长5.4%').map(({ text }) => text)).toEqual(['5.4%']);
});

test.each(['record', 'envelope', 'pack'] as const)('schema of a %s', (name) => {
  expect(jsonSchema(name)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
});
