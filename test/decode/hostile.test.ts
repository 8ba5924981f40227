import { describe, expect, test } from 'vitest';
import { decodeAll, decodeOne, utf8 } from './support.ts';

/** Far above what linear time takes, far below what quadratic time would. */
const LIMIT = 8000;

describe('time grows with the file alone', () => {
  const units = [
    '<!--',
    '<',
    '&',
    '&amp;',
    '<p ',
    '<script>',
    '<U+',
    '<br>',
    '\r',
    '\n',
    '[',
    '[a](',
    '*',
    '*区',
    '** ',
    '_',
    '`',
    '``a`',
    '|',
    '\\',
    '> ',
    '# ',
    ' ',
    '---\n',
    '```\n',
    '改',
    '改，',
    '猜你喜欢\n',
    '</i>改',
  ];
  test.each(units)('%j', { timeout: 3 * LIMIT }, async (unit) => {
    const bytes = utf8(unit.repeat(400_000 / unit.length));
    for (const name of ['a.txt', 'a.md', 'a.html']) {
      const start = performance.now();
      await decodeAll(name, bytes);
      expect(performance.now() - start, name).toBeLessThan(LIMIT);
    }
  });

  test('one line of 40 MB', { timeout: 3 * LIMIT }, async () => {
    const start = performance.now();
    const document = await decodeOne('a.txt', '全区完成改革任务12项，新建学校5所。'.repeat(800_000));
    expect(document.blocks).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(LIMIT);
  });
});
