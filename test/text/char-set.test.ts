import { expect, test } from 'vitest';
import { CharSet, SPACES } from '../../src/text/char-set.ts';

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

test('a stretch is gone through up to its limit', () => {
  const text = 'a，。b，';
  expect(set.endOfRun(text, 1, 5)).toBe(3);
  expect(set.endOfRun(text, 1, 2)).toBe(2);
  expect(set.until(text, 3, 5)).toBe(4);
  expect(set.until(text, 3, 4)).toBe(4);
  expect(set.startOfRun(text, 3, 0)).toBe(1);
  expect(set.startOfRun(text, 3, 2)).toBe(2);
});

test('whitespace is what a regular expression takes for it', () => {
  const wrong: number[] = [];
  for (let code = 0; code < 0x10000; code++)
    if (SPACES.has(code) !== /\s/.test(String.fromCharCode(code))) wrong.push(code);
  expect(wrong).toEqual([]);
});
