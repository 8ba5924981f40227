/**
 * The whole of extract against nodejieba's tag() alone, report by report in turn: with the dictionary that nodejieba comes with, and with
 * our smaller one.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { extractDocument } from '../../dist/pipeline/stages.js';
import { engine, loadDocuments, MEGABYTE, repeated, SIZE } from './corpus.js';
import { costOf } from './cost.js';

const { documents } = await loadDocuments();
const jieba = createRequire(import.meta.url)('nodejieba');
const tagger = fork(fileURLToPath(new URL('tagger.js', import.meta.url)));
const tagApart = async (text) => {
  tagger.send(text);
  return (await once(tagger, 'message'))[0];
};
const extract = (document) => JSON.stringify(extractDocument(document, engine)).length;

for (const document of documents.slice(0, 30)) extract(document);
await tagApart(documents[0].text);

const sums = { itsOwn: { time: 0, cpu: 0 }, ours: { time: 0, cpu: 0 }, whole: { time: 0, cpu: 0 } };
const add = (sum, { time, cpu }) => Object.assign(sum, { time: sum.time + time, cpu: sum.cpu + cpu });
for (const document of repeated(documents, SIZE)) {
  add(sums.itsOwn, await tagApart(document.text));
  add(
    sums.ours,
    costOf(() => jieba.tag(document.text)),
  );
  add(
    sums.whole,
    costOf(() => extract(document)),
  );
}
tagger.disconnect();
const { itsOwn, ours, whole } = sums;
const ratios = (what) =>
  `${(whole.time / what.time).toFixed(2)} by the clock, ${(whole.cpu / what.cpu).toFixed(2)} by work`;
console.log(`extract / nodejieba.tag, ${(SIZE / MEGABYTE).toFixed(0)} MB, one thread: ${ratios(itsOwn)}`);
console.log(`  where nodejieba has our smaller dictionary: ${ratios(ours)}`);
