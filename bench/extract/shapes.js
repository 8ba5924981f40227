/** Hostile shapes at 1, 2 and 4 times the size: blanks, tabs, bars, short and wrapped lines. Twice the text may cost at most 2.4 times as much. */

import { decode } from '../../dist/decode/index.js';
import { extractDocument } from '../../dist/pipeline/stages.js';
import { cpuOf, engine } from './corpus.js';

const BASE = 100_000;
const PROSE = '全年新增就业三千二百人，改造老旧小区十四个，新修渠道二十六公里，群众办事少跑了路。';

/** @type {Record<string, (size: number) => string>} */
const SHAPES = {
  blanks: (size) => `新建${' '.repeat(size)}12所`,
  'blanks between digits': (size) => '1 '.repeat(size / 2),
  'blank lines': (size) => '新建12所\n\n\n\n'.repeat(size / 9),
  tabs: (size) => '12\t'.repeat(size / 3),
  'rows of tabs': (size) => '工业\t12\t34%\n'.repeat(size / 10),
  bars: (size) => '|12'.repeat(size / 3),
  'rows of bars': (size) => '| 工业 | 12 | 34% |\n'.repeat(size / 18),
  'aligned rows': (size) => '工业    12    34%\n'.repeat(size / 15),
  'zero width': (size) => '1\u200b'.repeat(size / 2),
  'short lines': (size) => '新建学校12所\n'.repeat(size / 8),
  'lines of all widths': (size) => {
    const lines = [];
    for (let length = 0, i = 0; length < size; length += (lines.at(-1)?.length ?? 0) + 1, i++)
      lines.push(PROSE.repeat(4).slice(0, 20 + ((i * 37) % 140)));
    return lines.join('\n');
  },
  'wrapped lines': (size) => PROSE.repeat(size / PROSE.length).replace(/.{30}/g, '$&\n'),
  'wrapped lines, a tab in some': (size) =>
    `${PROSE.repeat(8).replace(/.{30}/g, '$&\n')}工业\t12\t34%\t工业增加值\t${'一'.repeat(14)}\n`.repeat(size / 370),
  'wrapped rows': (size) =>
    `${PROSE.slice(0, 30)}\n工业增加值\t十二亿元\t增长百分之八\t增速居全县第一位\n完成\n`.repeat(size / 65),
  'wrapped bylines': (size) => `来源：云岭日报　发布时间：2023-01-02　作者：某\n某　浏览：12\n`.repeat(size / 40),
  'masks of a letter': (size) => '<x'.repeat(size / 2),
  'masks of stars': (size) => '*件'.repeat(size / 2),
  'numbers without an end': (size) => '5'.repeat(size),
  'numerals without an end': (size) => '万亿'.repeat(size / 2),
  'one sentence': (size) => '新建学校12所，'.repeat(size / 8),
  'opened brackets': (size) => '（增长5%'.repeat(size / 5),
  'opened quotes': (size) => '“改革'.repeat(size / 3),
  headings: (size) => '一、改革\n'.repeat(size / 5),
  'page numbers': (size) => `${PROSE.slice(0, 30)}\n— 3 —\n`.repeat(size / 37),
};

const MOST = 2.4;
/** Less work than this is noise. */
const LEAST = 100;

/** Milliseconds of work. @param {string} text */
async function costOf(text) {
  const source = { path: 'shape.txt', name: 'shape.txt', bytes: Buffer.from(text) };
  let cost = 0;
  for await (const document of decode(source, { boilerplate: engine.pack.boilerplate }))
    if (!('error' in document)) cost += cpuOf(() => extractDocument(document, engine));
  return cost;
}

/** The greatest of what each size costs, times the one before. @param {readonly number[]} costs */
const growthOf = (costs) => Math.max(...costs.slice(1).map((cost, i) => cost / Math.max(costs[i] ?? 0, LEAST)));

let worst = 0;
for (const [name, shape] of Object.entries(SHAPES)) {
  const texts = [1, 2, 4].map((factor) => shape(BASE * factor));
  const costs = texts.map(() => Number.POSITIVE_INFINITY);
  // What a busy machine makes dear is looked at again: the least counts.
  for (let run = 0; run < 2 || (run < 6 && growthOf(costs) > MOST); run++)
    for (const [i, text] of texts.entries()) costs[i] = Math.min(costs[i] ?? 0, await costOf(text));
  worst = Math.max(worst, growthOf(costs));
  console.log(`${name}: ${costs.map((cost) => `${cost.toFixed(0)} ms`).join(', ')}; ${growthOf(costs).toFixed(2)}`);
}
console.log(`${Object.keys(SHAPES).length} shapes of 100 to 400 KB; worst ${worst.toFixed(2)} per doubling`);
if (worst > MOST) process.exitCode = 1;
