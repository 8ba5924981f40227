import { describe, expect, test } from 'vitest';
import { loadSegmenter } from '../../src/segment/index.ts';

const SEGMENTERS = [loadSegmenter({ backend: 'nodejieba' }), loadSegmenter({ backend: '@node-rs/jieba' })];

const CASES: [han: string, tagged: string][] = [
  ['', ''],
  ['改革', '改革/vn'],
  ['扩大改建农村公路', '扩大/v 改建/v 农村/n 公路/n'],
  // HMM off: a name that the dictionary does not have stays in pieces.
  ['市数据局牵头', '市/n 数据/n 局/n 牵头/v'],
  // 龥 is in no word of our dictionary: a word of its own, unknown.
  ['山龥石', '山/n 龥/x 石/n'],
  // Other writings of Han, beyond the common block and beyond the BMP.
  ['二〇二五', '二/m 〇/x 二/m 五/m'],
  ['㐀山𬭸石', '㐀/x 山/n 𬭸/x 石/n'],
  // Not Han at all: nothing is lost, nothing is joined.
  ['森林5%，a', '森林/n 5/x %/x ，/x a/x'],
  ['半\ud842字', '半/m \ud842/x 字/n'],
  // Equally likely in both orders.
  ['天天天', '天天/t 天/q'],
  ['人人人', '人人/n 人/n'],
];

describe.each(SEGMENTERS)('$name', ({ segment }) => {
  test.each(CASES)('%s', (han, tagged) => {
    expect(
      segment(han)
        .map(({ text, tag }) => `${text}/${tag}`)
        .join(' '),
    ).toBe(tagged);
  });

  test('a run of any length is cut whole', () => {
    const run = '深化数据要素市场化配置改革'.repeat(2000);
    expect(
      segment(run)
        .map(({ text }) => text)
        .join(''),
    ).toBe(run);
  });

  test('a word is the same token each time', () => {
    const [first, second] = segment('企业企业');
    expect(first).toBe(second);
  });
});
