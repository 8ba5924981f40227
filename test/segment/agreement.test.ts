/** Both backends give the same tokens for any text: that is what lets one take the other's place unseen. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { dictionaryPaths } from '../../src/segment/dictionary.ts';
import { loadSegmenter } from '../../src/segment/index.ts';

const nodejieba = loadSegmenter({ backend: 'nodejieba' }).segment;
const nodeRsJieba = loadSegmenter({ backend: '@node-rs/jieba' }).segment;

const SENTENCES = [
  '全市新登记经营主体同比增长',
  '推动一般公共预算收入突破并保持在合理区间',
  '打通产业链供应链上的难点堵点',
  '完成老旧小区改造和城中村更新',
  '乡镇卫生院标准化建设达标率不断提高',
  '把群众反映强烈的问题一件一件办好办实',
  '研究生命科学和发展中国家合作',
  '南水北调沿线地下水超采综合治理',
  '区区小事也要天天天亮就办',
  '建立能上能下能进能出的用人机制',
  '国有企业退休人员社会化管理移交地方',
  '行政审批事项一网通办一次办成',
];

const words = readFileSync(dictionaryPaths(BUILT.dictionary).words, 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [text, frequency] = line.split(' ');
    return { text: text!, frequency: Number(frequency) };
  });

/** Draws as often as the weights say. */
function weighted<T>(items: readonly T[], weightOf: (item: T) => number): fc.Arbitrary<T> {
  let sum = 0;
  const sums = items.map((item) => (sum += Math.ceil(weightOf(item))));
  return fc.integer({ min: 0, max: sum - 1 }).map((at) => items[sums.findIndex((end) => end > at)]!);
}

const word = fc.constantFrom(...words).map(({ text }) => text);
const character = weighted(
  words.filter(({ text }) => text.length === 1),
  ({ frequency }) => frequency / 1000,
).map(({ text }) => text);
const sentence = fc.constantFrom(...SENTENCES);
const anyHan = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
const anyCodeUnit = fc.oneof(
  anyHan,
  fc.nat(0xffff).map((code) => String.fromCharCode(code)),
);
const piece = fc
  .tuple(sentence, fc.nat(20), fc.nat(20))
  .map(([text, from, length]) => text.slice(from % text.length, (from % text.length) + length + 1));

const joined = (part: fc.Arbitrary<string>, maxLength: number) =>
  fc.array(part, { minLength: 1, maxLength }).map((parts) => parts.join(''));

const TEXTS: [name: string, text: fc.Arbitrary<string>][] = [
  ['common characters', joined(character, 40)],
  ['any Han characters', joined(anyHan, 40)],
  ['words', joined(word, 12)],
  ['pieces of sentences', joined(piece, 8)],
  ['sentences with characters and words strewn in', joined(fc.oneof(sentence, piece, word, character), 12)],
  ['any text at all', joined(anyCodeUnit, 40)],
];

test.each(TEXTS)('the backends agree on %s, and lose nothing', (_, text) => {
  fc.assert(
    fc.property(text, (run) => {
      const tokens = nodejieba(run);
      expect(tokens.map((token) => token.text).join('')).toBe(run);
      expect(nodeRsJieba(run)).toEqual(tokens);
    }),
    { numRuns: 1000 },
  );
});

test.each(SENTENCES)('the backends agree on %s', (run) => {
  expect(nodeRsJieba(run)).toEqual(nodejieba(run));
});
