/** Tags what it is sent with nodejieba and its own dictionary, and answers with what that cost. Apart, since nodejieba holds one dictionary a process. */
import { createRequire } from 'node:module';
import { costOf } from './cost.js';

const jieba = createRequire(import.meta.url)('nodejieba');
jieba.tag('改革');

process.on('message', (text) => {
  process.send(costOf(() => jieba.tag(text)));
});
