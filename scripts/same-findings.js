/**
 * Tells whether this checkout finds what another one does, to the byte: what records say of their tool aside, since rules may be written
 * otherwise and mean the same. Both must be built. Exit code 1 and the first differences where they part.
 *
 *   node scripts/same-findings.js OTHER_CHECKOUT [PATH…]     paths: default ../shared/{corpus,seeds,gold/text}, seeds, fixtures
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const [other, ...given] = process.argv.slice(2);
if (other === undefined) throw new Error('name the other checkout');

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const defaults = ['../shared/corpus', '../shared/seeds', '../shared/gold/text', 'seeds', 'fixtures'];
const paths = (given.length > 0 ? given : defaults).filter((path) => existsSync(resolve(here, path)));

/** @param {string} checkout */
async function* recordsOf(checkout) {
  const args = [join(checkout, 'bin/gaige.js'), 'extract', ...paths, '--format', 'ndjson', '--include-text', '--quiet'];
  const child = spawn('node', args, { cwd: here, stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const { tool: _, schemaVersion: __, ...record } = JSON.parse(line);
    yield record;
  }
}

/**
 * The keys under which two values first part.
 * @param {any} a @param {any} b @returns {string}
 */
function difference(a, b, at = '') {
  const isObject = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
  if (!isObject) return `${at}: ${JSON.stringify(a)} here, ${JSON.stringify(b)} there`;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const key = keys.find((each) => JSON.stringify(a[each]) !== JSON.stringify(b[each]));
  return key === undefined ? `${at}: order of keys` : difference(a[key], b[key], `${at}/${key}`);
}

const [ours, theirs] = [recordsOf(here), recordsOf(resolve(other))];
let reports = 0;
let findings = 0;
let differing = 0;
for (;;) {
  const [mine, yours] = await Promise.all([ours.next(), theirs.next()]);
  if (mine.done || yours.done) {
    if (mine.done !== yours.done) differing++;
    break;
  }
  reports++;
  findings += mine.value.indicators.length + mine.value.placeholders.length;
  if (JSON.stringify(mine.value) === JSON.stringify(yours.value)) continue;
  differing++;
  if (differing <= 20) console.log(`${mine.value.report.path}${difference(mine.value, yours.value)}`);
}
console.log(`${reports} reports, ${findings} findings, ${differing} reports differ`);
process.exitCode = differing > 0 ? 1 : 0;
