/** One thread against two over the same folder, best of three. Start-up is left out: what each thread does until its code is compiled. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '../../dist/batch/pool.js';
import { runTasks } from '../../dist/batch/run.js';
import { engine, loadDocuments, SIZE, writeReports } from './corpus.js';

const folder = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
const { documents } = await loadDocuments();
const LENGTH = 8000;
const STARTING = 250;
const COUNT = Math.ceil(SIZE / (LENGTH * 2.8));
writeReports(folder, documents, COUNT, LENGTH);
const tasks = Array.from({ length: COUNT }, (_, i) => `${String(i).padStart(6, '0')}.txt`).map((name) => ({
  path: join(folder, name),
  name,
}));
const settings = {
  rules: [],
  segmenter: null,
  includeText: false,
  decode: {},
  emission: {
    format: 'ndjson',
    tables: ['indicators'],
    select: null,
    header: 'en',
    language: 'en',
    colour: false,
    lineWidth: null,
  },
  tool: engine.tool,
  cache: null,
};
const signal = new AbortController().signal;

async function* each(some) {
  yield* some;
}

async function timed(jobs) {
  const pool = await openPool(settings, jobs, null);
  const context = { settings, pool, boilerplate: engine.pack.boilerplate, signal };
  const run = async (some) => {
    let bytes = 0;
    for await (const { items } of runTasks(each(some), context))
      for (const { pieces } of items) bytes += pieces[0].length;
    return bytes;
  };
  await run(tasks.slice(0, STARTING * jobs));
  const begun = performance.now();
  await run(tasks);
  const time = performance.now() - begun;
  await pool.close();
  return time;
}

const ratios = [];
for (let i = 0; i < 3; i++) ratios.push((await timed(1)) / (await timed(2)));
const [best, ...others] = ratios.sort((a, b) => b - a).map((ratio) => ratio.toFixed(2));
console.log(`two workers against one, best of three: ${best} × as fast (the others: ${others.join(', ')})`);
rmSync(folder, { recursive: true });
