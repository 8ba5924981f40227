import { expect, test } from 'vitest';
import { TagSet } from '../../src/text/tag-set.ts';

const set = new TagSet(['v', 'n*']);

test.each([
  ['v', true],
  ['vn', false],
  ['n', true],
  ['nr', true],
  ['an', false],
])('%s: %j', (tag, expected) => {
  expect(set.has({ text: '词', tag })).toBe(expected);
  expect(set.has({ text: '词', tag })).toBe(expected);
});

test('where no word stands there is none of them', () => {
  expect(set.has(undefined)).toBe(false);
});
