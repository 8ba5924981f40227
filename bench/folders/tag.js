/** Does what one would without gaige: loads nodejieba and tags each file of a folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const jieba = createRequire(import.meta.url)('nodejieba');
const folder = process.argv[2];
let words = 0;
for (const name of readdirSync(folder)) words += jieba.tag(readFileSync(join(folder, name), 'utf8')).length;
console.log(words);
