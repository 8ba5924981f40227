/**
 * The time of each figure, as written and as dates: what its sentence says, else the lead of its paragraph, else its heading, else the report. A
 * level that was reached in the course of several years is of the last of them.
 */

import type { NamedFigure, NamedSentence } from '../../judge/figure.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import { type Origin, origin } from '../../model/origin.ts';
import type { Report } from '../../model/report.ts';
import { sliceOf } from '../../model/span.ts';
import type { Time } from '../../model/time.ts';
import type { Role, Status } from '../../model/vocabulary.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import type { Kind } from '../kind.ts';
import { type StatedWords, statedWords } from '../stated.ts';
import { type Clock, clockOf, firstTime, firstYear, lastYear, monthsOf, timeOf, wholeYear, yearOf } from './clock.ts';
import { type Governing, isAttached, isBaseOfRatio, isGivenAway, type Mention, mentionsIn } from './mentions.ts';
import { scopesOfReport } from './scopes.ts';

/** What is known of a figure when it is dated. */
export type DatedFigure = { figure: NamedFigure; kind: Kind; status: Status; role: Role | null };

/** `mention`: the time of the text that decided; null where none did. */
export type Dating = { period: string | null; time: Time | null; origin: Origin; mention: Mention | null };

export type SentenceDates = {
  mentions: readonly Mention[];
  dateOf(figure: DatedFigure): Dating;
};

export function datesOf(
  report: Report,
  pack: RulePack,
): { clock: Clock; datesIn: (sentence: NamedSentence) => SentenceDates } {
  const { text } = report;
  const { time: table } = pack;
  const clock = clockOf(report, table);
  const scopes = scopesOfReport(report, table, clock);

  function datesIn({ sentence, paragraph, figures }: NamedSentence): SentenceDates {
    const { span } = sentence;
    const starts = new Set(figures.map(({ quantity }) => quantity.span.start));
    const mentions = mentionsIn(table, text, span);
    const outer = scopes(paragraph, sentence);
    let moveFrom: Time | null = null;

    /** The times before a place, the nearest first. */
    function before(at: number): Mention[] {
      const next = firstAtLeast(mentions, at + 1, ({ time: { end } }) => end);
      return mentions.slice(Math.max(0, next - MOST_LOOKED), next).reverse();
    }

    function governing(at: number, role: Role | null): Governing | null {
      const own = before(at).find((mention) => holds(mention, at, role));
      return own ? { time: own.time, words: sliceOf(text, own.time), origin: IN_SENTENCE, mention: own } : null;
    }

    function holds(mention: Mention, at: number, role: Role | null): boolean {
      const { limit, isCompared, attached } = mention;
      if (limit < at || isCompared) return false;
      if (attached < 0) return true;
      return isAttached(mention, at)
        ? role !== null || !isBaseOfRatio(table, text, mention, span)
        : !isGivenAway(mention, isFigure);
    }

    const isFigure = (place: number): boolean => starts.has(place);

    /** The year that 全年 and 上半年 are of, at a place. */
    function spokenAt(at: number, status: Status): number | null {
      for (const mention of before(at)) {
        const { time, isCompared, limit } = mention;
        if (isCompared || limit < at || time.from.epoch === 'spoken' || isGivenAway(mention, isFigure)) continue;
        const year = yearOf(time.to, clock, null);
        if (year !== null) return year;
      }
      const above = outer(status);
      const inherited = above && above.time.from.epoch !== 'spoken' ? yearOf(above.time.to, clock, null) : null;
      return inherited ?? spokenAbove(status);
    }

    const spokenAbove = (status: Status): number | null => (status === 'target' ? clock.planned : clock.reported);

    function dateOf({ figure, kind, status, role }: DatedFigure): Dating {
      const at = figure.quantity.span.start;
      const stated = statedWords(text, figure, 'period');
      const found = stated ? ofWords(stated) : (governing(at, role) ?? outer(status));
      const period = stated?.text ?? found?.words ?? null;
      const from = stated?.origin ?? found?.origin ?? origin(status === 'target' ? 'YEAR_PLANNED' : 'YEAR_REPORTED');
      const mention = found?.mention ?? null;
      const dated = found ? datedBy(found, status) : ofReport(status);
      if (role === 'from') return fromEnd({ period, time: dated, origin: from, mention }, at);
      return { period, time: dated && spanOf(dated, figure, kind, role), origin: from, mention };
    }

    /** What a time of the text means; where it names no year, what the report says, unless the year is masked. */
    function datedBy({ time, words, mention }: Governing, status: Status): Time | null {
      if (time.from.epoch === 'untold') return isMasked(words) ? null : ofReport(status);
      const told = timeOf(time, clock, mention ? spokenAt(mention.time.start, status) : spokenAbove(status));
      // 今年以来 in a report of eight months is those months.
      const isReports = mention === null && clock.months !== null && told?.from === told?.to;
      return isReports && told?.to === String(clock.reported) ? ofReport(status) : told;
    }

    /** Where a move starts is of an earlier time, unless it has one of its own. */
    function fromEnd(dating: Dating, at: number): Dating {
      const { time, mention } = dating;
      if (mention === null || !isAttached(mention, at))
        return { ...dating, period: null, time: moveFrom ?? (time && timeBefore(time)), origin: origin('MOVE_BEFORE') };
      moveFrom = time;
      return dating;
    }

    const ofReport = (status: Status): Time | null => {
      const year = status === 'target' ? clock.planned : clock.reported;
      if (year === null) return null;
      const { months, covered } = clock;
      if (status === 'achieved' && covered) return covered;
      return status === 'achieved' && months ? monthsOf(year, months) : wholeYear(year);
    };

    /** A level that was reached is of the last of several years; an average is of several where the text tells of one. */
    function spanOf(time: Time, figure: NamedFigure, kind: Kind, role: Role | null): Time {
      const isLong = firstYear(time) < lastYear(time);
      const isOne = !isLong && time.from.length === YEAR_DIGITS && time.from === time.to;
      if (!isLong && !(isOne && kind.kind === 'change')) return time;
      const isAverage = pack.basis.average.isIn(text, figure.left.start, figure.quantity.span.start);
      if (isOne) return isAverage ? planOf(time, table) : time;
      return !isAverage && isReached(figure, kind, role) ? lastOf(time) : time;
    }

    /** 五年来…达到3万亿元, 率: what it came to in the end, not what came together. */
    function isReached({ left, quantity: { span }, name }: NamedFigure, { kind }: Kind, role: Role | null): boolean {
      if (kind === 'change') return false;
      if (kind !== 'level' || role === 'to') return true;
      if (table.reached.longestBefore(text, span.start, left.start) > 0) return true;
      const words = name?.text ?? '';
      return table.stocks.longestBefore(words, words.length) > 0 && !table.sums.isIn(text, left.start, span.start);
    }

    /** What a table's heads or a rule say. */
    const ofWords = ({ text: words, origin: from }: StatedWords): Governing | null => {
      const time = firstTime(table, words, 0, words.length) ?? bareYear(words);
      return time && { time, words, origin: from, mention: null };
    };

    return { mentions, dateOf };
  }
  return { clock, datesIn };
}

/** A sentence with more times than that before a figure is a table without its lines. */
const MOST_LOOKED = 32;

const YEAR_DIGITS = 4;

/** 202*年, not 近年来. */
const isMasked = (words: string | null): boolean => words !== null && /\p{N}|[^\p{L}\s]/u.test(words);

const IN_SENTENCE = origin('IN_SENTENCE');

/** 2024 in the head of a column. */
function bareYear(words: string): TimeExpression | null {
  const plain = words.normalize('NFKC').trim();
  if (!/^\d{4}$/.test(plain)) return null;
  const year = { epoch: 'calendar', year: Number(plain), month: 0, day: 0 } as const;
  return { start: 0, end: words.length, from: year, to: year, isPoint: false, isSamePeriod: false };
}

const lastOf = ({ to }: Time): Time => ({ from: to, to });

/** The five years of the plan that a year belongs to: 年均增长 in a report of its last year, a goal for its first. */
function planOf(time: Time, { planYears, firstPlan }: TimeTable): Time {
  const since = (firstYear(time) - firstPlan) % planYears;
  const first = firstYear(time) - since;
  return since > 0 && since < planYears - 1 ? time : { from: String(first), to: String(first + planYears - 1) };
}

/** Where a move began, if nothing else is told: in the year before; in the month from which it is told. */
function timeBefore(time: Time): Time {
  const isSince = time.from.length > 4 && firstYear(time) < lastYear(time);
  return wholeYear(firstYear(time) - (isSince ? 0 : 1));
}
