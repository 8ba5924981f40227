/**
 * What `gaige table` and `gaige track` cost: memory at 20,000 reports beside 1,000, of reports and of records, and megabytes of records a second.
 * Run after `npm run build`: node bench/table/table.js [records] [reports]
 */
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from '../process.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GAIGE = join(ROOT, 'bin/gaige.js');
const FEW = 1000;
const MANY = 20_000;
const MEGABYTE = 1024 * 1024;

/** Of each report: little, since it is memory that is measured. */
const CHARACTERS = 600;

/** Of as many places, each with as many years, as there are reports. */
const YEARS = 20;
const placeOf = (i) => `青禾${Math.floor(i / YEARS)}县`;
const yearOf = (i) => 2006 + (i % YEARS);

const folder = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
try {
  const asked = process.argv.slice(2);
  if (asked.length === 0 || asked.includes('records')) records();
  if (asked.length === 0 || asked.includes('reports')) reports();
} finally {
  rmSync(folder, { recursive: true });
}

/** Records of the seeds, again and again, each of a place and year of its own. */
function records() {
  const found = join(folder, 'seeds.ndjson');
  runProcess([GAIGE, 'extract', join(ROOT, 'seeds'), '--include-text', '-q', '-o', found]);
  const lines = readFileSync(found, 'utf8').trim().split('\n');
  const peaks = [FEW, MANY].map((count) => {
    const path = join(folder, `${count}.ndjson`);
    writeRecords(path, lines, count);
    const megabytes = statSync(path).size / MEGABYTE;
    const cells = join(folder, 'cells.csv');
    const long = runProcess([GAIGE, 'table', path, '--long', '-q', '-o', cells]);
    const wide = runProcess([GAIGE, 'table', path, '-q', '-o', cells]);
    const one = runProcess([GAIGE, 'table', path, '--concept', 'gdp', '-q', '-o', cells]);
    rmSync(path);
    const rates = Object.entries({ long, wide, one }).map(
      ([name, { time, cpu, rss }]) =>
        `${name} ${rate(megabytes, time)} MB/s by the clock, ${rate(megabytes, cpu)} of work, peak ${rss.toFixed(0)} MB`,
    );
    console.log(`${count} records, ${megabytes.toFixed(0)} MB: ${rates.join('; ')}`);
    return { long, wide, one };
  });
  const ratios = Object.keys(peaks[0]).map((name) => `${name} ${(peaks[1][name].rss / peaks[0][name].rss).toFixed(2)}`);
  console.log(`memory at ${MANY} records / at ${FEW}: ${ratios.join(', ')}`);
}

function rate(megabytes, milliseconds) {
  return ((1000 * megabytes) / milliseconds).toFixed(0);
}

function writeRecords(path, lines, count) {
  const file = openSync(path, 'w');
  for (let i = 0; i < count; i++) {
    const record = JSON.parse(lines[i % lines.length]);
    const shift = yearOf(i) - (record.report.year ?? 2020);
    const moved = (time) => time && { from: later(time.from, shift), to: later(time.to, shift) };
    record.report = { ...record.report, path: `${i}-${record.report.path}`, region: placeOf(i), year: yearOf(i) };
    record.indicators = record.indicators.map((each) => ({ ...each, time: moved(each.time) }));
    writeSync(file, `${JSON.stringify(record)}\n`);
  }
  closeSync(file);
}

function later(date, years) {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
}

/** The seeds as reports on the work of a place in a year. */
function reports() {
  const texts = readdirSync(join(ROOT, 'seeds'))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(join(ROOT, 'seeds', name), 'utf8').slice(0, CHARACTERS));
  const peaks = [FEW, MANY].map((count) => {
    const path = join(folder, `of-${count}`);
    mkdirSync(path);
    for (let i = 0; i < count; i++) {
      const title = `${yearOf(i) + 1}年${placeOf(i)}政府工作报告`;
      writeFileSync(join(path, `${i}.txt`), `${title}\n\n一、${yearOf(i)}年工作回顾\n\n${texts[i % texts.length]}`);
    }
    const { rss, time } = runProcess([
      GAIGE,
      'table',
      path,
      '--long',
      '--jobs',
      '2',
      '-q',
      '-o',
      join(folder, 'cells.csv'),
    ]);
    rmSync(path, { recursive: true });
    console.log(`${count} reports: ${((1000 * count) / time).toFixed(0)} a second, peak ${rss.toFixed(0)} MB`);
    return rss;
  });
  console.log(`memory at ${MANY} reports / at ${FEW}: ${(peaks[1] / peaks[0]).toFixed(2)}`);
}
