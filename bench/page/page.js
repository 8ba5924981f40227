/**
 * What pages cost: the size of one of 20,000 characters with 300 findings, how long it takes in a browser until it can be used and until it
 * is filtered, the same of a report of 2 MB and of an index of 500 reports; pages written a second; memory at 5,000 reports beside 500.
 * Run after `npm run build`: node bench/page/page.js [one] [long] [index] [rate] [memory]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { runProcess } from '../process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GAIGE = join(ROOT, 'bin/gaige.js');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const RUNS = 5;

const folder = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
const asked = process.argv.slice(2);
const isAsked = (/** @type {string} */ part) => asked.length === 0 || asked.includes(part);
try {
  if (isAsked('one')) await measure('20,000 characters, 300 findings', onePage(20_000, 300));
  if (isAsked('long')) await measure('2 MB', onePage(700_000, 14_000));
  if (isAsked('index')) await measure('index of 500 reports', index(500));
  if (isAsked('rate')) rate(300);
  if (isAsked('memory')) memory();
} finally {
  rmSync(folder, { recursive: true });
}

/** A work report of so many characters, with so many findings: sentences with a figure each among those without. */
function report(characters, findings, seed = 0) {
  const plain = '坚持稳中求进工作总基调，统筹发展和安全，把改革一件一件落到实处。';
  const parts = ['政府工作报告'];
  const each = Math.floor(characters / findings);
  for (let i = 0; i < findings; i++) {
    if (i % 25 === 0) parts.push(`\n${'一二三四五六七八九'[(i / 25) % 9]}、第${i / 25 + 1}部分工作\n`);
    const figure = i % 10 === 9 ? `建成项目*个。` : `新增企业${((seed * 7 + i * 13) % 900) + 10}家。`;
    parts.push(figure, plain.repeat(Math.ceil(each / plain.length)).slice(0, Math.max(0, each - figure.length)));
    if (i % 5 === 4) parts.push('\n');
  }
  return parts.join('');
}

function onePage(characters, findings) {
  const path = join(folder, `${characters}.txt`);
  writeFileSync(path, report(characters, findings));
  const page = join(folder, `${characters}.html`);
  runProcess([GAIGE, 'extract', path, '-q', '-o', page]);
  return page;
}

function writeReports(count) {
  const input = join(folder, `in-${count}`);
  mkdirSync(input);
  for (let i = 0; i < count; i++) writeFileSync(join(input, `${String(i).padStart(5, '0')}.txt`), report(5000, 75, i));
  return input;
}

function index(count) {
  const output = join(folder, `out-${count}`);
  runProcess([GAIGE, 'extract', writeReports(count), '-q', '--format', 'html', '-o', `${output}/`]);
  return join(output, 'index.html');
}

/** Milliseconds, the best of some runs: others use the machine too. */
async function measure(name, file) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  const ready = [];
  const filtered = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    ready.push(await page.evaluate("performance.getEntriesByName('gaige:ready')[0].startTime"));
    if (file.endsWith('index.html')) await page.click('.tabs button >> nth=1');
    // From the key to what is seen: style and layout are part of it.
    filtered.push(
      await page.evaluate(`(() => {
      const input = document.getElementById('search');
      const begun = performance.now();
      input.value = '企业2';
      input.dispatchEvent(new Event('input'));
      document.body.getBoundingClientRect();
      return performance.now() - begun;
    })()`),
    );
    await page.close();
  }
  await browser.close();
  const kilobytes = (statSync(file).size / 1000).toFixed(0);
  const data = /id="report">(.*)<\/script>/.exec(readFileSync(file, 'utf8'))?.[1];
  const count =
    data === undefined ? '' : `, ${JSON.parse(data).indicators.length + JSON.parse(data).placeholders.length} findings`;
  console.log(
    `${name}: ${kilobytes} kB${count}, usable after ${Math.min(...ready).toFixed(0)} ms, filtered in ${Math.min(...filtered).toFixed(0)} ms`,
  );
}

function rate(count) {
  const input = writeReports(count);
  const begun = (format) =>
    runProcess([GAIGE, 'extract', input, '-q', '--format', format, '-o', `${join(folder, format)}/`]);
  const pages = begun('html');
  const records = begun('ndjson');
  // By the processor's work on two cores, which others that use the machine do not change; the start is part of it.
  const ofCores = ({ cpu }) => (2 * count) / (cpu / 1000);
  console.log(
    `${count} pages of 5,000 characters: ${ofCores(pages).toFixed(0)} a second on two cores (${(count / (pages.time / 1000)).toFixed(0)} by the clock); records ${ofCores(records).toFixed(0)} (${(count / (records.time / 1000)).toFixed(0)})`,
  );
}

function memory() {
  const peaks = [500, 5000].map((count) => {
    const input = writeReports(count);
    const { rss } = runProcess([
      GAIGE,
      'extract',
      input,
      '-q',
      '--format',
      'html',
      '-o',
      `${join(folder, `m-${count}`)}/`,
    ]);
    rmSync(input, { recursive: true });
    return rss;
  });
  console.log(`memory: ${peaks.map((peak) => `${peak.toFixed(0)} MB`).join(' at 500 reports, ')} at 5,000`);
}
