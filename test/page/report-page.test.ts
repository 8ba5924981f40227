/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** The page of a report, as a reader uses it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GaigeRecord } from '../../src/model/record.ts';
import { ROOT, runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from './browser.ts';

const FOLDERS = ['seeds', '../shared/seeds'];

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
  } catch {
    return [];
  }
};

const REPORTS = FOLDERS.flatMap(filesIn);

describe.skipIf(BROWSER === null)('the page of a report (needs chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-page-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const made = new Map<string, Promise<{ url: string; record: GaigeRecord }>>();
  const pageOf = (report: string) => {
    const known = made.get(report) ?? makePage(report);
    made.set(report, known);
    return known;
  };
  async function makePage(report: string) {
    const file = join(folder, `${made.size}.html`);
    await runMain(['extract', report, '-o', file, '-q']);
    const { stdout } = await runMain(['extract', report, '--include-text', '-q', '--format', 'ndjson']);
    return { url: pathToFileURL(file).href, record: JSON.parse(stdout) as GaigeRecord };
  }

  test.each(REPORTS)('%s: the text is whole, and every finding is lit at its place', async (report) => {
    const { url, record } = await pageOf(report);
    const { page, complaints } = await openPage(browser, url);
    const text = record.text ?? '';
    expect(await page.evaluate(textOfPage)).toBe(text);
    const lit = await page.evaluate(litOnPage);
    const expected = [
      ...record.indicators.map(({ id, span }) => ({ id, ...span })),
      ...record.placeholders.map(({ id, span }) => ({ id, ...span })),
      ...record.domains.flatMap(({ id, evidence }) => evidence.map(({ span }, i) => ({ id: `${id}.${i}`, ...span }))),
    ];
    expect(Object.keys(lit).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const { id, start, end } of expected) expect(lit[id]).toEqual({ start, text: text.slice(start, end) });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('filters and sorts, and tells how many are left', async () => {
    const { url, record } = await pageOf('seeds/masked-speech.txt');
    const { page } = await openPage(browser, url);
    const count = () => page.textContent('.filters .count');
    const all = record.indicators.length + record.placeholders.length;
    expect(await count()).toContain(String(all));
    await page.check('#unfilled');
    const unfilled = record.placeholders.length + record.indicators.filter(({ masked }) => masked).length;
    expect(await count()).toContain(`${unfilled} / ${all}`);
    await page.uncheck('#unfilled');
    await page.selectOption('.selects select >> nth=0', 'rank');
    const ranks = record.indicators.filter(({ kind }) => kind === 'rank').length;
    expect(await count()).toContain(`${ranks} / ${all}`);
    await page.selectOption('.selects select >> nth=0', 'evidence');
    expect(await page.locator('.findings tbody tr[data-id]').count()).toBeGreaterThan(0);
    await page.click('.filter-foot button');
    await page.fill('#search', '网格员');
    const found = record.indicators.filter(({ name }) => name?.includes('网格员'));
    expect(await page.locator('.findings tbody tr[data-id]').count()).toBe(found.length);
    await page.fill('#search', '');
    await page.click('th.value button');
    expect(await page.getAttribute('th.value', 'aria-sort')).toBe('ascending');
    const [first] = await page.locator('.findings tbody tr[data-id]').all();
    const least = record.indicators
      .map(({ id, canonical, value }) => ({ id, amount: canonical?.number ?? value.number ?? value.min }))
      .filter(({ amount }) => amount !== null)
      .sort((a, b) => Number(a.amount) - Number(b.amount))[0];
    expect(await first?.getAttribute('data-id')).toBe(least?.id);
    await page.context().close();
  });

  test('leads from the table to the text and from the text to the table, by mouse and by keys', async () => {
    const { url, record } = await pageOf('seeds/masked-speech.txt');
    const { page } = await openPage(browser, url);
    await page.fill('#search', '公众安全感');
    await page.click('.findings tbody tr[data-id]');
    expect(await isSeen(page, '.paper .selected')).toBe(true);
    const last = record.indicators.at(-1);
    await page.fill('#search', '');
    await page.click(`.paper [data-ids~="${last?.id}"]`);
    expect(await page.getAttribute('.findings tr[aria-selected="true"]', 'data-id')).toBe(last?.id);
    expect(await isSeen(page, '.findings tr[aria-selected="true"]')).toBe(true);
    expect(await page.textContent('.card')).toContain(last?.name ?? '');
    await page.keyboard.press('Escape');
    expect(await page.locator('.card.is-empty').count()).toBe(1);
    await page.focus('table.findings');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.findings tr[aria-selected="true"] td.place').textContent()).toBe('2');
    await page.keyboard.press('Enter');
    expect(await isSeen(page, '.paper .selected')).toBe(true);
    await page.context().close();
  });

  test('the card tells all fields, and folded away why they are so', async () => {
    const { url, record } = await pageOf('seeds/work-report-review.txt');
    const target = record.indicators.find(({ concept, status }) => concept !== null && status === 'achieved');
    const { page } = await openPage(browser, `${url}#${target?.id}`);
    const card = page.locator('.card');
    expect(await card.textContent()).toContain(target?.id);
    expect(await card.textContent()).toContain(target?.rule);
    await page.click('.reason summary');
    const { stdout } = await runMain([
      'explain',
      'seeds/work-report-review.txt',
      '--id',
      target?.id ?? '',
      '--lang',
      'zh',
    ]);
    const causes = [...stdout.matchAll(/← (.*)$/gm)].map(([, cause]) => cause ?? '');
    const shown = await card.locator('.causes .cause').allTextContents();
    expect(shown.map((each) => each.replace(/ · .*$/, ''))).toEqual(causes);
    await page.context().close();
  });

  test('changes its language, and keeps it', async () => {
    const { url } = await pageOf('seeds/work-report-review.txt');
    const { page } = await openPage(browser, url);
    await page.click('button.language');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.textContent('.tabs')).toContain('Findings');
    await page.reload();
    expect(await page.textContent('.tabs')).toContain('Findings');
    await page.context().close();
  });
});

test.skipIf(BROWSER !== null)('no chromium is installed: pages are not looked at', () => {});

/** Runs in the page. */
function textOfPage(): string {
  return [...document.querySelectorAll('.paper .block')].map((block) => block.textContent).join('');
}

/** Runs in the page: the stretch that each finding is lit on, by its id. */
function litOnPage(): Record<string, { start: number; text: string }> {
  const lit: Record<string, { start: number; text: string }> = {};
  for (const block of document.querySelectorAll<HTMLElement>('.paper .block')) {
    let at = Number(block.dataset['start']);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent ?? '';
      const ids = node.parentElement?.closest<HTMLElement>('[data-ids]')?.dataset['ids']?.split(' ') ?? [];
      for (const id of ids) {
        const before = lit[id];
        lit[id] = before ? { start: before.start, text: before.text + words } : { start: at, text: words };
      }
      at += words.length;
    }
  }
  return lit;
}

async function isSeen(page: Page, selector: string): Promise<boolean> {
  await page.waitForTimeout(100);
  const box = await page.locator(selector).first().boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= 900;
}
