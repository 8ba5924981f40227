import { expect, test } from 'vitest';
import { CharSet } from '../../src/text/char-set.ts';

const set = new CharSet('，。\u0000\uffff');

test.each([
  ['，', 0, true],
  ['a，', 1, true],
  ['a，', 0, false],
  ['、', 0, false],
  ['\u0000', 0, true],
  ['\uffff', 0, true],
])('at %j %i is %j', (text, place, expected) => {
  expect(set.at(text, place)).toBe(expected);
});

test('nothing stands outside a text', () => {
  expect(set.at('，', -1)).toBe(false);
  expect(set.at('，', 1)).toBe(false);
});
