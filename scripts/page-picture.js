/**
 * Takes the picture of docs/page.md: a page made of an example report, in a browser. Run after `npm run build`, where chromium is installed:
 * node scripts/page-picture.js
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const at = (/** @type {string} */ path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const folder = mkdtempSync(join(tmpdir(), 'gaige-picture-'));
const page = join(folder, 'page.html');
execFileSync(process.execPath, [
  at('bin/gaige.js'),
  'extract',
  at('seeds/work-report-review.txt'),
  '-q',
  '-o',
  page,
  '--lang',
  'zh',
]);
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const view = await browser.newPage({ viewport: { width: 1200, height: 600 } });
await view.goto(pathToFileURL(page).href);
for (let i = 0; i < 3; i++) await view.keyboard.press('j');
await view.waitForTimeout(300);
await view.screenshot({ path: at('docs/page.png') });
await browser.close();
rmSync(folder, { recursive: true });
