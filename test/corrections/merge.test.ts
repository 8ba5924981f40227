import { expect, test } from 'vitest';
import { agreementOf } from '../../src/corrections/agreement.ts';
import { isDifference, mergeReports } from '../../src/corrections/merge.ts';
import { type Corrections, correctionsSchema, type Mark } from '../../src/corrections/schema.ts';
import { correctionsOf } from './support.ts';

/** Figures of a text that nobody needs. */
const figure = (i: number) => ({ type: 'indicator' as const, span: { start: 10 * i, end: 10 * i + 2 }, text: `${i}` });

const right = (i: number): Mark => ({ mark: 'right', ...figure(i) });
const wrong = (i: number): Mark => ({ mark: 'wrong', ...figure(i) });
const target = (i: number): Mark => ({ mark: 'change', ...figure(i), field: 'status', from: 'achieved', to: 'target' });

const TEXT = ' '.repeat(1000);
const WHOLE = { start: 0, end: 1000 };

const merged = (
  ...readers: readonly (readonly [by: string | null, marks: readonly Mark[], facts?: Partial<Corrections>])[]
) => {
  const files = readers.map(([by, marks, facts], i) => ({
    path: `${i}.corrections.json`,
    corrections: correctionsOf(TEXT, marks, { by, ...facts }),
  }));
  const [report, ...others] = mergeReports(files);
  expect(others).toEqual([]);
  expect(correctionsSchema.parse(report!.merged)).toEqual(report!.merged);
  return report!;
};

const differences = ({ compared }: ReturnType<typeof merged>) =>
  compared.filter(isDifference).map(({ text, field, said }) => [text, field, Object.fromEntries(said)]);

test('a merged file has every mark under the name of its reader, each once', () => {
  const { merged: file } = merged(['甲', [right(1), right(1), wrong(2)]], [null, [right(1)]], ['甲', [right(1)]]);
  expect(file.by).toBeNull();
  expect(file.marks.map(({ mark, by }) => [mark, by])).toEqual([
    ['right', '甲'],
    ['wrong', '甲'],
    ['right', '1.corrections.json'],
  ]);
});

test('merged again it is the same', () => {
  const { merged: first } = merged(['甲', [right(1), target(2)]], ['乙', [wrong(1)]]);
  const again = merged([null, first.marks], ['丙', [right(3)]]);
  expect(again.merged.marks.map(({ by }) => by)).toEqual(['甲', '甲', '乙', '丙']);
  expect(differences(again)).toEqual([['1', 'finding', { 甲: '"yes"', 乙: '"no"' }]]);
});

test('what all have read to its end is read', () => {
  const { merged: file } = merged(
    ['甲', [], { reviewed: { start: 0, end: 500 } }],
    ['乙', [], { reviewed: { start: 100, end: 900 } }],
  );
  expect(file.reviewed).toEqual({ start: 100, end: 500 });
  expect(merged(['甲', [], { reviewed: WHOLE }], ['乙', []]).merged.reviewed).toBeNull();
});

test('where they differ', () => {
  const marks = [right(1), target(2), right(3)];
  expect(differences(merged(['甲', marks], ['乙', [wrong(1), right(2), target(3)]]))).toEqual([
    ['1', 'finding', { 甲: '"yes"', 乙: '"no"' }],
    ['2', 'status', { 甲: '"target"', 乙: '=' }],
    ['3', 'status', { 甲: '=', 乙: '"target"' }],
  ]);
});

test('who says nothing differs only in what she has read to its end', () => {
  const added: Mark = { mark: 'add', ...figure(4), fields: { name: null, kind: 'level', status: 'target' } };
  const marks = [target(1), wrong(2), added];
  expect(differences(merged(['甲', marks], ['乙', []]))).toEqual([]);
  expect(differences(merged(['甲', marks], ['乙', [], { reviewed: WHOLE }]))).toEqual([
    ['1', 'status', { 甲: '"target"', 乙: '=' }],
    ['2', 'finding', { 甲: '"no"', 乙: '"yes"' }],
    ['4', 'finding', { 甲: '"yes"', 乙: '"no"' }],
  ]);
});

test('a name is told by its words, wherever they were selected', () => {
  const name = (span: { start: number; end: number } | null): Mark => ({
    mark: 'change',
    ...figure(1),
    field: 'name',
    from: null,
    to: { text: '企业', span },
  });
  expect(differences(merged(['甲', [name(null)]], ['乙', [name({ start: 3, end: 5 })]]))).toEqual([]);
});

/** Of 10 figures both take 5 for findings and 2 for none, and differ in 3: observed .7, expected .7·.6 + .3·.4 = .54. */
const ONE = [0, 1, 2, 3, 4, 5, 6].map(right).concat([7, 8, 9].map(wrong));
const OTHER = [0, 1, 2, 3, 4].map(right).concat([5, 6].map(wrong), [7].map(right), [8, 9].map(wrong));

test('raw agreement and κ of two', () => {
  const [finding] = agreementOf(merged(['甲', ONE], ['乙', OTHER]).compared);
  expect(finding).toMatchObject({ type: 'indicator', field: 'finding', pairs: 1, items: 10, agreed: 7, raw: 0.7 });
  expect(finding?.kappa).toBeCloseTo((0.7 - 0.54) / (1 - 0.54), 10);
});

test('of more readers the mean over pairs', () => {
  const [finding] = agreementOf(merged(['甲', ONE], ['乙', OTHER], ['丙', ONE]).compared);
  expect(finding).toMatchObject({ pairs: 3, items: 30, agreed: 24 });
  expect(finding?.raw).toBeCloseTo((0.7 + 0.7 + 1) / 3, 10);
  expect(finding?.kappa).toBeCloseTo((2 * (0.16 / 0.46) + 1) / 3, 10);
});

test('κ of those who always say one thing is not defined', () => {
  const [finding] = agreementOf(merged(['甲', [right(1)]], ['乙', [right(1)]]).compared);
  expect(finding).toMatchObject({ raw: 1, kappa: null });
});

test('of one reader there is no agreement', () => {
  expect(agreementOf(merged(['甲', ONE]).compared)).toEqual([]);
});
