import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { correctionsSchema } from '../../src/corrections/schema.ts';
import { jsonSchema } from '../../src/pipeline/json-schemas.ts';

const HASH = '0'.repeat(64);
const place = { type: 'indicator', span: { start: 1, end: 3 }, text: '3家' };
const mask = { type: 'placeholder', span: { start: 1, end: 3 }, text: '**' };
const added = { name: { text: '企业', span: null }, kind: 'level', status: 'achieved' };

const file = (mark: unknown) => ({
  version: 1,
  report: { path: 'a.txt', fileSha256: HASH, textSha256: HASH, chars: 10 },
  by: null,
  at: '2026-11-27T06:00:00+08:00',
  marks: [mark],
});

const isCorrections = new Ajv2020({ strict: true, validateFormats: false }).compile(jsonSchema('corrections'));

test.each<[what: string, mark: object, isMark: boolean]>([
  ['right', { mark: 'right', ...place }, true],
  ['none', { mark: 'wrong', ...mask }, true],
  ['a changed status', { mark: 'change', ...place, field: 'status', from: 'achieved', to: 'target' }, true],
  ['a selected name', { mark: 'change', ...place, field: 'name', from: null, to: added.name }, true],
  ['a status that is none', { mark: 'change', ...place, field: 'status', from: 'achieved', to: 'planned' }, false],
  ['a kind of placeholders', { mark: 'change', ...mask, field: 'kind', from: 'number', to: 'name' }, true],
  ['the same of an indicator', { mark: 'change', ...place, field: 'kind', from: 'number', to: 'name' }, false],
  ['a field of no finding', { mark: 'change', ...place, field: 'constructor', from: 1, to: 2 }, false],
  ['a missed figure', { mark: 'add', ...place, fields: added }, true],
  ['a figure with a number of its own', { mark: 'add', ...place, fields: { ...added, value: { number: 3 } } }, false],
  ['a missed mask', { mark: 'add', ...mask, fields: { kind: 'name', expects: null } }, true],
  ['fields of a section', { mark: 'domains', ...place, type: 'section', from: [], to: ['soe'] }, true],
  ['by whom, when and why', { mark: 'right', ...place, by: '甲', at: '2026-11-27T06:00Z', note: '见附表' }, true],
  ['another key', { mark: 'right', ...place, 'no such': 1 }, false],
  [
    'a key of prototypes',
    JSON.parse(`{"mark":"right","type":"indicator","span":{"start":1,"end":3},"text":"3","__proto__":{}}`),
    false,
  ],
  ['a name of prototypes', { mark: '__proto__', ...place }, false],
])('a mark: %s', (_what, mark, isMark) => {
  expect(correctionsSchema.safeParse(file(mark)).success).toBe(isMark);
  expect(isCorrections(file(mark))).toBe(isMark);
});
