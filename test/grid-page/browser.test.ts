/** Pages of tables in a browser: nothing wider than the window, links that lead, colours that turn, and no fault that axe can find. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMain, workReport } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from '../page/browser.ts';

const PAGES = ['table-zh.html', 'table-en.html', 'track-zh.html', 'track-en.html'];

describe.skipIf(BROWSER === null)('in a browser (needs chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-grid-page-'));
  const urlOf = (file: string) => pathToFileURL(join(folder, file)).href;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    const [plan, review] = [join(folder, 'plan.txt'), join(folder, 'review.txt')];
    const targets = '目标定为：城镇新增就业3000人以上，地区生产总值增长5%左右。';
    writeFileSync(plan, workReport(2025, '地区生产总值达到98.2亿元，增长4.6%。', targets));
    const results = '地区生产总值103.4亿元，增长5.3%，城镇新增就业2400人。实现地区生产总值130.4亿元。';
    writeFileSync(review, workReport(2026, results, '地区生产总值增长5.5%。'));
    for (const language of ['zh', 'en']) {
      const given = ['--lang', language, '-q', '-o'];
      await runMain(['table', plan, review, ...given, join(folder, `table-${language}.html`)]);
      await runMain(['track', plan, review, ...given, join(folder, `track-${language}.html`)]);
    }
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cases = PAGES.flatMap((file) =>
    ([390, 1440] as const).flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ file, width, colorScheme })),
    ),
  );

  test.each(cases)('$file, $width pixels wide, $colorScheme', async ({ file, width, colorScheme }) => {
    const { page } = await openPage(browser, urlOf(file), { colorScheme, viewport: { width, height: 900 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  test('a cell leads to its sentence, and back, by the keyboard', async () => {
    const { page } = await openPage(browser, urlOf('table-en.html'), {});
    await page.focus('.matrix td a');
    const cell = await page.evaluate('document.activeElement.closest("td").id');
    await page.keyboard.press('Enter');
    expect(await page.textContent('.chip:target')).toContain('98.2亿元');
    expect(await page.textContent('.sentences > li:has(:target) mark')).toBe('98.2亿元');
    await page.focus('.chip:target a');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.querySelector(":target").id')).toBe(cell);
    await page.context().close();
  });

  test('colours are chosen without a script', async () => {
    const { page } = await openPage(browser, urlOf('track-en.html'), { colorScheme: 'light' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.check('#scheme-dark');
    expect(await ground()).not.toBe(light);
    await page.check('#scheme-light');
    expect(await ground()).toBe(light);
    await page.context().close();
  });
});
