/** What `npm run build` puts into `dist/dictionary`. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileDictionary } from './compile-dictionary.ts';
import { DICTIONARY_FILES } from './dictionary.ts';
import { type DictionaryTerm, parseTerms } from './terms.ts';

const SOURCE_PACKAGE = '@node-rs/jieba';
const TERMS = fileURLToPath(new URL('../../rules/dictionary.txt', import.meta.url));

const require = createRequire(import.meta.url);
const readSource = (name: string): string => readFileSync(require.resolve(`${SOURCE_PACKAGE}/${name}`), 'utf8');

/** File name → content, the same for the same packages and rules. */
export function dictionaryFiles(): Record<string, string> {
  const words = compileDictionary(readSource('dict.txt'), readTerms());
  return {
    [DICTIONARY_FILES.words]: words,
    [DICTIONARY_FILES.weights]: weightsOf(words),
    [DICTIONARY_FILES.hmm]: `${'0 0 0 0\n'.repeat(5)}${'一:0\n'.repeat(4)}`,
    [DICTIONARY_FILES.user]: '\n',
    [DICTIONARY_FILES.idf]: '一 1\n',
    [DICTIONARY_FILES.stopWords]: '一\n',
    NOTICE: notice(),
  };
}

const readTerms = (): DictionaryTerm[] => (existsSync(TERMS) ? parseTerms(TERMS, readFileSync(TERMS, 'utf8')) : []);

/** Backends are given Han characters only, so words of others are never met. */
function weightsOf(words: string): string {
  const frequencies = words
    .trimEnd()
    .split('\n')
    .map((line) => Number(line.split(' ')[1]));
  const least = frequencies.reduce((a, b) => Math.min(a, b));
  const sum = frequencies.reduce((a, b) => a + b);
  return `least ${least} x\nrest ${sum - least} x\n`;
}

function notice(): string {
  const { version } = JSON.parse(readSource('package.json')) as { version: string };
  return `${DICTIONARY_FILES.words} is made from dict.txt of ${SOURCE_PACKAGE} ${version}: rare words are left out, frequencies are
multiplied by 1000 and told apart, and terms of gaige's rules are added. dict.txt is the dictionary of jieba
(https://github.com/fxsjy/jieba), Copyright (c) 2013 Sun Junyi, under the MIT license too.
The license of ${SOURCE_PACKAGE}:

${readSource('LICENSE').trim()}
`;
}
