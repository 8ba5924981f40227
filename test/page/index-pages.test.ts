/// <reference lib="dom" />
/** The pages of a folder, and their index. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Done } from '../../src/batch/task.ts';
import { pageFiles } from '../../src/cli/output/pages.ts';
import { NO_COUNTS } from '../../src/emit/index.ts';
import type { GaigeRecord } from '../../src/model/record.ts';
import type { PackedIndex } from '../../src/page/index-data.ts';
import { runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'gaige-index-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const indexIn = (path: string): PackedIndex =>
  JSON.parse(/id="index">([\s\S]*?)<\/script>/.exec(readFileSync(path, 'utf8'))?.[1] ?? 'null');

describe('a folder', () => {
  const output = join(folder, 'seeds');

  beforeAll(async () => {
    expect((await runMain(['extract', 'seeds', '--format', 'html', '-o', `${output}/`, '-q'])).code).toBe(0);
  });

  test('has a page for each report, and an index that knows all findings', async () => {
    const { stdout } = await runMain(['extract', 'seeds', '-q', '--format', 'ndjson']);
    const records: GaigeRecord[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const index = indexIn(join(output, 'index.html'));
    expect(index).toMatchObject({ part: 1, parts: 1, isLast: true, counts: { reports: records.length } });
    expect(readdirSync(join(output, 'seeds')).sort()).toEqual(
      records.map(({ report }) => `${report.name}.html`).sort(),
    );
    expect(index.reports.map(({ page }) => page)).toEqual(records.map(({ report }) => `./${report.path}.html`));
    index.reports.forEach(({ entry }, i) => {
      expect(entry.indicators.map(([id]) => id)).toEqual(records[i]?.indicators.map(({ id }) => id));
      expect(entry.placeholders.map(([id]) => id)).toEqual(records[i]?.placeholders.map(({ id }) => id));
    });
  });

  test('is not read again as reports', async () => {
    const { stdout, stderr } = await runMain(['extract', output, '--format', 'ndjson']);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
  });

  test('is the same whatever the number of workers', async () => {
    const again = join(folder, 'again');
    await runMain(['extract', 'seeds', '--format', 'html', '-o', `${again}/`, '-q', '--jobs', '2']);
    for (const name of ['index.html', 'seeds/press-release.txt.html'])
      expect(readFileSync(join(again, name), 'utf8')).toBe(readFileSync(join(output, name), 'utf8'));
  });

  test.skipIf(BROWSER === null)('is searched, and each finding found leads to its place (needs chromium)', async () => {
    const browser: Browser = await openBrowser();
    const { page, complaints } = await openPage(browser, pathToFileURL(join(output, 'index.html')).href);
    expect(await page.locator('.matrix tbody tr:not(.spacer)').count()).toBe(6);
    await page.check('.filters input[type=checkbox]');
    expect(await page.locator('.matrix tbody tr:not(.spacer)').count()).toBe(2);
    await page.click('.tabs button >> nth=1');
    await page.fill('#search', '城镇新增就业');
    const rows = page.locator('.found tbody tr:not(.spacer)');
    expect(await rows.count()).toBeGreaterThan(1);
    const value = await rows.first().locator('td.value').textContent();
    await rows.first().locator('a').click();
    await page.waitForSelector('.paper .selected');
    expect(await page.locator('.paper .selected').first().textContent()).toBe(value);
    await page.click('a.home');
    expect(await page.title()).toBe('报告索引');
    expect(complaints).toEqual([]);
    await browser.close();
  });
});

test('one page holds one report; more ask for a folder, and nothing is written', async () => {
  const file = join(folder, 'one.html');
  const { code, stderr } = await runMain(['extract', 'seeds', '-o', file, '-q', '--lang', 'en']);
  expect(code).toBe(2);
  expect(stderr).toContain('-o FOLDER/');
  expect(readdirSync(folder)).not.toContain('one.html');
  const piped = await runMain(['extract', 'seeds', '--format', 'html', '-q']);
  expect([piped.code, piped.stdout]).toEqual([2, '']);
});

test('an index of very many reports has parts, which lead to each other', async () => {
  const output = join(folder, 'parts');
  mkdirSync(output);
  const emitter = { begin: () => '', record: () => '', between: '', end: () => '</html>' };
  const pack = { concepts: { definitions: new Map(), headlines: [] } } as never;
  const { openFolder } = pageFiles([emitter, emitter], pack, 'zh', { reports: 3, bytes: 1000 });
  const pages = await openFolder?.(output);
  const entry = (i: number) =>
    `{"report":{"path":"${i}"},"headlines":[],"indicators":[],"placeholders":[]${i === 7 ? `,"x":"${'y'.repeat(990)}"` : ''}}`;
  const report = (i: number): Done => ({
    path: `${i}.txt`,
    pieces: [new TextEncoder().encode('page'), new TextEncoder().encode(entry(i))],
    counts: { ...NO_COUNTS, reports: 1 },
    notes: [],
  });
  for (let i = 0; i < 8; i++) await pages?.add(report(i));
  expect(readdirSync(output).filter((name) => name.startsWith('index'))).toEqual(['index.p2.html', 'index.p3.html']);
  await pages?.commit();
  const parts = ['index.html', 'index.p2.html', 'index.p3.html', 'index.p4.html'].map((name) =>
    indexIn(join(output, name)),
  );
  expect(parts.map(({ reports }) => reports.length)).toEqual([3, 3, 1, 1]);
  expect(parts.map(({ part, parts, isLast, counts }) => [part, parts, isLast, counts?.reports])).toEqual([
    [1, 4, false, 8],
    [2, null, false, undefined],
    [3, null, false, undefined],
    [4, null, true, undefined],
  ]);
  expect(readFileSync(join(output, '4.txt.html'), 'utf8')).toContain('{"index":"index.p2.html"}');
});

test('a run that ends before its time leaves no index', async () => {
  const output = join(folder, 'discarded');
  mkdirSync(output);
  const emitter = { begin: () => '', record: () => '', between: '', end: () => '' };
  const pack = { concepts: { definitions: new Map(), headlines: [] } } as never;
  const pages = await pageFiles([emitter], pack, 'zh').openFolder?.(output);
  await pages?.discard();
  expect(readdirSync(output)).toEqual([]);
});
