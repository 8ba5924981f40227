/**
 * The time of each figure, as written and as dates: what its sentence says, else the lead of its paragraph, else its heading, else the report. A
 * level that was reached in the course of several years is of the last of them.
 */

import type { NamedFigure, NamedSentence } from '../../judge/figure.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { firstTime, type TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import { type Origin, origin } from '../../model/origin.ts';
import type { Report } from '../../model/report.ts';
import type { Time } from '../../model/time.ts';
import type { Role, Status } from '../../model/vocabulary.ts';
import { once } from '../../text/once.ts';
import type { Kind } from '../kind.ts';
import { type StatedWords, statedWords } from '../stated.ts';
import { type Clock, clockOf, firstYear, isAnniversary, lastYear, monthsOf, timeOf, wholeYear } from './clock.ts';
import { yearsGivenOut } from './given-out.ts';
import { type Governing, isAttached, isLong, type Mention, mentionsIn } from './mentions.ts';
import { scopesOfReport } from './scopes.ts';
import { governingAt, spokenYearOf, type TimedSentence, yearOfReport } from './sentence.ts';
import { yearsOfLevels } from './years.ts';

/** What is known of a figure when it is dated. */
export type DatedFigure = { figure: NamedFigure; kind: Kind; status: Status; role: Role | null };

/** `mention`: the time of the sentence that decided; null where none did. `isLong`: it tells of several years, known or not. */
export type Dating = {
  period: string | null;
  time: Time | null;
  origin: Origin;
  mention: Mention | null;
  isLong: boolean;
};

export type SentenceDates = {
  mentions: readonly Mention[];
  /** To be asked in text order. */
  dateOf(figure: DatedFigure): Dating;
};

export function datesOf(
  report: Report,
  pack: RulePack,
): { clock: Clock; datesIn: (sentence: NamedSentence) => SentenceDates } {
  const { text } = report;
  const clock = clockOf(report, pack);
  const scopes = scopesOfReport(report, pack.time, clock);
  const datesIn = ({ sentence, paragraph, figures }: NamedSentence): SentenceDates => {
    const { span } = sentence;
    const mentions = mentionsIn(pack.time, text, span);
    const starts = figures.map(({ quantity }) => quantity.span.start);
    const placesOfFigures = once(() => new Set(starts));
    const isFigure = (place: number) => placesOfFigures().has(place);
    const givenOut = yearsGivenOut({ text, span, pack, mentions }, starts);
    const outer = scopes(paragraph, sentence);
    return datesOfSentence({ text, span, pack, clock, mentions, givenOut, isFigure, outer });
  };
  return { clock, datesIn };
}

function datesOfSentence(sentence: TimedSentence): SentenceDates {
  const yearsOf = yearsOfLevels(sentence);
  let moveFrom: Time | null = null;
  const dateOf = (dated: DatedFigure): Dating => {
    const { figure, kind, role } = dated;
    const told = datingOf(sentence, dated);
    if (role !== 'from') return datedAs(told, told.time && yearsOf(told.time, figure, kind, role));
    if (hasOwnTime(told, figure)) moveFrom = told.time;
    return hasOwnTime(told, figure) ? told : movedFrom(told, moveFrom, sentence);
  };
  return { mentions: sentence.mentions, dateOf };
}

/** The same with another time. */
export const datedAs = (told: Dating, time: Time | null): Dating => (time === told.time ? told : { ...told, time });

/** By whom it is told first: a table's heads or a rule, the sentence, what stands above it, the report. */
function datingOf(sentence: TimedSentence, { figure, status, role }: DatedFigure): Dating {
  const { text, clock, outer } = sentence;
  const stated = statedWords(text, figure, 'period');
  const found = stated
    ? timeInWords(stated, sentence.pack.time)
    : (governingAt(sentence, figure.quantity.span.start, role) ?? outer(status));
  const time = found ? timeMeant(found, status, sentence) : timeOfReport(clock, status);
  return {
    period: stated?.text ?? found?.words ?? null,
    time,
    isLong: time
      ? isOfSeveral(time) || isEndOfSeveral(time, found, status, sentence)
      : found !== null && isLong(found.time),
    origin: stated?.origin ?? found?.origin ?? origin(status === 'target' ? 'YEAR_PLANNED' : 'YEAR_REPORTED'),
    mention: found?.mention ?? null,
  };
}

const isOfSeveral = (time: Time): boolean => firstYear(time) < lastYear(time);

/** 到2025年底 where five years are told of, 到2027年 in a plan of 2026: what came about up to then. */
function isEndOfSeveral(time: Time, found: Governing | null, status: Status, { clock, outer }: TimedSentence): boolean {
  if (!found?.mention?.time.isPoint) return false;
  const year = lastYear(time);
  if (status === 'target') return clock.reported !== null && year > clock.reported + 1;
  const above = outer(status);
  const told = above && timeOf(above.time, clock, clock.reported);
  return told !== null && isOfSeveral(told) && lastYear(told) === year;
}

/** What a time of the text means; where it names no year, what the report says, unless the year is masked. */
function timeMeant({ time, words, mention }: Governing, status: Status, sentence: TimedSentence): Time | null {
  const { clock, pack } = sentence;
  if (time.from.epoch === 'untold') return isMasked(words) ? null : timeOfReport(clock, status);
  const spoken = mention ? spokenYearOf(sentence, time, status) : yearOfReport(clock, status);
  const told = timeOf(time.isEitherWay && status === 'target' ? toCome(time, clock, pack.time) : time, clock, spoken);
  // 今年以来 in a report of eight months is those months.
  const isReports = mention === null && clock.months !== null && told?.from === told?.to;
  return isReports && told?.to === String(clock.reported) ? timeOfReport(clock, status) : told;
}

/** 五年内 of a target: from the year planned on; where a plan ends with that year and has as many, those of the plan. */
function toCome(time: TimeExpression, { planned }: Clock, { planYears, firstPlan }: TimeTable): TimeExpression {
  const years = time.to.year - time.from.year;
  const isPlans = planned !== null && years === planYears - 1 && (planned - firstPlan) % planYears === years;
  const [from, to] = isPlans ? [-years, 0] : [0, years];
  return {
    ...time,
    from: { ...time.from, epoch: 'planned', year: from },
    to: { ...time.to, epoch: 'planned', year: to },
  };
}

/** 202*年, not 近年来. */
const isMasked = (words: string | null): boolean => words !== null && /\p{N}|[^\p{L}\s]/u.test(words);

function timeOfReport(clock: Clock, status: Status): Time | null {
  const { months, covered, aims } = clock;
  const years = status === 'target' ? aims : covered;
  if (years) return years;
  const year = yearOfReport(clock, status);
  if (year === null) return null;
  return status === 'achieved' && months ? monthsOf(year, months) : wholeYear(year);
}

// Where a move starts

/** 由2020年的12%提高到15%. */
const hasOwnTime = ({ mention }: Dating, { quantity }: NamedFigure): boolean =>
  mention !== null && isAttached(mention, quantity.span.start);

/** Where a move starts is of an earlier time, unless it has one of its own. */
const movedFrom = (dating: Dating, told: Time | null, sentence: TimedSentence): Dating => ({
  ...dating,
  period: null,
  time: told ?? (dating.time && timeBefore(dating.time, dating.mention, sentence)),
  origin: origin('MOVE_BEFORE'),
});

/**
 * Where a move began, if nothing else is told: in the year before; in the month from which it is told, the first of two years that are named
 * (2019—2024年) or the year that an anniversary counts from.
 */
function timeBefore(time: Time, mention: Mention | null, { clock, pack }: TimedSentence): Time {
  const isSince = (time.from.length > 4 && firstYear(time) < lastYear(time)) || isAnniversary(time, clock);
  return wholeYear(firstYear(time) - (isSince || (mention && isOfTwoYears(mention.time, pack.time)) ? 0 : 1));
}

/** 2019—2024年, not the years of a plan: 2021—2025年. */
const isOfTwoYears = ({ from, to }: TimeExpression, { planYears, firstPlan }: TimeTable): boolean =>
  from.epoch === 'calendar' &&
  to.epoch === 'calendar' &&
  from.year < to.year &&
  ((from.year - firstPlan) % planYears !== 0 || to.year - from.year !== planYears - 1);

// Words of a table's heads or of a rule

function timeInWords({ text: words, origin: from }: StatedWords, table: TimeTable): Governing | null {
  const time = firstTime(table, words, 0, words.length) ?? bareYear(words);
  return time && { time, words, origin: from, mention: null };
}

/** 2024 in the head of a column. */
function bareYear(words: string): TimeExpression | null {
  const plain = words.normalize('NFKC').trim();
  if (!/^\d{4}$/.test(plain)) return null;
  const year = { epoch: 'calendar', year: Number(plain), month: 0, day: 0 } as const;
  return { start: 0, end: words.length, from: year, to: year, isPoint: false, isSamePeriod: false, isEitherWay: false };
}
