/** From the page to the score: what a reader marks in a browser, saved, applied, and taken as right. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { correctionsSchema } from '../../src/corrections/schema.ts';
import type { GaigeRecord } from '../../src/model/record.ts';
import { recordsOf, runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from '../page/browser.ts';
import { TEXT } from './support.ts';

describe.skipIf(BROWSER === null)('from the page to the score (needs chromium)', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gaige-from-page-'));
    writeFileSync(join(folder, 'report.txt'), TEXT);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => join(folder, name);

  test('marked, saved, applied, scored', async () => {
    await runMain(['extract', at('report.txt'), '-o', at('report.html'), '-q']);
    const browser = await openBrowser();
    try {
      const { page } = await openPage(browser, pathToFileURL(at('report.html')).href, { acceptDownloads: true });
      // 12家 is right, 63家 was a target, 5.4% is none.
      await page.keyboard.press('j');
      await page.keyboard.press('y');
      await page.keyboard.press('j');
      await page.keyboard.press('e');
      await page.selectOption('#edit-status', 'target');
      await page.focus('.paper');
      await page.keyboard.press('j');
      await page.keyboard.press('n');
      await page.keyboard.press('s');
      await page.check('.save input[name="reviewed"] >> nth=-1');
      await page.fill('.save input[type="text"]', '甲');
      const [saved] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
      expect(saved.suggestedFilename()).toBe('report.txt.corrections.json');
      await saved.saveAs(at('report.txt.corrections.json'));
    } finally {
      await browser.close();
    }
    const corrections = correctionsSchema.parse(JSON.parse(readFileSync(at('report.txt.corrections.json'), 'utf8')));
    expect(corrections).toMatchObject({ by: '甲', reviewed: { start: 0, end: TEXT.length } });
    expect(corrections.marks.map(({ mark, text }) => `${mark} ${text}`)).toEqual([
      'right 12家',
      'change 63家',
      'wrong 5.4%',
    ]);

    const applied = await runMain(['corrections', 'apply', at('report.txt'), '--corrections', folder, '-q']);
    expect([applied.code, applied.stderr]).toEqual([0, '']);
    const [record] = recordsOf(applied.stdout) as unknown as GaigeRecord[];
    expect(record?.indicators.map(({ text, status }) => `${text} ${status}`).slice(0, 3)).toEqual([
      '12家 achieved',
      '63家 target',
      '3.5万人 achieved',
    ]);

    await runMain(['corrections', 'gold', at('report.txt'), '--corrections', folder, '-o', at('gold'), '-q']);
    const score = await runMain(['score', '--gold', at('gold'), '--format', 'json', '--misses', '9']);
    const { misses } = JSON.parse(score.stdout) as { misses: { what: string }[] };
    expect(misses.map(({ what }) => what)).toEqual(['status', 'spurious']);
  });
});
