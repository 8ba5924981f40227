/**
 * Writes the scoreboard by report and by field, in markdown: annotations from GAIGE_GOLD, else ../shared/gold.
 * Run after `npm run build`: node bench/accuracy/accuracy.js
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEngine } from '../../dist/engine/engine.js';
import { scoreFolder } from '../../dist/pipeline/score.js';
import { scoreboard } from '../../dist/score/index.js';

const folder = process.env.GAIGE_GOLD ?? fileURLToPath(new URL('../../../shared/gold', import.meta.url));
if (existsSync(folder)) await writeBoard();
else console.log(`no annotations in ${folder}; name a folder of them with GAIGE_GOLD`);

async function writeBoard() {
  const { engine } = await loadEngine();
  const scored = [];
  for await (const result of scoreFolder(folder, engine)) {
    if ('error' in result) throw result.error;
    scored.push(result);
  }
  const boards = [...scored.map(({ name, score }) => [name, scoreboard([score])])];
  boards.push(['all', scoreboard(scored.map(({ score }) => score))]);
  const fields = Object.keys(boards[0][1]);
  const row = (cells) => `| ${cells.join(' | ')} |`;
  console.log(row(['', ...boards.map(([name]) => name)]));
  console.log(row(['---', ...boards.map(() => '---:')]));
  for (const field of fields) console.log(row([field, ...boards.map(([, board]) => board[field].toFixed(1))]));

  const kinds = new Map();
  for (const { misses } of scored) for (const { what } of misses) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  console.log('\nwrong, by kind of error:');
  for (const [what, count] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(`- ${what}: ${count}`);
}
