import { CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import type { NumeralTable } from '../numerals/table.ts';
import { CHAR } from '../numerals/table.ts';
import type { Punctuation } from '../punctuation/table.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { BasisSource, TimeSource } from './schema.ts';

/**
 * What a year is counted from: the calendar; the year in which the report is given, the one that it reports on, the one that it plans; the one
 * that is spoken of; the first of a term; a masked or otherwise unknown one.
 */
export type Epoch = 'calendar' | 'given' | 'reported' | 'planned' | 'spoken' | 'term' | 'untold';

/** What a word says of time by itself. */
export type TimeMeaning =
  | { type: 'year'; epoch: Epoch; year: number }
  | { type: 'months'; from: number; to: number }
  | { type: 'plan'; from: number }
  | { type: 'event'; year: number }
  | { type: 'edge' | 'now' | 'before' | 'vague' | 'term' | 'past' | 'coming' | 'firstMonths' };

type TimeTail = 'ends' | 'beginnings' | 'ago' | 'lengthTails' | 'monthCounts' | 'since' | 'during' | 'notYears';
type TimeSign =
  | 'lengthBefore'
  | 'headingLengths'
  | 'lengthNotAfter'
  | 'yearOpens'
  | 'clauseSince'
  | 'samePeriod'
  | 'schoolYear'
  | 'until'
  | 'from'
  | 'joints'
  | 'goals'
  | 'notTimes'
  | 'comparedBefore'
  | 'comparedWith'
  | 'attributive'
  | 'comparedAfter'
  | 'reached'
  | 'stocks'
  | 'sums';

/** `time` of `rules/time.yaml`, compiled. */
export type TimeTable = Readonly<Record<TimeTail | TimeSign, Lexicon>> & {
  /** Words that say something by themselves, each with what it says, in the same order. */
  words: Lexicon;
  meanings: readonly TimeMeaning[];
  planYears: number;
  /** The first year of a plan, from which all others count. */
  firstPlan: number;
  terms: { first: number; years: number };
  /** What a time may begin with. */
  openings: CharSet;
  numerals: NumeralTable;
  punctuation: Punctuation;
};

export function compileTime(source: TimeSource, numerals: NumeralTable, punctuation: Punctuation): TimeTable {
  const meant = new Map<string, TimeMeaning>();
  const mean = (words: readonly string[], meaning: TimeMeaning) => {
    for (const word of splitWords(words)) meant.set(word, meaning);
  };
  for (const { from, words } of source.plans) mean(words, { type: 'plan', from });
  for (const { year, words } of source.events) mean(words, { type: 'event', year });
  for (const { from, to, words } of source.months) mean(words, { type: 'months', from, to });
  for (const { offset, of, words } of source.years) mean(words, { type: 'year', epoch: of, year: offset });
  mean(source.wholeYears, { type: 'year', epoch: 'spoken', year: 0 });
  mean(source.terms.words, { type: 'term' });
  for (const type of ['past', 'coming', 'vague', 'firstMonths'] as const) mean(source[type], { type });
  mean(source.nows, { type: 'now' });
  mean(source.befores, { type: 'before' });
  const startsWithYear = (word: string) => word.startsWith(numerals.yearUnit);
  mean(splitWords([...source.ends, ...source.beginnings]).filter(startsWithYear), { type: 'edge' });
  const words = new Lexicon(meant.keys());
  const until = lexiconOf(source.until);
  const from = lexiconOf(source.from);
  return {
    words,
    meanings: [...meant.values()],
    planYears: source.planYears,
    firstPlan: Math.max(...source.plans.map(({ from }) => from)) - 100 * source.planYears,
    terms: source.terms,
    ends: lexiconOf(source.ends),
    beginnings: lexiconOf(source.beginnings),
    ago: lexiconOf(source.ago),
    lengthTails: lexiconOf(source.lengthTails),
    monthCounts: lexiconOf(source.monthCounts),
    since: lexiconOf(source.since),
    during: lexiconOf(source.during),
    notYears: lexiconOf(source.notYears),
    lengthBefore: lexiconOf(source.lengthBefore),
    lengthNotAfter: lexiconOf(source.lengthNotAfter),
    yearOpens: lexiconOf(source.yearOpens),
    headingLengths: lexiconOf(source.headingLengths),
    clauseSince: lexiconOf(source.clauseSince),
    samePeriod: lexiconOf(source.samePeriod),
    schoolYear: lexiconOf(source.schoolYear),
    until,
    from,
    joints: lexiconOf(source.joints),
    goals: lexiconOf(source.goals),
    notTimes: lexiconOf(source.notTimes),
    comparedBefore: lexiconOf(source.comparedBefore),
    comparedWith: lexiconOf(source.comparedWith),
    attributive: lexiconOf(source.attributive),
    comparedAfter: lexiconOf(source.comparedAfter),
    reached: lexiconOf(source.reached),
    stocks: lexiconOf(source.stocks),
    sums: lexiconOf(source.sums),
    openings: CharSet.union([
      new CharSet([...words.words, ...until.words, ...from.words]),
      punctuation.openers,
      numeralStarts(numerals),
    ]),
    numerals,
    punctuation,
  };
}

/** 2025年, 二〇二五年, 202*年, 十一月. */
function numeralStarts({ classes }: NumeralTable): CharSet {
  const starts = new CharSet([]);
  for (const [code, bits] of classes.entries())
    if (bits & (CHAR.arabic | CHAR.chineseDigit | CHAR.smallMultiplier | CHAR.mask)) starts.add(code);
  return starts;
}

/** `basis` of `rules/time.yaml`, compiled. */
export type BasisTable = Readonly<Record<keyof BasisSource, Lexicon>> & {
  /** All that tells by itself, or begins what does. */
  cues: Lexicon;
};

export function compileBasis(source: BasisSource): BasisTable {
  const entries = Object.entries(source).map(([name, words]) => [name, lexiconOf(words)]);
  const lists = Object.fromEntries(entries) as Record<keyof BasisSource, Lexicon>;
  const { average, yoy, period, since, target, compares, notCompares } = lists;
  const cues = [average, yoy, period, since, target, compares, notCompares];
  return { ...lists, cues: new Lexicon(cues.flatMap(({ words }) => [...words])) };
}
