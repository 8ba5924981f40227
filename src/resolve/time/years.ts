/** Which of several years a figure is of: what was summed or grew is of all of them, a level that was reached of the last. */
import type { NamedFigure } from '../../judge/figure.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import type { Time } from '../../model/time.ts';
import type { Role } from '../../model/vocabulary.ts';
import type { Kind } from '../kind.ts';
import { firstYear, lastYear } from './clock.ts';

const YEAR_DIGITS = 4;

/** An average is of several years in any case. */
export function yearsOf(
  time: Time,
  text: string,
  figure: NamedFigure,
  { kind }: Kind,
  role: Role | null,
  { time: table, basis }: RulePack,
): Time {
  const isLong = firstYear(time) < lastYear(time);
  const isOne = !isLong && time.from.length === YEAR_DIGITS && time.from === time.to;
  if (!isLong && !(isOne && kind === 'change')) return time;
  const isAverage = basis.average.isIn(text, figure.left.start, figure.quantity.span.start);
  if (isOne) return isAverage ? planOf(time, table) : time;
  return !isAverage && isReached(text, figure, kind, role, table) ? { from: time.to, to: time.to } : time;
}

/** 五年来…达到3万亿元, 率: what it came to in the end, not what came together. */
function isReached(
  text: string,
  { left, quantity: { span }, name }: NamedFigure,
  kind: Kind['kind'],
  role: Role | null,
  { reached, stocks, sums }: TimeTable,
): boolean {
  if (kind === 'change') return false;
  if (kind !== 'level' || role === 'to') return true;
  if (reached.longestBefore(text, span.start, left.start) > 0) return true;
  const words = name?.text ?? '';
  return stocks.longestBefore(words, words.length) > 0 && !sums.isIn(text, left.start, span.start);
}

/** The five years of the plan that a year belongs to: 年均增长 in a report of its last year, a goal for its first. */
function planOf(time: Time, { planYears, firstPlan }: TimeTable): Time {
  const since = (firstYear(time) - firstPlan) % planYears;
  const first = firstYear(time) - since;
  return since > 0 && since < planYears - 1 ? time : { from: String(first), to: String(first + planYears - 1) };
}
