/** What the title, the day and the first sentence of a report say about its year. */
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { firstTime } from '../../knowledge/time/reader.ts';
import type { ReportKind } from '../../model/vocabulary.ts';
import type { Clue } from './clues.ts';
import { datesIn, yearBefore } from './dates.ts';
import type { Day } from './days.ts';
import type { Ends } from './line.ts';

/** A year that is reported on, or one that is planned. */
export type Claim = Clue<number> & { of: 'year' | 'planYear' };

/** How many characters may stand before the year of a first sentence. */
const FIRST_WORDS = 12;
/** How far behind a year the words stand that say what is told of it. */
export const SUBJECT = 16;
/** A report given up to this month tells of the year before; one given to a session, up to the middle of the year. */
const EARLY_MONTH = 4;
const SESSION_MONTH = 6;

/** 2024年工作总结和2025年工作打算: each year is of what stands behind it. 2025年政府工作报告 is given in that year. */
export function* claimsOfName(words: string, kind: ReportKind, days: readonly Day[], pack: RulePack): Generator<Claim> {
  const { years, weights } = pack.metadata;
  // 规划和2035年远景目标纲要 plans no such year.
  const dates = [...datesIn(words, pack.numerals)].filter(({ end }) => pack.time.visions.longestAt(words, end) === 0);
  const [first] = dates;
  if (!first) yield* claimOfPlan(words, days, pack);
  const isGiven =
    dates.length === 1 &&
    (kind === 'work-report' || years.delivered.isIn(words) || (kind === 'speech' && days.some(isEarlyIn(first?.year))));
  for (const [i, { year, end }] of dates.entries()) {
    if (isGiven) {
      yield { of: 'year', value: year - 1, weight: weights.year.delivered, place: 'title', words };
      yield { of: 'planYear', value: year, weight: weights.planYear.delivered, place: 'title', words };
    } else {
      const of = subjectAt(words, end, dates[i + 1]?.start ?? words.length, years) ?? 'year';
      yield { of, value: year, weight: weights[of].title, place: 'title', words };
    }
  }
}

/** A speech of January to a meeting of that year, as a report to a session. */
const isEarlyIn =
  (year: number | undefined) =>
  (day: Day): boolean =>
    day.year === year && (day.month ?? LAST_MONTH) <= EARLY_MONTH;

const LAST_MONTH = 12;

/** “十四五”工作总结: up to the last year of the plan, or the day on which it is given. */
function* claimOfPlan(words: string, days: readonly Day[], { metadata, time: table }: RulePack): Generator<Claim> {
  const { years, weights } = metadata;
  const time = firstTime(table, words, 0, words.length);
  if (time?.from.epoch !== 'calendar' || time.from.year === time.to.year) return;
  if (years.midway.isIn(words) || subjectAt(words, time.end, words.length, years) !== 'year') return;
  const value = Math.min(time.to.year, ...days.map(({ year }) => year));
  if (value >= time.from.year) yield { of: 'year', value, weight: weights.year.title, place: 'title', words };
}

/** Whether what is told of a year is what was done in it or what is to be done; null where the words do not tell. */
export function subjectAt(
  text: string,
  start: number,
  end: number,
  { plan, review }: MetadataRules['years'],
): Claim['of'] | null {
  for (let i = start; i < end; i++) {
    const planned = plan.longestAt(text, i, end);
    const reviewed = review.longestAt(text, i, end);
    if (planned > 0 || reviewed > 0) return planned > reviewed ? 'planYear' : 'year';
  }
  return null;
}

/** A report given early in a year tells of the year before, one given later of its own. `plans`: it is of a kind that plans the year it is given in. */
export function* claimsOfDay(
  { year, month, place, words }: Day,
  plans: boolean,
  isPeriodic: boolean,
  { metadata: { weights } }: RulePack,
): Generator<Claim> {
  const last = place === 'session' ? SESSION_MONTH : EARLY_MONTH;
  const isEarly = month !== null && month <= last && !isPeriodic;
  const reported = isEarly ? year - 1 : year;
  yield { of: 'year', value: reported, weight: weights.year[place], place, words };
  if (isEarly && plans) yield { of: 'planYear', value: reported + 1, weight: weights.planYear[place], place, words };
}

/** A first sentence that begins with a year is about it; one that begins with a day tells an event. */
export function* claimsOfOpening(names: readonly string[], { head }: Ends, pack: RulePack): Generator<Claim> {
  const { metadata, numerals, punctuation } = pack;
  const line = head.find(
    ({ text, role }) => role !== 'boilerplate' && punctuation.commas.isIn(text) && !names.includes(text),
  );
  const words = line?.text ?? '';
  for (const { year, month, start, end } of datesIn(words, numerals)) {
    if (month !== null) continue;
    const isFirst = start <= FIRST_WORDS && !metadata.openingEnds.isIn(words, 0, start);
    const stop = punctuation.delimiters.until(words, end, Math.min(words.length, end + SUBJECT));
    const of = subjectAt(words, end, stop, metadata.years) ?? 'year';
    const weight = isFirst && of === 'year' ? metadata.weights.year.opening : metadata.weights[of].mention;
    yield { of, value: year, weight, place: 'opening', words: words.slice(start, end) };
  }
}

/** 2021—2023年, 2021年至2023年: more than one year. */
export function namesSeveral(title: string, { numerals }: RulePack): boolean {
  const { yearUnit, rangeJoiners } = numerals;
  for (const { start } of datesIn(title, numerals)) {
    const last = beforeBlank(title, start);
    const joiner = rangeJoiners.longestBefore(title, last);
    const first = beforeBlank(title, last - joiner);
    const digits = title.endsWith(yearUnit, first) ? first - yearUnit.length : first;
    if (joiner > 0 && yearBefore(title, digits, numerals) !== null) return true;
  }
  return false;
}

const beforeBlank = (text: string, at: number): number => (text.charAt(at - 1) === ' ' ? at - 1 : at);
