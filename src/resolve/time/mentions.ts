/** The times that a stretch of text names, without those that figures are only compared with. */
import { readHeadingYears, readTime, sinceThen, type TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import type { Origin } from '../../model/origin.ts';
import type { Span } from '../../model/span.ts';
import { ARABIC_DIGITS, type CharSet } from '../../text/char-set.ts';

/** `limit`: a figure behind it is not of that time; `attached`: where the figure stands that alone is, or -1. */
export type Mention = { time: TimeExpression; isCompared: boolean; limit: number; attached: number };

/** What a figure goes by, as written where it stands in its paragraph; `mention`: where its own sentence says it. */
export type Governing = { time: TimeExpression; words: string | null; origin: Origin; mention: Mention | null };

/** In text order. */
export function mentionsIn(table: TimeTable, text: string, { start, end }: Span): Mention[] {
  const { openings, notTimes } = table;
  const mentions: Mention[] = [];
  for (let at = openings.until(text, start, end); at < end; ) {
    const time = isInNumber(text, at) ? null : readTime(table, text, at, end);
    if (time) mentions.push(mentionOf(table, text, time, { start, end }));
    // The digits of 12345 begin no time where the first does not.
    const passed =
      time?.end ?? Math.max(at + 1, ARABIC_DIGITS.endOfRun(text, at, end), at + notTimes.longestAt(text, at, end));
    at = openings.until(text, passed, end);
  }
  return mentions;
}

/** What a title or a heading tells of, and what it is not only held against; 五年改革成效: its years, where it names no other time. */
export function timesOfTitle(table: TimeTable, text: string, title: Span): TimeExpression[] {
  const told = mentionsIn(table, text, title).flatMap(({ time, isCompared }) => (isCompared ? [] : [time]));
  return told.length > 0 ? told : yearsOfTitle(table, text, title);
}

function yearsOfTitle(table: TimeTable, text: string, { start, end }: Span): TimeExpression[] {
  for (let at = table.openings.until(text, start, end); at < end; at = table.openings.until(text, at + 1, end)) {
    const years = readHeadingYears(table, text, at, end);
    if (years) return [years];
  }
  return [];
}

/** 13月 holds no March. */
const isInNumber = (text: string, at: number): boolean => ARABIC_DIGITS.at(text, at) && ARABIC_DIGITS.at(text, at - 1);

/** How long a clause may be that begins with a time and ends with 以来. */
const SINCE_REACH = 32;

function mentionOf(table: TimeTable, text: string, read: TimeExpression, sentence: Span): Mention {
  const { openers, closers, delimiters } = table.punctuation;
  const clauseEnd = delimiters.until(text, read.end, Math.min(sentence.end, read.end + SINCE_REACH));
  const time = sinceThen(table, text, read, clauseEnd);
  const isAside = openers.at(text, time.start - 1);
  const isReminder = time.isSamePeriod && opensClause(text, time.start, sentence.start);
  const attributive = table.attributive.longestAt(text, time.end, sentence.end);
  return {
    time,
    isCompared:
      isHeldAgainst(table, text, time.start, sentence.start) ||
      table.comparedAfter.longestAt(text, time.end, sentence.end) > 0 ||
      (isLong(time) && table.records.longestAt(text, time.end, sentence.end) > 0) ||
      isGoal(table, text, time, sentence.end) ||
      isYardstick(table, text, time, { start: sentence.start, end: clauseEnd }) ||
      isOfDecision(table, text, time, clauseEnd) ||
      (isOtherYear(time) && attributive === 0 && !isReminder),
    limit: isAside
      ? endOfAside(closers, text, time.end, sentence.end)
      : isReminder || isAveraged(time)
        ? endOfClause(table, text, time.end, sentence.end)
        : sentence.end,
    attached: attributive > 0 ? time.end + attributive : -1,
  };
}

/** How far behind a time its bracket may close, or its clause end; a bracket that does not is none. */
const ASIDE_REACH = 300;

/** 收入12亿元，去年同期|10亿元|，增长20%: what is recalled between commas is told in its own clause alone. */
function endOfClause({ punctuation: { commas, delimiters } }: TimeTable, text: string, at: number, limit: number) {
  return delimiters.until(text, commas.at(text, at) ? at + 1 : at, Math.min(limit, at + ASIDE_REACH));
}

export const opensClause = (text: string, at: number, start: number): boolean =>
  at === start || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));

function endOfAside(closers: CharSet, text: string, at: number, limit: number): number {
  const last = Math.min(limit, at + ASIDE_REACH);
  const end = closers.until(text, at, last);
  return end < last ? end : limit;
}

/** 比|2020年, not 占比|从2020年的9.3%. */
const isHeldAgainst = (table: TimeTable, text: string, at: number, from: number): boolean =>
  table.comparedBefore.longestBefore(text, at, from) > 0 && table.notComparedBefore.longestBefore(text, at, from) === 0;

/** Whether it is of several years, as it is written. */
export const isLong = ({ from, to }: TimeExpression): boolean => from.year !== to.year || from.epoch !== to.epoch;

/** 剔除上年一次性因素: the year before or after tells of what, not when, unless a figure is attached. */
const isOtherYear = (time: TimeExpression): boolean =>
  time.from.epoch === 'spoken' && time.from.year !== 0 && !isAveraged(time);

/** 两年|平均增长4%. */
const isAveraged = (time: TimeExpression): boolean => time.from.epoch === 'spoken' && isLong(time);

/** 完成年度目标的74.4%, 实现2035年远景目标: the year is that of the goal. */
const isGoal = (table: TimeTable, text: string, { from, end }: TimeExpression, limit: number): boolean =>
  table.visions.longestAt(text, end, limit) > 0 ||
  (from.epoch === 'spoken' && from.year === 0 && from.month === 0 && table.goals.longestAt(text, end, limit) > 0);

/** 回到2010年|水平; 相当于|2010年到2014年新建公路|的总和，: what all of a clause is held against. */
const isYardstick = (table: TimeTable, text: string, { start, end }: TimeExpression, clause: Span): boolean =>
  table.yardsticks.longestAt(text, end, clause.end) > 0 ||
  (table.comparedWith.longestBefore(text, start, clause.start) > 0 &&
    table.yardsticks.longestBefore(text, clause.end, end) > 0);

/** 去年9月26日会议部署的政策. */
const isOfDecision = (table: TimeTable, text: string, { from, end }: TimeExpression, clauseEnd: number): boolean =>
  from.month > 0 && table.decided.isIn(text, end, clauseEnd);

/** Between a time and the figure that alone is of it stands no more: 2019年的|近|21%. */
const ATTACHED_REACH = 2;

export const isAttached = ({ attached }: Mention, figure: number): boolean =>
  attached >= 0 && attached <= figure && figure - attached <= ATTACHED_REACH;

/** 由2019年的21%上升到38%: a time that a figure has to itself is that of no other. */
export function isGivenAway({ attached }: Mention, isFigure: (place: number) => boolean): boolean {
  for (let at = attached; attached >= 0 && at <= attached + ATTACHED_REACH; at++) if (isFigure(at)) return true;
  return false;
}

/** 恢复到2019年的112%: what a ratio is of is not its time. */
export const isBaseOfRatio = (table: TimeTable, text: string, { time, attached }: Mention, sentence: Span): boolean =>
  attached >= 0 &&
  (table.comparedWith.longestBefore(text, time.start, sentence.start) > 0 ||
    table.comparedWith.longestAt(text, time.start, time.end) > 0);
