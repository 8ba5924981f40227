import { CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import type { NumeralTable } from '../numerals/table.ts';
import type { Punctuation } from '../punctuation/table.ts';
import { lexiconsOf, splitWords, unionOf } from '../word-list.ts';
import type { BasisSource, TimeSource } from './schema.ts';

/**
 * What a year is counted from: the calendar; the year in which the report is given, the one that it reports on, the one that it plans; the one
 * that is spoken of; the first of a term; a masked or otherwise unknown one. From a month or a quarter of the report as many of them
 * are counted, not years.
 */
export type Epoch = 'calendar' | 'given' | 'reported' | 'planned' | 'spoken' | 'term' | 'untold' | Period;

export type Period = 'month' | 'quarter';

/** What a word says of time by itself. */
export type TimeMeaning =
  | { type: 'year'; epoch: Epoch; year: number }
  | { type: 'months'; from: number; to: number }
  | { type: 'period'; of: Period; offset: number }
  | { type: 'plan'; from: number }
  | { type: 'event'; year: number }
  | { type: 'edge' | 'now' | 'before' | 'vague' | 'term' | 'past' | 'coming' | 'firstMonths' };

/** What are no word lists of one meaning. */
type Structured = 'years' | 'months' | 'periods' | 'plans' | 'planYears' | 'events' | 'terms';

/** `time` of `rules/time.yaml`, compiled; its schema says what each list is. */
export type TimeTable = Readonly<Record<Exclude<keyof TimeSource, Structured>, Lexicon>> & {
  /** Words that say something by themselves, each with what it says, in the same order. */
  words: Lexicon;
  meanings: readonly TimeMeaning[];
  planYears: number;
  /** The first year of a plan, from which all others count. */
  firstPlan: number;
  terms: { first: number; years: number };
  /** What a time may begin with: a numeral or a bracket, or one of these words, or what only looks like one. */
  openings: CharSet;
  openers: CharSet;
  openingWords: Lexicon;
  /** What may stand behind the first number of a time. */
  numberTails: CharSet;
  numerals: NumeralTable;
  punctuation: Punctuation;
};

export function compileTime(source: TimeSource, numerals: NumeralTable, punctuation: Punctuation): TimeTable {
  const { years, months, periods, plans, planYears, events, terms, ...lists } = source;
  const meant = new Map<string, TimeMeaning>();
  const mean = (words: readonly string[], meaning: TimeMeaning) => {
    for (const word of splitWords(words)) meant.set(word, meaning);
  };
  for (const { from, words } of plans) mean(words, { type: 'plan', from });
  for (const { year, words } of events) mean(words, { type: 'event', year });
  for (const { from, to, words } of months) mean(words, { type: 'months', from, to });
  for (const { offset, of, words } of years) mean(words, { type: 'year', epoch: of, year: offset });
  for (const { of, offset, words } of periods) mean(words, { type: 'period', of, offset });
  mean(lists.wholeYears, { type: 'year', epoch: 'spoken', year: 0 });
  mean(terms.words, { type: 'term' });
  for (const type of ['past', 'coming', 'vague', 'firstMonths'] as const) mean(lists[type], { type });
  mean(lists.nows, { type: 'now' });
  mean(lists.befores, { type: 'before' });
  const startsWithYear = (word: string) => word.startsWith(numerals.yearUnit);
  mean(splitWords([...lists.ends, ...lists.beginnings]).filter(startsWithYear), { type: 'edge' });
  const lexicons = lexiconsOf(lists);
  const words = new Lexicon(meant.keys());
  const openers = CharSet.union([punctuation.openers, numerals.timeStarts]);
  const openingWords = unionOf([words, lexicons.until, lexicons.from]);
  return {
    ...lexicons,
    words,
    meanings: [...meant.values()],
    planYears,
    firstPlan: Math.max(...plans.map(({ from }) => from)) - 100 * planYears,
    terms,
    openings: CharSet.union([openers, new CharSet(openingWords.words)]),
    openers,
    openingWords: unionOf([openingWords, lexicons.notTimes]),
    numberTails: new CharSet([
      numerals.yearUnit,
      numerals.monthUnit,
      ...unionOf([lexicons.fiscalYear, lexicons.schoolYear, lexicons.joints]).words,
    ]),
    numerals,
    punctuation,
  };
}

/** `basis` of `rules/time.yaml`, compiled. */
export type BasisTable = Readonly<Record<keyof BasisSource, Lexicon>> & {
  /** All that tells by itself, or begins what does. */
  cues: Lexicon;
};

export function compileBasis(source: BasisSource): BasisTable {
  const lists = lexiconsOf(source);
  const { average, yoy, period, since, target, compares, notCompares } = lists;
  return { ...lists, cues: unionOf([average, yoy, period, since, target, compares, notCompares]) };
}
