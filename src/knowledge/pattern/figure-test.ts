/** Reads what a pattern asks of a figure: `percent`, `!time|rank`, `count unit=家,户 number>=100`, `none form=fraction`. */

import { DIMENSIONS } from '../../model/vocabulary.ts';
import { nearest } from '../../text/nearest.ts';
import { PatternError } from './error.ts';
import type { FigureTest } from './table.ts';

type FigureTestDraft = { -readonly [K in keyof FigureTest]: FigureTest[K] };

/** What stands after `=`, and what may. */
const LISTS = {
  unit: { field: 'symbols', allowed: null },
  raw: { field: 'raws', allowed: null },
  prefix: { field: 'prefixes', allowed: null },
  form: { field: 'forms', allowed: ['number', 'range', 'fraction', 'multiplier', 'vague', 'rank'] },
  script: { field: 'scripts', allowed: ['arabic', 'chinese', 'mask'] },
} as const satisfies Record<string, { field: keyof FigureTest; allowed: readonly string[] | null }>;

const STYLES = ['arabic', 'chinese'] as const;
const FLAGS = ['any', 'masked', '!masked', 'multiplied', 'bare'];
const DIMENSION_TESTS: readonly string[] = [...DIMENSIONS, 'none'];

/** `at` is where the test begins in the pattern. */
export function parseFigureTest(source: string, at: number): FigureTest {
  const test: FigureTestDraft = {
    dimensions: [],
    forms: [],
    symbols: [],
    raws: [],
    prefixes: [],
    scripts: [],
    masked: null,
    min: Number.NEGATIVE_INFINITY,
    max: Number.POSITIVE_INFINITY,
    digits: -1,
    multiplied: false,
    bare: false,
    style: null,
    kindOnly: true,
  };
  for (const { 0: condition, index } of source.matchAll(/\S+/g)) readCondition(test, condition, at + index);
  return { ...test, kindOnly: isKindOnly(test) };
}

const isKindOnly = ({ prefixes, masked, style, multiplied, bare, digits, min, max }: FigureTest): boolean =>
  prefixes.length === 0 &&
  masked === null &&
  style === null &&
  !multiplied &&
  !bare &&
  digits < 0 &&
  min === Number.NEGATIVE_INFINITY &&
  max === Number.POSITIVE_INFINITY;

function readCondition(test: FigureTestDraft, condition: string, at: number): void {
  const { name, sign, value = '' } = /^(?<name>\w+)(?<sign><=|>=|=)(?<value>.+)$/.exec(condition)?.groups ?? {};
  const place = at + condition.length - value.length;
  if (name === undefined) readWord(test, condition, at);
  else if (sign === '=' && isList(name)) readList(test, name, value, place);
  else if (sign === '=' && name === 'style') test.style = known(value, STYLES, place) as FigureTest['style'];
  else if (sign === '=' && name === 'digits' && /^\d+$/.test(value)) test.digits = Number(value);
  else if (sign === '<=' && name === 'number' && NUMBER.test(value)) test.max = Number(value);
  else if (sign === '>=' && name === 'number' && NUMBER.test(value)) test.min = Number(value);
  else throw unknown(condition, CONDITIONS, at);
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

const isList = (name: string): name is keyof typeof LISTS => name in LISTS;

const CONDITIONS = [...Object.keys(LISTS).map((name) => `${name}=`), 'style=', 'digits=', 'number>=', 'number<='];

function readWord(test: FigureTestDraft, word: string, at: number): void {
  if (word === 'masked') test.masked = true;
  else if (word === '!masked') test.masked = false;
  else if (word === 'multiplied') test.multiplied = true;
  else if (word === 'bare') test.bare = true;
  else if (word.startsWith('!')) {
    const others = readDimensions(word.slice(1), at + 1);
    test.dimensions = DIMENSION_TESTS.filter((name) => !others.includes(name)) as FigureTestDraft['dimensions'];
  } else if (word !== 'any') test.dimensions = readDimensions(word, at) as FigureTestDraft['dimensions'];
}

/** `<!>` and `<|>` name no dimension, which would mean all of them. */
function readDimensions(words: string, at: number): string[] {
  const named = parts(words, '|', at);
  if (named.length === 0) throw unknown(words, [...DIMENSION_TESTS, ...FLAGS], at);
  return named.map(({ part, place }) => known(part, DIMENSION_TESTS, place, FLAGS));
}

function readList(test: FigureTestDraft, name: keyof typeof LISTS, value: string, at: number): void {
  const { field, allowed } = LISTS[name];
  const values = parts(value, ',', at).map(({ part, place }) => (allowed ? known(part, allowed, place) : part));
  (test as Record<typeof field, readonly string[]>)[field] = values;
}

/** The parts with their places. */
function parts(value: string, separator: string, at: number): { part: string; place: number }[] {
  let place = at;
  return value.split(separator).flatMap((part) => {
    const found = { part, place };
    place += part.length + 1;
    return part === '' ? [] : [found];
  });
}

function known(value: string, allowed: readonly string[], at: number, others: readonly string[] = []): string {
  if (allowed.includes(value)) return value;
  throw unknown(value, [...allowed, ...others], at);
}

function unknown(value: string, allowed: readonly string[], at: number): PatternError {
  const near = nearest(value, allowed);
  const facts = { value, allowed: allowed.join(', '), ...(near === null ? {} : { near }) };
  return new PatternError('UNKNOWN_TEST', facts, at, Math.max(1, value.length));
}
