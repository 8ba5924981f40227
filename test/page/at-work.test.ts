/// <reference lib="dom" />
/** What a reader has said is neither lost nor broken: by windows, filters, files of others, browsers that keep nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from './browser.ts';

const REPORT =
  '岚汀区2024年工作报告\n一、经济\n2024年，地区生产总值386.7亿元，增长5.4%。新增企业120家，培训职工三千人，修路36公里。\n';

describe.skipIf(BROWSER === null)('at work (needs chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-at-work-'));
  const file = join(folder, 'report.html');
  const url = pathToFileURL(file).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, 'report.txt'), REPORT);
    await runMain(['extract', join(folder, 'report.txt'), '-o', file, '-q']);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const marked = (page: Page) => page.waitForFunction(() => document.querySelector('.controls .badge')?.textContent);

  test('two windows of one report say what either says', async () => {
    const { page: one } = await openPage(browser, url);
    const other = await one.context().newPage();
    await other.goto(url);
    await one.keyboard.press('j');
    await one.keyboard.press('y');
    await marked(other);
    await other.keyboard.press('j');
    await other.keyboard.press('j');
    await other.keyboard.press('n');
    await one.waitForFunction(() => document.querySelector('.controls .badge')?.textContent === '2');
    await one.reload();
    expect(await one.textContent('.controls .badge')).toBe('2');
    await one.context().close();
  });

  test('the next of those that are not marked is the next in the text', async () => {
    const { page } = await openPage(browser, url);
    const inText = await page.locator('tbody tr[data-id]').evaluateAll((rows) => rows.map((row) => row.dataset['id']));
    await page.locator('.selects select').last().selectOption('unmarked');
    await page.focus('.paper');
    for (const key of ['j', 'j', 'j', 'y', 'j', 'y', 'k']) await page.keyboard.press(key);
    const selected = await page.getAttribute('tbody tr[aria-selected="true"]', 'data-id');
    expect(selected).toBe(inText[1]);
    await page.context().close();
  });

  test('keys alone go on from field to field', async () => {
    const { page } = await openPage(browser, url);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.focus('#edit-name');
    await page.keyboard.type('等');
    await page.keyboard.press('Tab');
    await page.waitForSelector('.is-changed #edit-name');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('edit-kind');
    await page.focus('#edit-status');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('.is-changed #edit-status');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('edit-status');
    await page.fill('#edit-scope', '全区');
    await page.click('.mark-change');
    await page.waitForSelector('#edit-scope', { state: 'detached' });
    await page.context().close();
  });

  test.each([
    ['domains', 5],
    ['status', 'none of these'],
    ['time', '2025'],
    ['name', { text: 5, span: null }],
    ['extent', { span: { start: -3, end: 4_000_000 }, text: '' }],
    ['no such field', null],
  ])('a file that says of %s what it cannot be changes nothing', async (field, to) => {
    const { page, complaints } = await openPage(browser, url);
    const text = '386.7亿元';
    const start = REPORT.indexOf(text);
    const span = { start, end: start + text.length };
    const textSha256 = await page.evaluate(
      () => JSON.parse(document.getElementById('report')?.textContent ?? '').textSha256,
    );
    const marks = [
      { mark: 'change', type: 'indicator', span, text, field, from: null, to },
      { mark: 'add', type: 'indicator', span, text, fields: { [field]: to } },
      { mark: 'right', type: 'indicator', span, text },
    ];
    const content = { version: 1, report: { textSha256 }, by: null, reviewed: { start: -1, end: 9_000 }, marks };
    await page.keyboard.press('s');
    await page.setInputFiles('#corrections-file', {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(content)),
    });
    await page.waitForFunction(() => document.querySelector('.told')?.textContent?.includes('2'));
    expect(await page.textContent('.controls .badge')).toBe('1');
    await page.reload();
    expect(await page.textContent('.controls .badge')).toBe('1');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a file takes the place of what was said only when the reader wants it', async () => {
    const { page } = await openPage(browser, url);
    await page.keyboard.press('j');
    await page.keyboard.press('y');
    const textSha256 = await page.evaluate(
      () => JSON.parse(document.getElementById('report')?.textContent ?? '').textSha256,
    );
    await page.keyboard.press('s');
    const asked = page.waitForEvent('dialog').then((dialog) => dialog.dismiss());
    await page.setInputFiles('#corrections-file', {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ version: 1, report: { textSha256 }, marks: [] })),
    });
    await asked;
    expect(await page.textContent('.controls .badge')).toBe('1');
    await page.context().close();
  });

  test('where the browser keeps nothing, the page says so, and asks before it is left', async () => {
    const { page, complaints } = await openPage(browser, 'about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(url);
    await page.keyboard.press('j');
    await page.keyboard.press('y');
    expect(await page.textContent('.controls button')).toContain('⚠');
    await page.keyboard.press('s');
    await page.waitForSelector('.save .warning');
    const asked = page.waitForEvent('dialog');
    void page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    expect(complaints).toEqual([]);
  });

  test('a hand that selects too much takes no stops along', async () => {
    const { page } = await openPage(browser, url);
    await page.evaluate(() => {
      const block = [...document.querySelectorAll('.paper .block')].find((each) =>
        each.textContent?.includes('，修路'),
      );
      const node = [...(block?.childNodes ?? [])].find((each) => each.textContent?.startsWith('，修路'));
      if (node) getSelection()?.setBaseAndExtent(node, 0, node, 3);
    });
    expect(await page.textContent('.pick-bar bdi')).toBe('修路');
    await page.context().close();
  });

  test('a link to what is no finding opens the page', async () => {
    const { page, complaints } = await openPage(browser, `${url}#%`);
    expect(await page.evaluate(() => performance.getEntriesByName('gaige:ready').length)).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
