/** The scoreboards in docs/accuracy.md are what the bench prints. Skipped only where there are no annotations. GAIGE_UPDATE=1 writes them anew. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const GOLD = '../shared/gold';
const DOCUMENT = 'docs/accuracy.md';
const REWRITE = `${DOCUMENT} shows other figures than these; write them with: GAIGE_UPDATE=1 npx vitest run test/accuracy.test.ts`;

/** In the order in which the bench prints them. */
const BOARDS = ['genres', 'seen and unseen'];

const boardIn = (name: string): RegExp => new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);

function printedBoards(): string[] {
  const env = { ...process.env, GAIGE_GOLD: GOLD };
  const printed = execFileSync('node', ['bench/accuracy/accuracy.js'], { encoding: 'utf8', env });
  return printed.split('\n\n').filter((block) => block.startsWith('|'));
}

test.skipIf(!existsSync(GOLD))('docs/accuracy.md shows the scoreboards', () => {
  const boards = printedBoards();
  expect(boards).toHaveLength(BOARDS.length);
  const document = readFileSync(DOCUMENT, 'utf8');
  for (const name of BOARDS) expect(document).toMatch(boardIn(name));
  const current = BOARDS.reduce(
    (text, name, i) => text.replace(boardIn(name), (_, head, tail) => `${head}\n${boards[i]}\n\n${tail}`),
    document,
  );
  if (process.env['GAIGE_UPDATE']) writeFileSync(DOCUMENT, current);
  else expect(document, REWRITE).toBe(current);
});
