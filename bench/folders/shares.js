/**
 * Where the time of a folder of dense reports goes, stage by stage: for its first third, while code is being compiled, and for its last. One
 * thread; words are cut where `judge`, `naming` and `resolve` ask for them, and are part of those. Run after `npm run build`:
 * node bench/folders/shares.js [REPORTS]
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { haveV8Wait } from '../../bin/patience.js';
import { textDocument } from '../../dist/decode/index.js';
import { loadEngine } from '../../dist/engine/engine.js';
import { stages } from '../../dist/pipeline/stages.js';
import { loadParagraphs, writeFolder } from './reports.js';

const STAGES = [
  'document',
  'normalize',
  'structure',
  'lex',
  'judge',
  'naming',
  'domains',
  'resolve',
  'validate',
  'JSON',
];

const count = Number(process.argv[2] ?? 124);
const folder = mkdtempSync(join(tmpdir(), 'gaige-bench-'));
writeFolder(folder, (await loadParagraphs()).documents, count, 'dense');
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
rmSync(folder, { recursive: true });

haveV8Wait();
const begun = performance.now();
const { engine } = await loadEngine();
const loaded = performance.now() - begun;
const third = Math.ceil(count / 3);
const [cold, warm] = [texts.slice(0, third), texts.slice(third)].map((part) => part.map(timesOf));
console.log(
  `loading of rules and dictionary: as long as ${(loaded / meanOf(warm.slice(-third))).toFixed(0)} warm reports`,
);
for (const [name, part] of [
  ['first third', cold],
  ['last third', warm.slice(-third)],
]) {
  const sums = STAGES.map((_, i) => part.reduce((sum, times) => sum + times[i], 0));
  const all = sums.reduce((a, b) => a + b);
  const shares = STAGES.map((stage, i) => `${stage} ${((100 * sums[i]) / all).toFixed(0)}%`);
  console.log(`${name}, a report ${(meanOf(part) / meanOf(warm.slice(-third))).toFixed(1)}: ${shares.join(', ')}`);
}

function meanOf(part) {
  return part.flat().reduce((a, b) => a + b) / part.length;
}

function timesOf(bytes) {
  const times = [];
  const timed = (action) => {
    const start = performance.now();
    const made = action();
    times.push(performance.now() - start);
    return made;
  };
  const document = timed(() => textDocument('report.txt', bytes.toString(), engine.pack));
  const made = stages(document, engine);
  for (const stage of STAGES.slice(1, -1)) timed(() => made[stage]);
  timed(() => JSON.stringify(made.validate));
  return times;
}
