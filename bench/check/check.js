/**
 * What `gaige check` costs, as ratios within one run: 1,000 reports, masks in some, to grep over the same files,
 * and hostile files to half of them. What one report takes, and clean ones alone, `bench/folders` tells. Run after `npm run build`: node bench/check/check.js
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BINARY = join(ROOT, 'bin/gaige.js');
const REPORTS = 1000;
const BYTES = 20_000;
/** One report in so many has masks left in it. */
const MASKED_EVERY = 10;

const folder = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
try {
  batch();
  hostile();
} finally {
  rmSync(folder, { recursive: true });
}

function batch() {
  const reports = join(folder, 'reports');
  mkdirSync(reports);
  const seeds = readdirSync(join(ROOT, 'seeds')).filter((name) => name.endsWith('.txt'));
  const linesOf = (names) => names.flatMap((name) => readFileSync(join(ROOT, 'seeds', name), 'utf8').split('\n'));
  const clean = linesOf(seeds.filter((name) => !name.startsWith('masked')));
  const masked = linesOf(seeds.filter((name) => name.startsWith('masked')));
  let size = 0;
  for (let i = 0; i < REPORTS; i++) {
    const text = fill(i % MASKED_EVERY === 0 ? masked : clean, i);
    size += Buffer.byteLength(text);
    writeFileSync(join(reports, `${String(i).padStart(4, '0')}.txt`), text);
  }
  const check = () => gaige('check', reports, '--summary');
  const grep = () => run('grep', ['-rc', '[*＊×Xx○□_]', reports], { LC_ALL: 'C.UTF-8' });
  const times = inTurn([check, grep], 5);
  console.log(`${REPORTS} reports, ${(size / 1e6).toFixed(1)} MB: ${told(times, 'grep -c')}`);
}

/** Lines from somewhere on, until the report is long enough. */
function fill(lines, from) {
  let text = '';
  for (let i = from; Buffer.byteLength(text) < BYTES; i++) text += `${lines[i % lines.length]}\n`;
  return text;
}

/** Twice as much should take about twice as long. */
function hostile() {
  const MB = 1_000_000;
  const files = {
    '100 MB on one line': (share) => '深化改革推进高质量发展，'.repeat((share * 100 * MB) / 36),
    'without a comma': (share) => '改革'.repeat((share * 30 * MB) / 6),
    'a million masks': (share) => '新增企业*家，'.repeat(share * MB),
    'a million masks without a word': (share) => '*、'.repeat(share * MB),
    'a run of ten million stars': (share) => '*'.repeat(share * 10 * MB),
    'brackets that never close': (share) => '（待'.repeat(share * 3 * MB),
    'ten million NULs': (share) => '\0'.repeat(share * 10 * MB),
  };
  for (const [name, make] of Object.entries(files)) {
    const [half, whole] = [0.5, 1].map((share) => {
      const path = join(folder, `${share}.txt`);
      writeFileSync(path, make(share));
      const { seconds, code, peak } = gaige('check', path, '--format', 'ndjson', '-o', join(folder, 'out.ndjson'));
      return { seconds, code, peak };
    });
    const ratio = (whole.seconds / half.seconds).toFixed(1);
    console.log(`${name}: ${whole.seconds.toFixed(1)} s, ${ratio} × half of it, ${whole.peak} MB, exit ${whole.code}`);
  }
}

function gaige(...argv) {
  return run(process.execPath, [BINARY, ...argv]);
}

/** Wall time, and the peak of memory where GNU time is there to tell it. What is printed is read: where nobody does, grep stops at a match. */
function run(command, argv, env = {}) {
  const start = process.hrtime.bigint();
  const { status, stderr, error } = spawnSync('/usr/bin/time', ['-f', 'peak %M', command, ...argv], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (error) throw error;
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peak = Math.round(Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024);
  return { seconds, peak, code: status };
}

/** Medians of both, run in turn so that a busy machine is busy for both. */
function inTurn(tasks, rounds) {
  const seconds = tasks.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, task] of tasks.entries()) {
      const result = task();
      if (round >= 0) seconds[i].push(result.seconds);
    }
  }
  return seconds.map((all) => all.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
}

function told([ours, theirs], name) {
  return `${ours.toFixed(2)} s, ${(ours / theirs).toFixed(1)} × ${name} (${theirs.toFixed(3)} s)`;
}
