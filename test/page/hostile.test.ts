/// <reference lib="dom" />
/** Whatever a report holds is text in its page, and nothing else. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOwnOutput } from '../../src/read/own-output.ts';
import { runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from './browser.ts';

const HOSTILE = {
  script:
    '工作报告\n<script>window.hit = 1</script>，新增企业12家。\n<img src=x onerror="window.hit = 2">完成投资3亿元。\n',
  'end of script':
    '工作报告\n</script><script>window.hit = 3</script><!-- <script> 新增企业12家。]]></style></title>\n',
  'JSON and templates': '工作报告\n"},"x":"\\u003c/script>\\ud800 {{hit}} 新增企业12家。\u2028行\u2029段\n',
  'marks of direction': '工作报告\n\u202e倒着读\u202c\u2066新增企业\u206912家\u200f，完成\u061c投资3亿元。\n',
  entities: '工作报告\n&lt;b&gt; &amp;amp; &#60;i&#62; 新增企业12家。\n',
};

describe('pages of hostile reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-hostile-'));
  let browser: Browser | null = null;

  beforeAll(async () => {
    if (BROWSER !== null) browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function make(name: string, content: string, options: readonly string[] = []): Promise<string> {
    const report = join(folder, name);
    writeFileSync(report, content);
    const file = `${report}.page.html`;
    expect((await runMain(['extract', report, '-o', file, '-q', ...options])).code).toBe(0);
    return file;
  }

  test.each(Object.entries(HOSTILE))('%s', async (name, content) => {
    const file = await make(`${name}.txt`, content);
    const html = readFileSync(file, 'utf8');
    // Nothing of the report opens an element: those that there are, are ours.
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(isOwnOutput(new TextEncoder().encode(html.slice(0, 400)))).toBe(true);
    if (!browser) return;
    const { page, complaints } = await openPage(browser, pathToFileURL(file).href);
    const { stdout: text } = await runMain(['text', join(folder, `${name}.txt`)]);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.paper .block')].map((each) => each.textContent).join(''),
    );
    expect(shown).toBe(text);
    expect(await page.evaluate('window.hit')).toBe(undefined);
    expect(await page.locator('.paper img, .paper script, .paper b:not(.run-in-title)').count()).toBe(0);
    expect(await page.locator('.findings tbody tr[data-id]').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('names of files', async () => {
    const input = join(folder, 'in');
    mkdirSync(input);
    const names = [
      'javascript:alert(1).txt',
      '"><img src=x onerror=alert(1)>.txt',
      '%2e%2e#?&.txt',
      "'a' b.txt",
      'index.txt',
    ];
    for (const name of names) writeFileSync(join(input, name), '2024年工作报告\n地区生产总值12亿元，新增企业*家。\n');
    const output = join(folder, 'out');
    expect((await runMain(['extract', input, '--format', 'html', '-o', `${output}/`, '-q'])).code).toBe(0);
    if (!browser) return;
    const { page, complaints } = await openPage(browser, pathToFileURL(join(output, 'index.html')).href);
    const links = await page
      .locator('tbody th a')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    expect(links).toHaveLength(names.length);
    for (const link of links) {
      expect(link.startsWith('file:')).toBe(true);
      await page.goto(link);
      expect(await page.locator('.paper .indicator').count()).toBeGreaterThan(0);
      await page.click('a.home');
      expect(page.url()).toContain('index.html');
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a lone surrogate', async () => {
    const file = await make('lone.jsonl', `{"text":"工作报告\\n\\ud83d新增企业12家，\\udc00完成投资3亿元。"}\n`, [
      '--text-field',
      'text',
    ]);
    if (!browser) return;
    const { page } = await openPage(browser, pathToFileURL(file).href);
    const lit = await page.locator('.paper .indicator').allTextContents();
    expect(lit).toEqual(['12家', '3亿元']);
    await page.context().close();
  });

  test('ten megabytes, in lines and in one', async () => {
    const sentence = `${'坚持稳中求进，持续深化改革，办好民生实事，'.repeat(40)}全年新增企业12家。`;
    const times = Math.ceil((5 * 1024 * 1024) / Buffer.byteLength(sentence));
    const content = `${`${sentence}\n`.repeat(times)}${sentence.repeat(times)}`;
    const report = join(folder, 'long.txt');
    writeFileSync(report, content);
    const file = `${report}.html`;
    expect((await runMain(['extract', report, '-o', file, '-q'])).code).toBe(0);
    if (!browser) return;
    const { page, complaints } = await openPage(browser, pathToFileURL(file).href);
    // Only what is near is in the page.
    expect(await page.locator('.paper .block').count()).toBeLessThan(1000);
    await page.focus('table.findings');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(await page.locator('.paper .selected').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);
});
