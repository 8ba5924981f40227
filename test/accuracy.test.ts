/** The scoreboard in docs/accuracy.md is what the bench prints. Skipped without the annotations it shows. GAIGE_UPDATE=1 writes it anew. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const GOLD = '../shared/gold';
const DOCUMENT = 'docs/accuracy.md';
const BOARD = /(<!-- scoreboard -->\n)[\s\S]*?(<!-- \/scoreboard -->)/;

/** Another folder of annotations has another scoreboard. */
function isShown(): boolean {
  const shown = /^\| {2}\| (.*) \| all \|$/m.exec(readFileSync(DOCUMENT, 'utf8'))?.[1]?.split(' | ') ?? [];
  const found = existsSync(GOLD) ? readdirSync(GOLD).filter((name) => name.endsWith('.json')) : [];
  return found.sort().join() === shown.map((name) => `${name}.json`).join();
}

test.skipIf(!isShown())('docs/accuracy.md shows the scoreboard', () => {
  const env = { ...process.env, GAIGE_GOLD: GOLD };
  const printed = execFileSync('node', ['bench/accuracy/accuracy.js'], { encoding: 'utf8', env });
  const table = printed.split('\n').filter((line) => line.startsWith('|'));
  const document = readFileSync(DOCUMENT, 'utf8');
  const current = document.replace(BOARD, `$1\n${table.join('\n')}\n\n$2`);
  if (process.env['GAIGE_UPDATE']) writeFileSync(DOCUMENT, current);
  else expect(document).toBe(current);
});
