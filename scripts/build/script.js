/**
 * Writes what the text of a report is made normal by: which characters are of traditional script, with their simplified forms, and which
 * pairs of characters are words, which a line end may have cut.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILT } from '../../dist/built/places.js';
import { writeFolder } from './whole.js';

/** A rarer word is no evidence that a line end has cut one. */
const LEAST_FREQUENT = 20;

/**
 * A dictionary of OpenCC: entries parted by `|`, each a word and what it becomes.
 * @returns {Promise<string>}
 */
const dictionary = async (/** @type {string} */ name) => (await import(`opencc-js/dict/${name}`)).default;

const single = (/** @type {string} */ table) =>
  table.split('|').flatMap((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return from.length === 1 && to.length === 1 ? [/** @type {const} */ ([from, to])] : [];
  });

/** The characters that simplified script has itself: those of GB 2312. */
function ofSimplifiedScript() {
  const bytes = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new Set(new TextDecoder('gb18030').decode(new Uint8Array(bytes)));
}

const ordinary = ofSimplifiedScript();
const simplified = new Map(single(await dictionary('TSCharacters')).filter(([from, to]) => from !== to));
for (const [variant, from] of [
  ...single(await dictionary('TWVariantsRev')),
  ...single(await dictionary('HKVariantsRev')),
]) {
  if (!simplified.has(variant) && !ordinary.has(variant)) simplified.set(variant, simplified.get(from) ?? from);
}
const pairs = (/** @type {boolean} */ isOrdinary) =>
  [...simplified]
    .filter(([from]) => ordinary.has(from) === isOrdinary)
    .flat()
    .join('');

/** First characters, each with all that make a word with it. */
function words() {
  const terms = readFileSync(join(BUILT.dictionary, 'words.txt'), 'utf8');
  /** @type {Map<string, string>} */
  const seconds = new Map();
  for (const [, first = '', second = '', frequency] of terms.matchAll(/^(\p{sc=Han})(\p{sc=Han}) (\d+)/gmu)) {
    if (Number(frequency) >= LEAST_FREQUENT * 1000) seconds.set(first, (seconds.get(first) ?? '') + second);
  }
  return [...seconds].map(([first, others]) => first + others).join('\n');
}

const license = fileURLToPath(new URL('../../LICENSES/Apache-2.0.txt', import.meta.resolve('opencc-js')));
const notice = `variants.json is made from the dictionaries TSCharacters, TWVariantsRev and HKVariantsRev of OpenCC (https://github.com/BYVoid/OpenCC),
as opencc-js has them, under the license below: pairs of single characters alone, parted by whether GB 2312 has the first.
words.txt is made from the dictionary of jieba; see NOTICE in the folder dictionary.

${readFileSync(license, 'utf8')}`;

writeFolder(BUILT.script, {
  'variants.json': JSON.stringify({ traditional: pairs(false), either: pairs(true) }),
  'words.txt': words(),
  NOTICE: notice,
});
