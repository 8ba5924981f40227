import { expect, test } from 'vitest';
import { Lexicon } from '../../src/text/lexicon.ts';

const lexicon = new Lexicon(['增长', '增长率']);

test('a stretch is a word or is none', () => {
  expect(lexicon.is('增长率', 0, 3)).toBe(true);
  expect(lexicon.is('增长率', 0, 2)).toBe(true);
  expect(lexicon.is('增长率', 0, 1)).toBe(false);
  expect(lexicon.is('增长率', 1, 3)).toBe(false);
  expect(lexicon.is('增长率', 1, 1)).toBe(false);
});
