/** Reads the time that is written at a place of a text: 截至2025年9月底, 今年以来, “十四五”时期, 2022年7月至2023年6月. */
import { CHAR } from '../numerals/table.ts';
import type { Epoch, TimeMeaning, TimeTable } from './table.ts';

/** A year counted from an epoch, with a month and a day of it where they are told, else 0. */
export type TimeBound = { epoch: Epoch; year: number; month: number; day: number };

export type TimeExpression = {
  start: number;
  end: number;
  from: TimeBound;
  to: TimeBound;
  /** 截至9月底, 目前: a point, not a span. */
  isPoint: boolean;
  /** 上年同期: of the months that are reported on. */
  isSamePeriod: boolean;
  /** 五年内: years that are past, or to come where the figure is a target. */
  isEitherWay: boolean;
};

/** The longest time that begins at a place; null where none does. */
export function readTime(table: TimeTable, text: string, start: number, limit: number): TimeExpression | null {
  // Most of what looks like the beginning of one is the number of something else.
  if (table.openingWords.longestAt(text, start, limit) === 0) {
    const number = table.openers.at(text, start) ? ofSigns(table, text, start, limit) : null;
    return number && joined(table, text, number, limit);
  }
  if (table.notTimes.longestAt(text, start, limit) > 0) return null;
  const plain = readOne(table, text, start, limit);
  if (plain) return joined(table, text, plain, limit);
  const until = table.until.longestAt(text, start, limit);
  if (until > 0) {
    const point = readOne(table, text, start + until, limit);
    return point && { ...point, start, from: point.isPoint ? point.from : point.to, isPoint: true };
  }
  const from = table.from.longestAt(text, start, limit);
  const first = from > 0 ? readOne(table, text, start + from, limit) : null;
  if (!first) return null;
  const span = joined(table, text, first, limit);
  // 从|2020年|的12%: where a move starts, not since when.
  if (span === first && table.attributive.longestAt(text, first.end, limit) > 0) return { ...first, start };
  return { ...span, start, to: span === first ? REPORTED : span.to, isPoint: false };
}

/** The first time in a stretch of text. */
export function firstTime(table: TimeTable, text: string, start: number, end: number): TimeExpression | null {
  for (let at = table.openings.until(text, start, end); at < end; at = table.openings.until(text, at + 1, end)) {
    const found = readTime(table, text, at, end);
    if (found) return found;
  }
  return null;
}

/** 去年3月列入试点以来: from there to the year reported on, where the clause ends so. */
export function sinceThen(table: TimeTable, text: string, time: TimeExpression, clauseEnd: number): TimeExpression {
  const isSince = table.clauseSince.longestBefore(text, clauseEnd, time.end) > 0;
  return isSince ? { ...time, to: REPORTED, isPoint: false } : time;
}

/** 2022年7月至2023年6月: the second end has the year of the first where it tells none. */
function joined(table: TimeTable, text: string, first: TimeExpression, limit: number): TimeExpression {
  const joint = table.joints.longestAt(text, first.end, limit);
  if (joint === 0) return first;
  const second = readOne(table, text, first.end + joint, limit) ?? dayAt(table, text, first, first.end + joint, limit);
  if (!second) return first;
  const { from } = first;
  const to = second.to.epoch === 'spoken' ? { ...second.to, epoch: from.epoch, year: from.year } : second.to;
  return { ...first, end: second.end, to, isPoint: false };
}

/** 9月11日至|22日. */
function dayAt(
  table: TimeTable,
  text: string,
  { from }: TimeExpression,
  at: number,
  limit: number,
): TimeExpression | null {
  const { dayUnit } = table.numerals;
  const day = from.day > 0 ? readNumber(table, text, at, limit) : null;
  return day && isDay(day.value) && text.startsWith(dayUnit, day.end)
    ? point(at, day.end + dayUnit.length, { ...from, day: day.value })
    : null;
}

function readOne(table: TimeTable, text: string, start: number, limit: number): TimeExpression | null {
  const meaning = meaningAt(table, text, start, limit);
  return meaning
    ? ofWord(table, text, start, start + table.words.longestAt(text, start, limit), meaning, limit)
    : ofSigns(table, text, start, limit);
}

/** “十四五”, 2025年: what begins with a bracket or a numeral. */
function ofSigns(table: TimeTable, text: string, start: number, limit: number): TimeExpression | null {
  const { openers, closers } = table.punctuation;
  if (!openers.at(text, start)) return ofNumber(table, text, start, limit);
  const plan = meaningAt(table, text, start + 1, limit);
  const end = start + 1 + table.words.longestAt(text, start + 1, limit);
  return plan?.type === 'plan' && closers.at(text, end) ? ofWord(table, text, start, end + 1, plan, limit) : null;
}

// Words

/** What the longest word at a place says; null where none stands. */
function meaningAt({ words, meanings }: TimeTable, text: string, at: number, limit: number): TimeMeaning | null {
  const word = words.wordAt(text, at, limit);
  return word < 0 ? null : meanings[word]!;
}

function ofWord(
  table: TimeTable,
  text: string,
  start: number,
  end: number,
  meaning: TimeMeaning,
  limit: number,
): TimeExpression | null {
  switch (meaning.type) {
    case 'year':
      return withinYear(table, text, start, end, bound(meaning.epoch, meaning.year), limit);
    case 'months':
      return withTails(
        table,
        text,
        span(start, end, inMonth(SPOKEN, meaning.from), inMonth(SPOKEN, meaning.to)),
        limit,
      );
    case 'period':
      return span(start, end, bound(meaning.of, meaning.offset), bound(meaning.of, meaning.offset));
    case 'plan':
      return (
        partOfPlan(table, text, start, end, meaning.from, limit) ??
        withTails(table, text, yearsFrom(start, end, meaning.from, table.planYears), limit)
      );
    case 'event': {
      const since = table.since.longestAt(text, end, limit);
      return since > 0 ? span(start, end + since, bound('calendar', meaning.year), REPORTED) : null;
    }
    case 'term':
      return withTails(table, text, span(start, end, bound('term', 0), REPORTED), limit);
    case 'now':
      return point(start, end, REPORTED);
    case 'before':
      return point(start, end, bound('reported', -1));
    case 'edge':
      return point(start, end, SPOKEN);
    case 'vague':
      return span(start, end, UNTOLD, UNTOLD);
    case 'firstMonths':
      return firstMonths(table, text, start, end, limit);
    case 'past':
      return yearsAround(table, text, start, end, 'past', limit) ?? pastYear(table, text, start, end, limit);
    case 'coming':
      return yearsAround(table, text, start, end, 'coming', limit);
  }
}

/** “十四五”|前四年. */
function partOfPlan(
  table: TimeTable,
  text: string,
  start: number,
  at: number,
  first: number,
  limit: number,
): TimeExpression | null {
  const joint = table.partsOfPlan.longestAt(text, at, limit);
  const years = joint > 0 ? readYears(table, text, at + joint, limit) : null;
  return years && yearsFrom(start, years.end, first, years.value);
}

const yearsFrom = (start: number, end: number, first: number, years: number): TimeExpression =>
  span(start, end, bound('calendar', first), bound('calendar', first + years - 1));

/** 前8个月. */
function firstMonths(table: TimeTable, text: string, start: number, at: number, limit: number): TimeExpression | null {
  const number = readNumber(table, text, at, limit);
  const unit = number ? table.monthCounts.longestAt(text, number.end, limit) : 0;
  if (!number || unit === 0 || !isMonth(number.value)) return null;
  return span(start, number.end + unit, inMonth(SPOKEN, 1), inMonth(SPOKEN, number.value));
}

/** 过去五年, 近三年来, 未来五年. */
function yearsAround(
  table: TimeTable,
  text: string,
  start: number,
  at: number,
  side: 'past' | 'coming',
  limit: number,
): TimeExpression | null {
  const years = readYears(table, text, at, limit);
  if (!years) return null;
  const end = years.end + table.lengthTails.longestAt(text, years.end, limit);
  return side === 'past'
    ? lastYears(start, end, years.value)
    : span(start, end, bound('planned', 0), bound('planned', years.value - 1));
}

/** 刚刚过去的2025年. */
function pastYear(table: TimeTable, text: string, start: number, at: number, limit: number): TimeExpression | null {
  const year = ofNumber(table, text, at, limit);
  return year?.from.epoch === 'calendar' ? { ...year, start } : null;
}

// Numbers

function ofNumber(table: TimeTable, text: string, start: number, limit: number): TimeExpression | null {
  const { yearUnit, monthUnit } = table.numerals;
  // Most numbers are of something else.
  if (!table.numberTails.at(text, endOfDigits(table, text, start))) return null;
  const masked = endOfMaskedYear(table, text, start);
  if (masked > 0) return withinYear(table, text, start, masked, UNTOLD, limit);
  const number = readNumber(table, text, start, limit);
  if (!number) return null;
  const { value, end } = number;
  if (text.startsWith(yearUnit, end)) {
    const after = end + yearUnit.length;
    if (isYear(value))
      return table.notYears.longestAt(text, after, limit) > 0
        ? null
        : withinYear(table, text, start, after, bound('calendar', value), limit);
    return yearsBack(table, text, start, after, value, limit);
  }
  const fiscal = table.fiscalYear.longestAt(text, end, limit);
  if (isYear(value) && fiscal > 0) return withinYear(table, text, start, end + fiscal, bound('calendar', value), limit);
  // 2024学年
  if (isYear(value) && table.schoolYear.longestAt(text, end, limit) > 0)
    return withTails(table, text, span(start, end, bound('calendar', value), bound('calendar', value)), limit);
  if (text.startsWith(monthUnit, end)) return monthsAt(table, text, start, start, SPOKEN, limit);
  const joint = table.joints.longestAt(text, end, limit);
  const second = joint > 0 ? readNumber(table, text, end + joint, limit) : null;
  if (!second) return null;
  const isSchoolYear = table.schoolYear.longestAt(text, second.end, limit) > 0;
  if ((isSchoolYear || text.startsWith(yearUnit, second.end)) && isYear(value) && isYear(second.value)) {
    const end = second.end + (isSchoolYear ? 0 : yearUnit.length);
    const years = span(start, end, bound('calendar', value), bound('calendar', second.value));
    return withTails(table, text, years, limit);
  }
  return monthsAt(table, text, start, start, SPOKEN, limit);
}

/** 五年来, 三年前: a number of years counts only with a word that says from where. */
function yearsBack(
  table: TimeTable,
  text: string,
  start: number,
  at: number,
  years: number,
  limit: number,
): TimeExpression | null {
  if (!isLength(years)) return null;
  const tail = table.lengthTails.longestAt(text, at, limit);
  const since = table.since.longestAt(text, at, limit);
  if (Math.max(tail, since) > 0) return lastYears(start, at + Math.max(tail, since), years);
  const within = table.lengthWithin.longestAt(text, at, limit);
  const isSpan = within > 0 || table.lengthBefore.longestAt(text, at, limit) > 0;
  const isAveraged = table.averaged.longestAt(text, at, limit) > 0;
  if ((isSpan || isAveraged) && table.lengthNotAfter.longestBefore(text, start) === 0)
    return isAveraged
      ? span(start, at, bound('spoken', 1 - years), SPOKEN)
      : { ...lastYears(start, at + within, years), isEitherWay: true };
  const ago = table.ago.longestAt(text, at, limit);
  return ago > 0 ? point(start, at + ago, bound('reported', -years)) : null;
}

/** 五年改革成效: in a heading a number of years is past without a word that says so. */
export function readHeadingYears(table: TimeTable, text: string, start: number, limit: number): TimeExpression | null {
  const years = readYears(table, text, start, limit);
  if (!years || years.value < 2) return null;
  // 青禾十年：…
  const isWhole = years.end === limit || /[^\p{L}\p{N}]/u.test(text.charAt(years.end));
  const isPast = isWhole || table.headingLengths.longestAt(text, years.end, limit) > 0;
  return isPast ? lastYears(start, years.end, years.value) : null;
}

/** A number of years, up to the end of its unit: 五年. */
function readYears(table: TimeTable, text: string, at: number, limit: number): ReadNumber | null {
  const { yearUnit } = table.numerals;
  const number = readNumber(table, text, at, limit);
  if (!number || !isLength(number.value) || !text.startsWith(yearUnit, number.end)) return null;
  return { value: number.value, end: number.end + yearUnit.length };
}

const lastYears = (start: number, end: number, years: number): TimeExpression =>
  span(start, end, bound('reported', 1 - years), REPORTED);

/** What of the year is told behind it: 2025年|1—8月, 今年|上半年, 2024年|6月30日. */
function withinYear(
  table: TimeTable,
  text: string,
  start: number,
  at: number,
  year: TimeBound,
  limit: number,
): TimeExpression {
  const end = at + table.during.longestAt(text, at, limit);
  const meaning = meaningAt(table, text, end, limit);
  if (meaning?.type === 'months') {
    const months = span(
      start,
      end + table.words.longestAt(text, end, limit),
      inMonth(year, meaning.from),
      inMonth(year, meaning.to),
    );
    return withTails(table, text, months, limit);
  }
  if (meaning?.type === 'firstMonths') {
    const months = firstMonths(table, text, end, end + table.words.longestAt(text, end, limit), limit);
    if (months) return span(start, months.end, inMonth(year, months.from.month), inMonth(year, months.to.month));
  }
  return monthsAt(table, text, start, end, year, limit) ?? withTails(table, text, span(start, end, year, year), limit);
}

/** The same with what follows: 8月|底. */
function monthsAt(
  table: TimeTable,
  text: string,
  start: number,
  at: number,
  year: TimeBound,
  limit: number,
): TimeExpression | null {
  const months = monthAt(table, text, start, at, year, limit);
  return months && withTails(table, text, months, limit);
}

/** 8月, 1—8月, 1月至8月, 6月30日. */
function monthAt(
  table: TimeTable,
  text: string,
  start: number,
  at: number,
  year: TimeBound,
  limit: number,
): TimeExpression | null {
  const { monthUnit, dayUnit } = table.numerals;
  const number = readNumber(table, text, at, limit);
  if (!number || !isMonth(number.value)) return null;
  const joint = table.joints.longestAt(text, number.end, limit);
  const second = joint > 0 ? readNumber(table, text, number.end + joint, limit) : null;
  if (second && isMonth(second.value) && text.startsWith(monthUnit, second.end))
    return span(start, second.end + monthUnit.length, inMonth(year, number.value), inMonth(year, second.value));
  if (!text.startsWith(monthUnit, number.end)) return null;
  const end = number.end + monthUnit.length;
  const month = inMonth(year, number.value);
  const day = readNumber(table, text, end, limit);
  if (day && isDay(day.value) && text.startsWith(dayUnit, day.end))
    return point(start, day.end + dayUnit.length, { ...month, day: day.value });
  return span(start, end, month, month);
}

/** The same with what follows: “十四五”|时期|末, 今年|以来. */
function withTails(table: TimeTable, text: string, time: TimeExpression, limit: number): TimeExpression {
  for (let { end } = time; ; ) {
    const tailed = withTail(table, text, time, end, limit);
    if (tailed) return tailed;
    const during = table.during.longestAt(text, end, limit);
    if (during === 0) return end === time.end ? time : { ...time, end };
    end += during;
  }
}

/** 2025年|底, “十四五”|末, 今年|以来, 上年|同期, 2024—2025|学年. */
function withTail(
  table: TimeTable,
  text: string,
  time: TimeExpression,
  end: number,
  limit: number,
): TimeExpression | null {
  const { from, to } = time;
  const edge = table.ends.longestAt(text, end, limit);
  if (edge > 0) return point(time.start, end + edge, to);
  const beginning = table.beginnings.longestAt(text, end, limit);
  if (beginning > 0) return point(time.start, end + beginning, from);
  const since = table.since.longestAt(text, end, limit);
  if (since > 0) return { ...time, end: end + since, to: isThisYear(from) ? to : REPORTED, isPoint: false };
  const same = table.samePeriod.longestAt(text, end, limit);
  if (same > 0) return { ...time, end: end + same, isSamePeriod: true };
  const school = table.schoolYear.longestAt(text, end, limit);
  if (school === 0) return null;
  const next = to.year === from.year ? { ...to, year: to.year + 1 } : to;
  return span(time.start, end + school, inMonth(from, 9), inMonth(next, 8));
}

// Parts

const bound = (epoch: Epoch, year: number): TimeBound => ({ epoch, year, month: 0, day: 0 });
const inMonth = ({ epoch, year }: TimeBound, month: number): TimeBound => ({ epoch, year, month, day: 0 });

/** 今年以来 ends where 今年 does. */
const isThisYear = ({ epoch, year }: TimeBound): boolean => epoch === 'given' && year === 0;

const REPORTED = bound('reported', 0);
const SPOKEN = bound('spoken', 0);
const UNTOLD = bound('untold', 0);

const span = (start: number, end: number, from: TimeBound, to: TimeBound): TimeExpression => ({
  start,
  end,
  from,
  to,
  isPoint: false,
  isSamePeriod: false,
  isEitherWay: false,
});

const point = (start: number, end: number, at: TimeBound): TimeExpression => ({
  start,
  end,
  from: at,
  to: at,
  isPoint: true,
  isSamePeriod: false,
  isEitherWay: false,
});

const isYear = (value: number): boolean => value >= 1900 && value < 2100;
const isMonth = (value: number): boolean => value >= 1 && value <= 12;
const isDay = (value: number): boolean => value >= 1 && value <= 31;
/** Of years: more are a year. */
const isLength = (value: number): boolean => value >= 1 && value < 100;

type ReadNumber = { value: number; end: number };

const LONGEST_NUMBER = 4;

/** Where the digits, multipliers and masks end that begin at a place, of which no more are looked at than a number may have. */
function endOfDigits(
  { numerals: { classes, zeroSigns }, numberTails }: TimeTable,
  text: string,
  start: number,
): number {
  const limit = Math.min(text.length, start + LONGEST_NUMBER + 1);
  const isOfNumber = (at: number) => classes[text.charCodeAt(at)]! & OF_NUMBER || zeroSigns.at(text, at);
  let end = start;
  while (end < limit && isOfNumber(end) && !numberTails.at(text, end)) end++;
  return end;
}

const OF_NUMBER = CHAR.arabic | CHAR.chineseDigit | CHAR.smallMultiplier | CHAR.mask;

/** A whole number of at most four characters: 2025, 二〇二五, 十一. */
function readNumber({ numerals }: TimeTable, text: string, start: number, limit: number): ReadNumber | null {
  const { classes, digits, multipliers, zeroSigns } = numerals;
  let value = 0;
  let end = start;
  let isSpelled = false;
  for (; end < limit && end - start <= LONGEST_NUMBER; end++) {
    const bits = classes[text.charCodeAt(end)] ?? 0;
    if (bits & CHAR.arabic) {
      value = value * 10 + (text.charCodeAt(end) & 0xf);
      continue;
    }
    const isZero = zeroSigns.at(text, end);
    if (!isZero && !(bits & (CHAR.chineseDigit | CHAR.smallMultiplier))) break;
    const char = text[end]!;
    if (bits & CHAR.smallMultiplier && multipliers.get(char) === 1) {
      // 二十一: what is before the ten is how many of them.
      value = Math.max(1, value) * 10;
      isSpelled = true;
    } else if (isZero || digits.has(char))
      value = isSpelled ? value + (digits.get(char) ?? 0) : value * 10 + (digits.get(char) ?? 0);
    else break;
  }
  return end > start && end - start <= LONGEST_NUMBER ? { value, end } : null;
}

/** 202*年, 20××年, **年: where the sign of the year ends; 0 where none stands. */
function endOfMaskedYear({ numerals }: TimeTable, text: string, start: number): number {
  const { classes, yearUnit } = numerals;
  let end = start;
  let isMasked = false;
  for (; end - start <= LONGEST_NUMBER; end++) {
    const bits = classes[text.charCodeAt(end)] ?? 0;
    if (bits & CHAR.mask) isMasked = true;
    else if (!(bits & CHAR.arabic)) break;
  }
  const isOne = isMasked && end - start >= 2 && end - start <= LONGEST_NUMBER && text.startsWith(yearUnit, end);
  return isOne ? end + yearUnit.length : 0;
}
