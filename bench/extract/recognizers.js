/** Against Recognizers-Text: numbers with units only, on a small portion, since it takes a second for a report. */
import recognizersText from '@microsoft/recognizers-text';
import numberWithUnit from '@microsoft/recognizers-text-number-with-unit';
import { extractDocument } from '../../dist/pipeline/stages.js';
import { cpuOf, engine, loadDocuments } from './corpus.js';

const { NumberWithUnitRecognizer } = numberWithUnit;
const { Culture } = recognizersText;

const recognizer = new NumberWithUnitRecognizer(Culture.Chinese);
const models = [recognizer.getCurrencyModel(), recognizer.getDimensionModel()];

/** Characters: its time grows with the square of a paragraph, so it is given paragraphs as they are. */
const PORTION = 12_000;

const { documents } = await loadDocuments();
const paragraphs = [];
for (let i = 0, length = 0; length < PORTION; i++) {
  for (const paragraph of documents[i % documents.length].text.split('\n').slice(0, 20)) {
    if (length < PORTION && paragraph.trim() !== '') paragraphs.push(paragraph);
    length += paragraph.length;
  }
}
const text = paragraphs.join('\n');
const document = {
  ...documents[0],
  text,
  blocks: [{ span: { start: 0, end: text.length }, role: 'text', level: null }],
};
const theirs = cpuOf(() => {
  for (const paragraph of paragraphs) for (const model of models) model.parse(paragraph);
});
for (let i = 0; i < 5; i++) extractDocument(document, engine);
const TIMES = 20;
const ours = cpuOf(() => {
  for (let i = 0; i < TIMES; i++) JSON.stringify(extractDocument(document, engine));
});
console.log(
  `Recognizers-Text (money and dimensions only) / extract (all findings): ${(theirs / (ours / TIMES)).toFixed(0)}`,
);
