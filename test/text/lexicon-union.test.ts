import { expect, test } from 'vitest';
import { Lexicon } from '../../src/text/lexicon.ts';
import { LexiconUnion } from '../../src/text/lexicon-union.ts';

const union = new LexiconUnion({
  short: new Lexicon(['计划', '力争']),
  long: new Lexicon(['计划生育', '争取']),
  other: new Lexicon(['完成']),
});

const named = (text: string, start = 0, end = text.length): string[] => {
  const met = union.in(text, start, end);
  return Object.entries(union.bits).flatMap(([name, bit]) => ((met & bit) !== 0 ? [name] : []));
};

test.each([
  ['今年计划完成', ['short', 'other']],
  ['计划生育', ['short', 'long']],
  ['力争取胜', ['short', 'long']],
  ['没有', []],
])('%s', (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test('a word that crosses an end of the stretch does not count, one within it does', () => {
  expect(named('计划生育', 0, 3)).toEqual(['short']);
  expect(named('计划生育', 1, 4)).toEqual([]);
});
