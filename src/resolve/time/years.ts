/** Which of several years a figure is of: what was summed or grew is of all of them, a level that was reached of the last. */
import type { NamedFigure } from '../../judge/figure.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import type { Time } from '../../model/time.ts';
import type { Role } from '../../model/vocabulary.ts';
import type { BasisDecision } from '../basis/stated.ts';
import type { Kind } from '../kind.ts';
import { firstYear, isOfWholeYears, lastYear } from './clock.ts';
import type { TimedSentence } from './sentence.ts';

/** Answers for the figures of a sentence, in text order: an average is of all of them, so is what each year came to. */
export function yearsOfLevels({
  text,
  isFigure,
  pack: { time: table, basis, punctuation },
}: TimedSentence): (time: Time, figure: NamedFigure, kind: Kind, role: Role | null) => Time {
  const isAveraged = (words: string, from: number, to: number): boolean => {
    const at = basis.average.firstIn(words, from, to);
    // 年平均浓度 is one measure, of each year.
    return at >= 0 && basis.notCompares.longestAt(words, at, to) === 0;
  };
  // Where the last of the steps ends that were passed one by one: 连跨7亿元、8亿元.
  let stepEnd = -1;
  return (time, figure, { kind }, role) => {
    if (kind === 'change' || firstYear(time) === lastYear(time)) return time;
    const { left, quantity, name } = figure;
    const { start, end } = quantity.span;
    const isStep = table.steps.longestBefore(text, start, left.start) > 0 || stepEnd === start - 1;
    if (isStep) stepEnd = end;
    const isPassed = isStep && punctuation.enumerators.at(text, end) && isFigure(end + 1);
    if (isPassed || isAveraged(text, left.start, start) || table.yearly.isIn(name?.text ?? '')) return time;
    return isStep || isReached(text, figure, kind, role, table) ? { from: time.to, to: time.to } : time;
  };
}

/**
 * An average is of several years in any case: of those since the time that the sentence compares with, else of the five-year plan. What grew on the
 * year before is of the last.
 */
export function yearsOfChange(
  time: Time,
  { basis, isAverage, since }: BasisDecision & { since: string | null },
  planned: number | null,
  table: TimeTable,
): Time {
  if (!isOfWholeYears(time)) return time;
  if (isAverage && time.from === time.to) return since ? yearsSince(since, time) : planOf(time, planned, table);
  return basis === 'yoy' ? { from: time.to, to: time.to } : time;
}

/** Nothing of these comes together over the years. */
const RELATIVE: ReadonlySet<string> = new Set(['ratio', 'percent']);

/** 五年来…达到3万亿元, 率: what it came to in the end, not what came together. */
function isReached(
  text: string,
  { left, quantity: { span, unit }, name }: NamedFigure,
  kind: Kind['kind'],
  role: Role | null,
  { reached, flows, stocks, sums }: TimeTable,
): boolean {
  if (kind !== 'level' || role === 'to') return true;
  const isSum = sums.isIn(text, left.start, span.start);
  // 是2020年的3.2倍, 新建小区养老设施配建率达100%
  if (RELATIVE.has(unit?.dimension ?? '') && !isSum) return true;
  const words = name?.text ?? '';
  if (flows.isIn(words) || flows.isIn(text, name?.span?.start ?? span.start, span.start)) return false;
  // 集聚|8家, 集聚|人才|84万人.
  const starts = [span.start, name?.span?.start ?? span.start];
  if (starts.some((start) => reached.longestBefore(text, start, left.start) > 0)) return true;
  return stocks.longestBefore(words, words.length) > 0 && !isSum;
}

/** From the year after one: 比2020年增长34%，年均增长6%. */
const yearsSince = (year: string, { to }: Time): Time => ({ from: String(Number(year) + 1), to });

/**
 * The five years of the plan that a year belongs to: 年均增长 in a report of its last year, a goal for its first. A goal for a year between (到2027年，年均增长5%)
 * is of those from the year planned on.
 */
function planOf(time: Time, planned: number | null, { planYears, firstPlan }: TimeTable): Time {
  const since = (firstYear(time) - firstPlan) % planYears;
  const first = firstYear(time) - since;
  if (since === 0 || since === planYears - 1) return { from: String(first), to: String(first + planYears - 1) };
  return planned !== null && planned < firstYear(time) ? { from: String(planned), to: time.to } : time;
}
