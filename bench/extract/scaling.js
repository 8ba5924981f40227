/** 1, 2, 4 and 8 times the input, as more reports and as one long one: the cost of a megabyte must stay the same. */

import { decode } from '../../dist/decode/index.js';
import { extractDocument } from '../../dist/pipeline/stages.js';
import { cpuOf, engine, loadDocuments, MEGABYTE, repeated, SIZE } from './corpus.js';
import { median } from './cost.js';

const { documents } = await loadDocuments();
const FACTORS = [1, 2, 4, 8];
const base = Math.min(SIZE / 8, 2 * MEGABYTE);

const oneOf = (bytes) =>
  longOf(
    repeated(documents, bytes)
      .map((document) => document.text)
      .join('\n'),
  );

async function longOf(text) {
  const source = { path: 'long.txt', name: 'long.txt', bytes: Buffer.from(text) };
  for await (const document of decode(source, { boilerplate: engine.pack.boilerplate })) return [document];
}

async function measure(name, inputOf) {
  const costs = [];
  for (const factor of FACTORS) {
    const input = await inputOf(base * factor);
    const run = () =>
      cpuOf(() => {
        for (const document of input) extractDocument(document, engine);
      });
    costs.push(median([run(), run(), run()]) / factor);
  }
  console.log(
    `cost of a megabyte at 1, 2, 4, 8 × ${name}: ${costs.map((cost) => (cost / costs[0]).toFixed(2)).join(', ')}`,
  );
}

for (const document of documents.slice(0, 30)) extractDocument(document, engine);
await measure('the reports', async (bytes) => repeated(documents, bytes));
await measure('one report', oneOf);

/** What tables are made of, and little else. */
const TABLES = {
  tabs: '\t',
  bars: '|',
  'wide blanks': '  ',
  'rows of figures': '县区\t收入（万元）\t增速\n东岭\t12\t3\n西岭\t15\t4\n',
  'rows of heads': '县区\t收入\t增速\n',
  'aligned rows that lack cells': `${'头  '.repeat(100)}\n${`${'1  '.repeat(50)}\n`.repeat(20)}`,
  'a row without end': '12\t',
};
for (const [name, piece] of Object.entries(TABLES))
  await measure(name, (bytes) => longOf(piece.repeat(Math.ceil(bytes / 8 / piece.length))));
