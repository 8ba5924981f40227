/**
 * Numbers and percentages of the public specifications of Recognizers-Text (Specs/Number/Chinese in its repository, which its packages
 * leave out, and so do we), beside what the lexer reads. Exit code 1 where fewer than 98.5 % of those that a report may hold are read alike.
 *
 *   node bench/extract/recognizers-specs.js FOLDER     with NumberModel.json and PercentModel.json
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeQuantities } from '../../dist/pipeline/quantities.js';
import { engine } from './corpus.js';

const LEAST = 0.985;

/** @typedef {{ input: string, text: string, value: number }} Expected */

/**
 * What gaige reads otherwise on purpose, and why.
 * @type {{ reason: string, isMeant: (expected: Expected) => boolean }[]}
 */
const OTHERWISE = [
  {
    reason: 'a dozen and a pair are units that count, not factors: 三双 is 3 of 双',
    isMeant: ({ text }) => /[打双雙对對]$/.test(text),
  },
  { reason: 'a discount is no share: 九折 is not 90 %', isMeant: ({ text }) => text.endsWith('折') },
  {
    reason: 'letters are no multipliers and no exponents: 40k, 2e5, 2^5 are codes and formulas',
    isMeant: ({ text }) => /[kKＫMeE^]/.test(text),
  },
  {
    reason: 'a slash makes a fraction below one, and a blank before it parts: -3/2, 1 3/5 are two numbers',
    isMeant: ({ text }) => /[/／]/.test(text),
  },
  {
    reason: 'a fraction is given to four places',
    isMeant: ({ text, value }) => text.includes('分之') && Math.abs(value) < 0.001,
  },
  {
    reason: 'the ends of a range are one quantity: 5-20%',
    isMeant: ({ input, text }) => new RegExp(`\\d-${text}`).test(input),
  },
  {
    reason: 'half of a fraction is no number: 还有二分之',
    isMeant: ({ input, text }) => input.includes(`${text}分之。`),
  },
  { reason: 'a set phrase: 年过半百', isMeant: ({ text }) => text === '半百' },
];

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder with NumberModel.json and PercentModel.json');

/** @param {string} words */
const dense = (words) => words.replace(/\s/g, '');

/** @param {Expected} expected */
const isRead = ({ input, text, value }) =>
  describeQuantities(input, engine.pack).some(({ text: found, value: { number } }) => {
    const isAlike = number !== null && Math.abs(number - value) <= Math.max(Math.abs(value) * 1e-12, 0.00005);
    return isAlike && dense(found).startsWith(dense(text));
  });

for (const name of ['NumberModel', 'PercentModel']) {
  /** @type {{ Input: string, Results: { Text: string, Resolution: { value: string } }[] }[]} */
  const specs = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const all = specs.flatMap(({ Input: input, Results }) =>
    Results.map(({ Text: text, Resolution }) => ({ input, text, value: Number.parseFloat(Resolution.value) })),
  );
  const others = all.filter((expected) => !isRead(expected));
  const unmeant = others.filter((expected) => OTHERWISE.every(({ isMeant }) => !isMeant(expected)));
  const fitting = all.length - (others.length - unmeant.length);
  const share = 1 - unmeant.length / fitting;
  console.log(`${name}: ${fitting - unmeant.length} of ${fitting} read alike, ${(share * 100).toFixed(1)} %`);
  for (const { reason, isMeant } of OTHERWISE) {
    const count = others.filter((expected) => OTHERWISE.find((each) => each.isMeant(expected))?.isMeant === isMeant);
    if (count.length > 0) console.log(`  otherwise on purpose, ${count.length}: ${reason}`);
  }
  for (const { input, text, value } of unmeant) console.log(`  not read: ${text} = ${value} in ${input}`);
  if (share < LEAST) process.exitCode = 1;
}
