import { expect, test } from 'vitest';
import type { Token } from '../../src/model/token.ts';
import { keepingCuts } from '../../src/segment/kept-cuts.ts';

/** A segmenter that takes each character for a word, and the runs that it was asked for. */
function counting(most: number) {
  const asked: string[] = [];
  const segment = keepingCuts((han): Token[] => {
    asked.push(han);
    return Array.from(han, (text) => ({ text, tag: 'x' }));
  }, most);
  return { asked, segment };
}

test('a run is cut once, and has the same words again', () => {
  const { asked, segment } = counting(100);
  expect(segment('平稳增长')).toBe(segment('平稳增长'));
  expect(segment('')).toEqual([]);
  expect(asked).toEqual(['平稳增长', '']);
});

test('a long run is not kept', () => {
  const { asked, segment } = counting(100);
  const long = '稳步推进各项重点任务落实';
  segment(long);
  segment(long);
  segment(`${long}见`);
  segment(`${long}见`);
  expect(asked).toEqual([long, `${long}见`, `${long}见`]);
});

test('no more is kept than two generations; what comes again stays', () => {
  const { asked, segment } = counting(4);
  for (const han of ['甲乙', '丙丁', '戊己', '甲乙', '庚辛', '甲乙', '丙丁']) segment(han);
  expect(asked).toEqual(['甲乙', '丙丁', '戊己', '庚辛', '丙丁']);
});
