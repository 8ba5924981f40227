/** 1, 2, 4 and 8 times the input, as more reports and as one long one: the cost of a megabyte must stay the same. */

import { decode } from '../../dist/decode/index.js';
import { extractDocument } from '../../dist/pipeline/stages.js';
import { cpuOf, engine, loadDocuments, MEGABYTE, median, repeated, SIZE } from './corpus.js';

const { documents } = await loadDocuments();
const FACTORS = [1, 2, 4, 8];
const base = Math.min(SIZE / 8, 2 * MEGABYTE);

async function oneOf(bytes) {
  const text = repeated(documents, bytes)
    .map((document) => document.text)
    .join('\n');
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
