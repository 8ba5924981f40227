import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILT } from '../../src/built/places.ts';
import { GaigeError } from '../../src/model/error.ts';
import { compileDictionary } from '../../src/segment/compile-dictionary.ts';
import { dictionaryFiles } from '../../src/segment/dictionary-files.ts';
import { findTag } from '../../src/segment/tagger.ts';
import { parseTerms } from '../../src/segment/terms.ts';

/** word frequency tag, as jieba has them. */
const SOURCE = `改革 300 v
改 100 v
革 5 v
革命 60 vn
企业 400 n
企 20 v
业 30 n
高 200 a
高新 12 nz
A股 900 n
稀罕 3 a
`;

/** The compiled lines without the fractions of an occurrence. */
const compiled = (terms = '', least = 10) =>
  compileDictionary(SOURCE, parseTerms('terms.txt', terms), least)
    .trim()
    .split('\n')
    .map((line) => line.replace(/(\d+)\d{3} /, '$1 '));

describe('the compiled dictionary', () => {
  test('leaves out rare words and words with other characters, but no character of a word it keeps', () => {
    expect(compiled()).toEqual([
      '业 30 n',
      '企 20 v',
      '企业 400 n',
      '命 1 x',
      '改 100 v',
      '改革 300 v',
      '新 1 x',
      '革 5 v',
      '革命 60 vn',
      '高 200 a',
      '高新 12 nz',
    ]);
  });

  test.each([
    ['企业 500 nt', '企业 500 nt'],
    ['企业 v', '企业 400 v'],
    ['稀罕', '稀罕 10 n'],
    ['高新企业 50 nz', '高新企业 50 nz'],
    // Rarely side by side, so the least frequency will do.
    ['高新企业', '高新企业 10 n'],
    // 改革 and 企业 are common: 300 × 400 / 1122 times side by side by chance.
    ['改革企业', '改革企业 107 n'],
    ['# a remark\n\n  高新企业 50 nz  ', '高新企业 50 nz'],
  ])('takes the term %s', (term, line) => {
    expect(compiled(term)).toContain(line);
  });

  test('is the same whatever the order of terms', () => {
    expect(compiled('高新企业\n改革企业')).toEqual(compiled('改革企业\n高新企业'));
  });

  test('gives equally frequent words different weights', () => {
    const lines = compileDictionary('通海 100 ns\n海通 100 nz\n', []).split('\n');
    const weightOf = (word: string) => lines.find((line) => line.startsWith(`${word} `))?.split(' ')[1];
    expect(weightOf('通海')).not.toBe(weightOf('海通'));
  });

  test.each(['高新 企业 n', 'A股 900 n', '高新企业 0 n', '高新企业 1.5 n', '高新企业 50 名词'])(
    'refuses the term %s',
    (line) => {
      const parse = () => parseTerms('rules/dictionary.txt', `企业 500 n\n${line}\n`);
      expect(parse).toThrow(GaigeError);
      expect(parse).toThrow(
        expect.objectContaining({ code: 'RULES_INVALID', facts: expect.objectContaining({ line: 2 }) }),
      );
    },
  );
});

describe('the built dictionary', () => {
  test.each(Object.entries(dictionaryFiles()))('%s is what the sources and rules make now', (name, content) => {
    expect(readFileSync(join(BUILT.dictionary, name), 'utf8') === content, 'run `npm run build`').toBe(true);
  });
});

test('nodejieba reads the frequencies of words that are given as a user’s as numbers of 32 bits', () => {
  const lines = (dictionaryFiles()['words.txt'] ?? '').trim().split('\n');
  expect(lines.filter((line) => Number(line.split(' ')[1]) >= 2 ** 31)).toEqual([]);
});

describe('findTag', () => {
  const lines = Buffer.from(dictionaryFiles()['words.txt'] ?? '');

  test('finds every word', () => {
    const wrong = lines
      .toString()
      .trim()
      .split('\n')
      .filter((line) => {
        const [word, , tag] = line.split(' ');
        return findTag(lines, word!) !== tag;
      });
    expect(wrong).toEqual([]);
  });

  test.each(['', '改革改革', '一一一一一', ' ', '\n', 'a', '龥龥', '𬭸'])('finds nothing for %j', (word) => {
    expect(findTag(lines, word)).toBeUndefined();
  });
});
