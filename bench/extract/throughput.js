/**
 * The whole of extract against nodejieba's tag() alone, report by report in turn: with the dictionary that nodejieba comes with, and with
 * our smaller one.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { extractDocument } from '../../dist/pipeline.js';
import { cpuOf, equipment, loadDocuments, MEGABYTE, repeated, SIZE } from './corpus.js';

const { documents } = await loadDocuments();
const jieba = createRequire(import.meta.url)('nodejieba');
const tagger = fork(fileURLToPath(new URL('tagger.js', import.meta.url)));
const tagApart = async (text) => {
  tagger.send(text);
  return (await once(tagger, 'message'))[0];
};
const extract = (document) => JSON.stringify(extractDocument(document, equipment)).length;

for (const document of documents.slice(0, 30)) extract(document);
await tagApart(documents[0].text);

let [itsOwn, ours, whole] = [0, 0, 0];
for (const document of repeated(documents, SIZE)) {
  itsOwn += await tagApart(document.text);
  ours += cpuOf(() => jieba.tag(document.text));
  whole += cpuOf(() => extract(document));
}
tagger.disconnect();
const size = `${(SIZE / MEGABYTE).toFixed(0)} MB, one thread`;
console.log(
  `extract / nodejieba.tag, ${size}: ${(whole / itsOwn).toFixed(2)} (with our dictionary: ${(whole / ours).toFixed(2)})`,
);
