/// <reference lib="dom" />
/** A reader corrects a report in its page, saves what she said, and `gaige corrections` takes it up. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corrections, correctionsSchema } from '../../src/corrections/schema.ts';
import type { GaigeRecord } from '../../src/model/record.ts';
import { runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from './browser.ts';

const REPORT =
  '沧屿区2024年工作报告\n一、经济\n2024年，地区生产总值386.7亿元，增长5.4%。新增企业120家，培训职工三千人。\n二、计划\n力争进出口总额增长6%，引进人才**名。\n';

describe.skipIf(BROWSER === null)('correcting (needs chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-correct-'));
  const report = join(folder, 'report.txt');
  const file = join(folder, 'report.html');
  let browser: Browser;
  let record: GaigeRecord;

  beforeAll(async () => {
    writeFileSync(report, REPORT);
    await runMain(['extract', report, '-o', file, '-q']);
    record = JSON.parse((await runMain(['extract', report, '-q', '--include-text', '--format', 'ndjson'])).stdout);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async () => (await openPage(browser, pathToFileURL(file).href, { acceptDownloads: true })).page;
  const choose = (page: Page, text: string) => {
    const found = [...record.indicators, ...record.placeholders].find((each) => each.text === text);
    return page.click(`.paper [data-ids~="${found?.id}"]`);
  };

  async function save(page: Page): Promise<Corrections> {
    await page.keyboard.press('s');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    expect(download.suggestedFilename()).toBe('report.txt.corrections.json');
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    await page.click('dialog header button');
    return correctionsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  }

  test('marks, changes and adds; saves; the file is applied, and scored against', async () => {
    const page = await open();
    await choose(page, '5.4%');
    await page.keyboard.press('y');
    await choose(page, '386.7亿元');
    await page.keyboard.press('e');
    await page.selectOption('#edit-status', 'target');
    await page.fill('#edit-time', '2025');
    await page.press('#edit-time', 'Tab');
    await selectWords(page, '生产总值');
    await page.click('.pick-bar button >> nth=0');
    await choose(page, '120家');
    await page.focus('.paper');
    await page.keyboard.press('n');
    await choose(page, '**');
    await page.keyboard.press('e');
    await page.selectOption('#edit-kind', 'text');
    await selectWords(page, '沧屿区');
    await page.click('.pick-bar button:last-child');
    await page.click('.heading-link >> nth=0');
    await page.selectOption('#edit-domains', 'industry');
    const saved = await save(page);
    const marks = saved.marks.map(({ mark, text, ...rest }) => ({
      mark,
      text,
      field: 'field' in rest ? rest.field : '',
    }));
    expect(marks).toEqual(
      expect.arrayContaining([
        { mark: 'right', text: '5.4%', field: '' },
        { mark: 'change', text: '386.7亿元', field: 'status' },
        { mark: 'change', text: '386.7亿元', field: 'time' },
        { mark: 'change', text: '386.7亿元', field: 'name' },
        { mark: 'wrong', text: '120家', field: '' },
        { mark: 'change', text: '**', field: 'kind' },
        { mark: 'add', text: '沧屿区', field: '' },
        { mark: 'domains', text: '经济', field: '' },
      ]),
    );
    expect(saved.report).toEqual(expect.objectContaining({ fileSha256: record.report.sha256, chars: REPORT.length }));
    const { code, stdout, stderr } = await runMain([
      'corrections',
      'apply',
      report,
      '--corrections',
      folder,
      '-q',
      '--format',
      'ndjson',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const corrected: GaigeRecord = JSON.parse(stdout);
    const gdp = corrected.indicators.find(({ text }) => text === '386.7亿元');
    expect(gdp).toMatchObject({
      name: '生产总值',
      status: 'target',
      time: { from: '2025', to: '2025' },
      rule: 'reader/changed',
    });
    expect(corrected.indicators.some(({ text }) => text === '120家')).toBe(false);
    expect(corrected.placeholders.map(({ text, kind }) => [text, kind])).toEqual([
      ['沧屿区', 'text'],
      ['**', 'text'],
    ]);
    expect(corrected.sections[0]?.domains[0]?.id).toBe('industry');
    const gold = join(folder, 'gold');
    expect((await runMain(['corrections', 'gold', report, '--corrections', folder, '-o', `${gold}/`, '-q'])).code).toBe(
      0,
    );
    expect(existsSync(gold)).toBe(true);
    const scored = await runMain(['score', '--gold', gold, '--format', 'json']);
    expect(scored.code).toBe(0);
    await page.context().close();
  });

  test('what was said is there again after the page is opened anew, and can be taken from a file', async () => {
    const page = await open();
    await choose(page, '5.4%');
    await page.keyboard.press('y');
    await page.reload();
    expect(await page.textContent('.controls .badge')).toBe('1');
    await page.keyboard.press('s');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.click('.actions button.quiet');
    expect(await page.locator('.controls .badge').count()).toBe(0);
    await page.setInputFiles('#corrections-file', join(folder, 'report.txt.corrections.json'));
    await page.waitForFunction(() => document.querySelector('.told')?.textContent !== '');
    expect(await page.textContent('.controls .badge')).toBe('6');
    await page.setInputFiles('#corrections-file', {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"version":1}'),
    });
    await page.waitForFunction(() => document.querySelector('.told')?.textContent?.includes('不是'));
    await page.context().close();
  });
});

/** As a reader does with a mouse. */
async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('.paper') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at >= 0) {
        getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
        return;
      }
    }
  }, words);
  await page.waitForSelector('.pick-bar:not([hidden])');
}
