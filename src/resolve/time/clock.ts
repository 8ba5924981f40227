/** The times that a report is told from: when it was given, what it reports on, what it plans. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { TimeBound, TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import type { MetadataClue, Report } from '../../model/report.ts';
import type { Time } from '../../model/time.ts';
import { mentionsIn, timesOfTitle } from './mentions.ts';

export type Clock = {
  /** From which 今年 and 去年 count. */
  given: number | null;
  reported: number | null;
  /** The months of that year which the report covers, where it is less than the year: 2025年上半年. */
  months: { from: number; to: number } | null;
  /** The last month that it covers, else that in which it was given, counted from the year 0. */
  month: number | null;
  /** The month in which a speech was held: 1月份 may be of its own year. */
  held: number | null;
  /** Whether it was given while that year went on: then ten years began in the year before the first of them. */
  isWithinYear: boolean;
  /** The years that the whole report covers, where they are several: “十四五”工作总结. */
  covered: Time | null;
  planned: number | null;
  /** The years that it plans, where they are several: “十五五”规划. */
  aims: Time | null;
  terms: TimeTable['terms'];
};

export function clockOf({ text, metadata, clues }: Report, pack: RulePack): Clock {
  const { time: table } = pack;
  const { date, year, planYear, kind, title } = metadata;
  const dated = date === null ? null : Number(date.slice(0, 4));
  const reported = year ?? yearToldOf(text, dated, table);
  const isDated = dated !== null && (year !== null || reported === dated);
  // A report to a session is told from the year of the session; a summary from the year that it sums up, and what plans 明年 from the year before that.
  const ofSession = planYear ?? (kind === 'work-report' && reported !== null ? reported + 1 : reported);
  const isOfYear = kind === 'reform-summary' || clues.some((clue) => tellsOfNextYear(clue, pack));
  const given = isDated ? dated : isOfYear ? reported : ofSession;
  const times = title === null ? [] : timesIn(title, table);
  const months = times.map(partOfYear).find((each) => each !== null) ?? null;
  const day = isDated && date !== null && date.length > YEAR_DIGITS ? monthAt(dated, Number(date.slice(5, 7))) : null;
  const isWithinYear = day !== null && dated === reported && monthOf(day) <= LAST_EARLY_MONTH;
  const clock: Clock = {
    given,
    reported,
    months,
    month: months && reported !== null ? monthAt(reported, months.to) : day,
    held: kind === 'speech' ? day : null,
    isWithinYear,
    covered: null,
    planned: null,
    aims: null,
    terms: table.terms,
  };
  const next = reported === null ? null : reported + (months || isWithinYear ? 0 : 1);
  const spans = spansIn(times, clock);
  return {
    ...clock,
    covered: spans.find((time) => lastYear(time) === reported) ?? null,
    planned: planYear ?? next,
    aims: planYear === null ? (spans.find((time) => reported === null || lastYear(time) > reported) ?? null) : null,
  };
}

const monthAt = (year: number, month: number): number => year * YEAR_MONTHS + month - 1;
export const yearAt = (month: number): number => Math.floor(month / YEAR_MONTHS);
/** From 1 to 12. */
export const monthOf = (month: number): number => (month % YEAR_MONTHS) + 1;

const YEAR_MONTHS = 12;

const tellsOfNextYear = ({ field, words }: MetadataClue, { metadata }: RulePack): boolean =>
  field === 'planYear' && metadata.years.next.isIn(words);

/** A report of this month or an earlier one plans what is left of its year. */
const LAST_EARLY_MONTH = 10;

/** “十四五”…总结, “十五五”规划: what a title tells of several years. */
function spansIn(times: readonly TimeExpression[], clock: Clock): Time[] {
  const whole = times.filter(({ from, to }) => from.month === 0 && to.month === 0);
  const spans = whole.flatMap((time) => timeOf(time, clock, clock.reported) ?? []);
  return spans.filter((time) => firstYear(time) < lastYear(time));
}

const timesIn = (words: string, table: TimeTable): TimeExpression[] =>
  timesOfTitle(table, words, { start: 0, end: words.length });

/**
 * Where the report names no year as its own: the one in which it was published, unless it tells of other years alone (an old speech on a page of
 * today); then the one that it names most.
 */
function yearToldOf(text: string, dated: number | null, table: TimeTable): number | null {
  const times = new Map<number, number>();
  for (const { time, isCompared } of mentionsIn(table, text, { start: 0, end: text.length })) {
    const { from, to, isPoint } = time;
    const isToCome = isPoint && table.comparedWith.longestBefore(text, time.start + 1) > 0;
    const isStart = table.from.longestAt(text, time.start) > 0;
    if (from.epoch !== 'calendar' || isToCome || isCompared || isStart || from.year !== to.year) continue;
    times.set(from.year, (times.get(from.year) ?? 0) + 1);
  }
  const latest = Math.max(...times.keys());
  if (times.size === 0 || (dated !== null && latest >= dated - 1)) return dated;
  const most = Math.max(...times.values());
  return Math.max(...[...times].filter(([, count]) => count === most).map(([year]) => year));
}

function partOfYear({ from, to }: TimeExpression): Clock['months'] {
  const isPart = from.month > 0 && from.day === 0 && from.year === to.year;
  return isPart ? { from: from.month, to: to.month } : null;
}

/** So many years are counted from the day on which they began: 建区十年. */
const ANNIVERSARY = 10;

export const isAnniversary = (time: Time, { isWithinYear, reported }: Clock): boolean =>
  isWithinYear && lastYear(time) === reported && lastYear(time) - firstYear(time) >= ANNIVERSARY;

/** The time that an expression means, where 全年 and 上半年 are of the year `spoken`; null where that cannot be known. */
export function timeOf(expression: TimeExpression, clock: Clock, spoken: number | null): Time | null {
  const { from, to, isSamePeriod, isPoint } = expression;
  if (from.epoch === 'month' || from.epoch === 'quarter') return periodOf(from.year, PERIODS[from.epoch], clock);
  const isBack = clock.isWithinYear && !isPoint && from.epoch === 'reported' && to.year - from.year >= ANNIVERSARY - 1;
  const first = yearOf(isBack ? { ...from, year: from.year - 1 } : from, clock, spoken);
  const last = yearOf(to, clock, spoken);
  if (first === null || last === null) return null;
  const { months } = clock;
  if (isSamePeriod && months && from.month === 0) return forward(monthsOf(first, months, last));
  return forward({ from: dateOf(first, from.month, from.day), to: dateOf(last, to.month, to.day) });
}

const PERIODS = { month: 1, quarter: 3 };

/** 下季度: so many periods of so many months behind that of the report. */
function periodOf(offset: number, months: number, { month }: Clock): Time | null {
  if (month === null) return null;
  const first = (Math.floor(month / months) + offset) * months;
  const last = first + months - 1;
  return { from: dateOf(yearAt(first), monthOf(first), 0), to: dateOf(yearAt(last), monthOf(last), 0) };
}

/** 8月至3月 of one year is none; 3月以来 begins within the year that it ends with. */
function forward(time: Time): Time | null {
  const { from, to } = time;
  const precision = Math.min(from.length, to.length);
  return from === to || from.slice(0, precision) <= to.slice(0, precision) ? time : null;
}

export function yearOf({ epoch, year }: TimeBound, clock: Clock, spoken: number | null): number | null {
  const counted = (from: number | null) => (from === null ? null : from + year);
  switch (epoch) {
    case 'calendar':
      return year;
    case 'given':
      return counted(clock.given);
    case 'reported':
      return counted(clock.reported);
    case 'planned':
      return counted(clock.planned);
    case 'spoken':
      return counted(spoken);
    case 'term':
      return clock.reported === null ? null : termFrom(clock.reported, clock.terms);
    case 'month':
    case 'quarter': {
      const time = periodOf(year, PERIODS[epoch], clock);
      return time && lastYear(time);
    }
    case 'untold':
      return null;
  }
}

const termFrom = (year: number, { first, years }: Clock['terms']): number =>
  first + Math.floor((year - first) / years) * years;

/** Months of a year, or from one in it to one in another. */
export const monthsOf = (year: number, { from, to }: { from: number; to: number }, last = year): Time => ({
  from: dateOf(year, from, 0),
  to: dateOf(last, to, 0),
});

export const wholeYear = (year: number): Time => ({ from: String(year), to: String(year) });

const dateOf = (year: number, month: number, day: number): string => `${year}${partOf(month)}${partOf(day)}`;

/** Of a date; none where it is 0. */
const partOf = (value: number): string => (value > 0 ? `-${String(value).padStart(2, '0')}` : '');

/** 2025, 2021/2025: not 2025-01/2025-06. */
export const isOfWholeYears = ({ from, to }: Time): boolean => from.length === YEAR_DIGITS && to.length === YEAR_DIGITS;

const YEAR_DIGITS = 4;

export const firstYear = ({ from }: Time): number => Number(from.slice(0, 4));
export const lastYear = ({ to }: Time): number => Number(to.slice(0, 4));
