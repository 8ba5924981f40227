/** Whole processes: memory, and what is kept from one run to the next. What they take to start, `bench/folders` tells. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../process.js';
import { loadDocuments, MEGABYTE, ROOT, SIZE, writeReports } from './corpus.js';
import { median } from './cost.js';

const folder = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
const { documents } = await loadDocuments();
const GAIGE = join(ROOT, 'bin/gaige.js');
const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'caches') };

const run = (...argv) => runProcess(argv, env);

function memory() {
  const [few, many] = [1000, Math.max(2000, Math.round(1000 * (SIZE / MEGABYTE)))];
  const peak = (count) => {
    const reports = join(folder, `of-${count}`);
    writeReports(reports, documents, count, 3000);
    const { rss } = run(GAIGE, 'extract', reports, '--jobs', '2', '-q', '-o', join(folder, 'found.ndjson'));
    rmSync(reports, { recursive: true });
    return rss;
  };
  const [a, b] = [peak(few), peak(many)];
  console.log(`memory at ${many} reports / at ${few}, two workers: ${(b / a).toFixed(2)} (peak ${b.toFixed(0)} MB)`);
  const long = join(folder, 'long.txt');
  const texts = [];
  for (let i = 0, size = 0; size < 2.5 * SIZE; i++) {
    texts.push(documents[i % documents.length].text);
    size += Buffer.byteLength(texts.at(-1));
  }
  writeFileSync(long, texts.join('\n'));
  const { rss } = run(GAIGE, 'extract', long, '-q', '-o', join(folder, 'found.ndjson'));
  console.log(`one report of ${((2.5 * SIZE) / MEGABYTE).toFixed(0)} MB: peak ${rss.toFixed(0)} MB`);
}

function rerun() {
  const reports = join(folder, 'reports');
  writeReports(reports, documents, Math.ceil(SIZE / (8000 * 2.8)), 8000);
  const argv = [GAIGE, 'extract', reports, '--cache', '-q', '-o', join(folder, 'found.ndjson')];
  const first = run(...argv);
  const again = median([run(...argv), run(...argv), run(...argv)].map(({ time }) => time));
  console.log(`a folder for the first time / unchanged, with --cache: ${(first.time / again).toFixed(1)}`);
}

rerun();
memory();
rmSync(folder, { recursive: true });
