/** The times that a report is told from: when it was given, what it reports on, what it plans. */
import { readTime, type TimeBound, type TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import type { Report } from '../../model/report.ts';
import type { Time } from '../../model/time.ts';
import { mentionsIn } from './mentions.ts';

export type Clock = {
  /** From which 今年 and 去年 count. */
  given: number | null;
  reported: number | null;
  /** The months of that year which the report covers, where it is less than the year: 2025年上半年. */
  months: { from: number; to: number } | null;
  planned: number | null;
  terms: TimeTable['terms'];
};

export function clockOf({ text, metadata, normal }: Report, table: TimeTable): Clock {
  const { date, year, planYear, kind, title } = metadata;
  const dated = date === null ? null : Number(date.slice(0, 4));
  const reported = year ?? yearToldOf(text, dated, table);
  // A summary is told from the year that it sums up, whenever it was handed in; a report to a session from the year of the session.
  const ofSession = planYear ?? (kind === 'work-report' && reported !== null ? reported + 1 : reported);
  const given =
    kind === 'reform-summary' ? reported : year === null && reported !== dated ? ofSession : (dated ?? ofSession);
  const months = title === null ? null : monthsOf(normal.simplified(title), table);
  const next = reported === null ? null : reported + (months ? 0 : 1);
  return { given, reported, months, planned: planYear ?? next, terms: table.terms };
}

/**
 * Where the report names no year as its own: the one in which it was published, unless it tells of other years alone (an old speech on a page of
 * today); then the one that it names most.
 */
function yearToldOf(text: string, dated: number | null, table: TimeTable): number | null {
  const times = new Map<number, number>();
  for (const { time, isCompared } of mentionsIn(table, text, { start: 0, end: text.length })) {
    const { from, to, isPoint } = time;
    if (from.epoch !== 'calendar' || isPoint || isCompared || from.year !== to.year) continue;
    times.set(from.year, (times.get(from.year) ?? 0) + 1);
  }
  const latest = Math.max(...times.keys());
  if (times.size === 0 || (dated !== null && latest >= dated - 1)) return dated;
  const most = Math.max(...times.values());
  return Math.max(...[...times].filter(([, count]) => count === most).map(([year]) => year));
}

function monthsOf(title: string, table: TimeTable): Clock['months'] {
  const found = firstTime(table, title, 0, title.length);
  const isPart = found !== null && found.from.month > 0 && found.from.day === 0 && found.from.year === found.to.year;
  return isPart ? { from: found.from.month, to: found.to.month } : null;
}

/** The first time in a stretch of text. */
export function firstTime(table: TimeTable, text: string, start: number, end: number): TimeExpression | null {
  for (let at = table.openings.until(text, start, end); at < end; at = table.openings.until(text, at + 1, end)) {
    const found = readTime(table, text, at, end);
    if (found) return found;
  }
  return null;
}

/** The time that an expression means, where 全年 and 上半年 are of the year `spoken`; null where that cannot be known. */
export function timeOf({ from, to, isSamePeriod }: TimeExpression, clock: Clock, spoken: number | null): Time | null {
  const first = yearOf(from, clock, spoken);
  const last = yearOf(to, clock, spoken);
  if (first === null || last === null || first > last) return null;
  const { months } = clock;
  if (isSamePeriod && months && from.month === 0)
    return { from: dateOf(first, months.from, 0), to: dateOf(last, months.to, 0) };
  return { from: dateOf(first, from.month, from.day), to: dateOf(last, to.month, to.day) };
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
    case 'untold':
      return null;
  }
}

const termFrom = (year: number, { first, years }: Clock['terms']): number =>
  first + Math.floor((year - first) / years) * years;

const dateOf = (year: number, month: number, day: number): string =>
  [String(year), ...[month, day].filter((part) => part > 0).map((part) => String(part).padStart(2, '0'))].join('-');

export const firstYear = ({ from }: Time): number => Number(from.slice(0, 4));
export const lastYear = ({ to }: Time): number => Number(to.slice(0, 4));
