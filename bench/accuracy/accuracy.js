/**
 * Writes two scoreboards in markdown, by genre, and by whether rules were made in sight of the text: annotations from GAIGE_GOLD, else ../shared/gold.
 * Run after `npm run build`: node bench/accuracy/accuracy.js
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEngine } from '../../dist/engine/engine.js';
import { scoreFolder } from '../../dist/pipeline/score.js';
import { scoreboard } from '../../dist/score/index.js';
import { GENRES, genreOf, sightOf } from './genres.js';

const SIGHTS = ['seen', 'unseen'];
const SIGHT_FIELDS = ['rows', 'name', 'kind', 'status', 'time', 'basis', 'concept', 'domains.top', 'metadata'];

/** How much of it is annotated: of nothing, nothing can be told. */
const ANNOTATED = {
  topic: ({ topic }) => topic.of,
  time: ({ time }) => time.of,
  basis: ({ basis }) => basis.of,
  concept: ({ concept }) => concept.gold + concept.found,
  placeholders: ({ placeholders }) => placeholders.gold + placeholders.found,
  sections: ({ sections }) => sections.gold,
  domains: ({ domains }) => domains.of,
  metadata: ({ metadata }) => metadata.of,
};

async function writeBoards() {
  const scored = await scoreAll();
  const columns = [...grouped(scored, GENRES, genreOf), column('all', scored)];
  writeBoard(columns, Object.keys(columns[0].board));
  writeBoard(grouped(scored, SIGHTS, sightOf), SIGHT_FIELDS);
  writeKinds(scored);
}

async function scoreAll() {
  const { engine } = await loadEngine();
  const scored = [];
  for await (const result of scoreFolder(folder, engine)) {
    if ('error' in result) throw result.error;
    scored.push(result);
  }
  return scored;
}

/** A column for each group that holds a report. */
const grouped = (scored, groups, groupOf) =>
  groups
    .map((group) => [group, scored.filter(({ name }) => groupOf(name) === group)])
    .filter(([, reports]) => reports.length > 0)
    .map(([group, reports]) => column(group, reports));

function column(title, reports) {
  const scores = reports.map(({ score }) => score);
  return { title, scores, board: scoreboard(scores) };
}

function writeBoard(columns, fields) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  console.log(row(['', ...columns.map(({ title }) => title)]));
  console.log(row(['---', ...columns.map(() => '---:')]));
  console.log(row(['reports', ...columns.map(({ scores }) => scores.length)]));
  for (const field of fields) console.log(row([field, ...columns.map((column) => cell(column, field))]));
  console.log();
}

function cell({ scores, board }, field) {
  const amount = ANNOTATED[field.split('.')[0]];
  return !amount || scores.some((score) => amount(score) > 0) ? board[field].toFixed(1) : '–';
}

function writeKinds(scored) {
  const kinds = new Map();
  for (const { misses } of scored) for (const { what } of misses) kinds.set(what, (kinds.get(what) ?? 0) + 1);
  console.log('wrong, by kind of error:');
  for (const [what, count] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(`- ${what}: ${count}`);
}

const folder = process.env.GAIGE_GOLD ?? fileURLToPath(new URL('../../../shared/gold', import.meta.url));
if (existsSync(folder)) await writeBoards();
else console.log(`no annotations in ${folder}; name a folder of them with GAIGE_GOLD`);
