/** A text whose lines end at a width against the same text in paragraphs: read and extracted in turn, some reports at a time. */
import { decode } from '../../dist/decode/index.js';
import { extractDocument } from '../../dist/pipeline/stages.js';
import { engine, loadDocuments, MEGABYTE, repeated, SIZE } from './corpus.js';
import { median } from './cost.js';

/** In characters. */
const WIDTHS = [20, 28, 36, 44, 52, 60];
/** One report alone is too little for the clock that work is told by. */
const PORTION = MEGABYTE / 4;
const ROUNDS = 3;

/** @type {(keyof Copies)[]} */
const KINDS = ['whole', 'cut'];

/** @typedef {{ whole: Buffer, cut: Buffer }} Copies */

/** @param {string} text @param {number} width */
const wrapped = (text, width) =>
  text
    .split('\n')
    .map((line) => line.match(new RegExp(`.{1,${width}}`, 'gsu'))?.join('\n') ?? '')
    .join('\n');

/** @param {Buffer} bytes */
async function extract(bytes) {
  for await (const document of decode(
    { path: 'a.txt', name: 'a.txt', bytes },
    { boilerplate: engine.pack.boilerplate },
  ))
    if (!('error' in document)) JSON.stringify(extractDocument(document, engine));
}

/** Milliseconds of work. @param {Copies[]} portion @param {keyof Copies} which */
async function costOf(portion, which) {
  const before = process.cpuUsage();
  for (const copies of portion) await extract(copies[which]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const { documents } = await loadDocuments();
/** @type {Copies[][]} */
const portions = [[]];
let size = 0;
for (const [i, { text }] of repeated(documents, SIZE / 5).entries()) {
  portions.at(-1)?.push({ whole: Buffer.from(text), cut: Buffer.from(wrapped(text, WIDTHS[i % WIDTHS.length] ?? 0)) });
  size += Buffer.byteLength(text);
  if (size < PORTION) continue;
  portions.push([]);
  size = 0;
}
portions.pop();
for (const portion of portions.slice(0, 4)) for (const which of KINDS) await costOf(portion, which);

const ratios = [];
for (let round = 0; round < ROUNDS; round++)
  for (const [i, portion] of portions.entries()) {
    const cost = { whole: 0, cut: 0 };
    for (const which of (i + round) % 2 === 0 ? KINDS : KINDS.toReversed()) cost[which] = await costOf(portion, which);
    ratios.push(cost.cut / cost.whole);
  }
console.log(`extract of texts cut at a width / of whole ones, by work: ${median(ratios).toFixed(3)}`);
