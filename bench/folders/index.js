/**
 * What people do first: a process on a folder of reports, each in turn with one that only tags the same files, and with what else it is
 * measured by. Prints medians of ratios, by the clock and by work. Run after `npm run build`: node bench/folders/index.js [dense|thin|check|start ...]
 * GAIGE_BENCH_ROUNDS says how often, 5 by default; GAIGE_BENCH_TREE names another built tree that is measured in the same turns.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../extract/cost.js';
import { runProcess } from '../process.js';
import { BYTES, loadParagraphs, SORTS, writeFolder } from './reports.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TREES = [ROOT, process.env.GAIGE_BENCH_TREE].filter((tree) => tree !== undefined);
const ROUNDS = Number(process.env.GAIGE_BENCH_ROUNDS ?? 5);
const COUNTS = (process.env.GAIGE_BENCH_REPORTS ?? '1,31,124,496').split(',').map(Number);
const TAG = fileURLToPath(new URL('tag.js', import.meta.url));

const temporary = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
const env = { ...process.env, XDG_CACHE_HOME: join(temporary, 'caches') };
const run = (command) => (Array.isArray(command) ? runProcess(command, env) : runOther(command));

try {
  const { folder, documents } = await loadParagraphs();
  console.log(
    `reports of ${BYTES} bytes, from ${folder}; ${ROUNDS} rounds; median, and least and most, by the clock | by work`,
  );
  const asked = process.argv.slice(2);
  for (const sort of Object.keys(SORTS)) if (isAsked(asked, sort)) folders(documents, sort);
  if (isAsked(asked, 'start')) start();
  if (isAsked(asked, 'check')) check(documents);
} finally {
  rmSync(temporary, { recursive: true });
}

function isAsked(asked, part) {
  return asked.length === 0 || asked.includes(part);
}

/** `extract` with one worker and with two, against tagging. */
function folders(documents, sort) {
  for (const count of COUNTS) {
    const reports = join(temporary, `${sort}-${count}`);
    writeFolder(reports, documents, count, sort);
    const extract = (tree, jobs) => [
      join(tree, 'bin/gaige.js'),
      ...['extract', reports, '--jobs', String(jobs), '-q', '-o', join(temporary, 'found.ndjson')],
    ];
    const commands = new Map([['tag', [TAG, reports]]]);
    for (const [i, tree] of TREES.entries())
      for (const jobs of count > 1 ? [1, 2] : [1]) commands.set(`${i}, ${jobs}`, extract(tree, jobs));
    const rounds = inTurn(commands);
    for (const i of TREES.keys()) {
      const name = `${TREES.length > 1 ? `${TREES[i]}: ` : ''}${count} ${sort}`;
      told(`${name}, jobs 1 / tagging`, rounds, `${i}, 1`, 'tag');
      if (count > 1) told(`${name}, jobs 1 / jobs 2`, rounds, `${i}, 1`, `${i}, 2`);
    }
    if (TREES.length > 1) told(`${count} ${sort}, first tree / second`, rounds, '0, 1', '1, 1');
    rmSync(reports, { recursive: true });
  }
}

function start() {
  const seed = join(ROOT, 'seeds/press-release.txt');
  for (const tree of TREES) {
    const gaige = join(tree, 'bin/gaige.js');
    const rounds = inTurn(
      new Map([
        ['node -e 0', ['-e', '0']],
        ['--help', [gaige, '--help']],
        ['check, one report', [gaige, 'check', seed]],
        ['extract, one report', [gaige, 'extract', seed]],
      ]),
      3 * ROUNDS,
    );
    for (const name of ['--help', 'check, one report', 'extract, one report'])
      told(`${name} / node -e 0`, rounds, name, 'node -e 0');
  }
}

/** 1,000 clean reports against a search for the same characters in the same files. */
function check(documents) {
  const reports = join(temporary, 'check');
  writeFolder(
    reports,
    documents.map(withoutMasks).filter(({ length }) => length > 0),
    1000,
    'dense',
  );
  const rounds = inTurn(
    new Map([
      ['grep', { command: 'grep', argv: ['-rcE', '[*＊×Xx○□_]', reports] }],
      ...TREES.map((tree, i) => [`${i}`, [join(tree, 'bin/gaige.js'), 'check', reports, '--summary']]),
    ]),
  );
  for (const i of TREES.keys()) told(`check, 1,000 clean reports / grep`, rounds, `${i}`, 'grep');
}

/** What grep prints is read: where nobody does, it stops at the first match. */
function runOther({ command, argv }) {
  const begun = performance.now();
  const { error } = spawnSync(command, argv, {
    env: { ...env, LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (error) throw error;
  return { time: performance.now() - begun, cpu: Number.NaN };
}

function withoutMasks(document) {
  return document.filter(({ line }) => !/[*＊×Xx○□_]/.test(line));
}

function inTurn(commands, rounds = ROUNDS) {
  const results = [];
  for (let i = 0; i < rounds; i++) results.push(new Map([...commands].map(([name, command]) => [name, run(command)])));
  return results;
}

function told(name, rounds, one, other) {
  const by = (measure) => {
    const ratios = rounds.map((round) => round.get(one)[measure] / round.get(other)[measure]);
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  };
  const seconds = median(rounds.map((round) => round.get(one).time)) / 1000;
  console.log(`${name}: ${by('time')} | ${by('cpu')}, ${seconds.toFixed(2)} s`);
}
