/** Pages that everybody can read and use, as far as axe can tell. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults, type Result } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMain } from '../cli/support.ts';
import { BROWSER, openBrowser, openPage } from './browser.ts';

const STATES: readonly (readonly [name: string, file: string, act: (page: Page) => Promise<unknown>])[] = [
  ['findings', 'seeds/masked-speech.txt.html', async () => {}],
  ['a card with its reason', 'seeds/masked-speech.txt.html', openCard],
  [
    'a card to be changed',
    'seeds/masked-speech.txt.html',
    async (page) => {
      await openCard(page);
      await page.keyboard.press('e');
    },
  ],
  ['charts', 'seeds/masked-speech.txt.html', (page) => page.click('.tabs button >> nth=1')],
  ['about', 'seeds/work-report-plan.txt.html', (page) => page.click('.tabs button >> nth=2')],
  ['saving', 'seeds/work-report-plan.txt.html', (page) => page.keyboard.press('s')],
  ['an index', 'index.html', async () => {}],
  ['the search of an index', 'index.html', (page) => page.click('.tabs button >> nth=1')],
];

async function openCard(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.click('.reason summary');
  await page.focus('.paper');
}

describe.skipIf(BROWSER === null)('axe finds no fault (needs chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gaige-axe-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await runMain(['extract', 'seeds', '--format', 'html', '-o', `${folder}/`, '-q']);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const cases = STATES.flatMap(([name, file, act]) =>
    (['zh', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ name, file, act, language, colorScheme })),
    ),
  );
  test.each(cases)('$name, $language, $colorScheme', async ({ file, act, language, colorScheme }) => {
    const { page } = await openPage(browser, pathToFileURL(join(folder, file)).href, { colorScheme });
    if (language === 'en') await page.click('button.language');
    await act(page);
    await page.evaluate(axe.source);
    const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
    expect(violations.map(shown)).toEqual([]);
    await page.context().close();
  });
});

const shown = ({ id, impact, nodes }: Result): string =>
  [
    `${id} (${impact})`,
    ...nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
  ].join('\n');
