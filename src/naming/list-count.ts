/** What sums up a list behind its members, with their number: 信用建设和获得信贷|两项指标, 玉米、大豆|两大作物|产量. */
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';

/** `head`: what follows the words that sum up, which all members have. */
export type SummedList = { members: Span; head: string };

/** A list of so many members without the words that sum it up. */
export function withoutSum(context: NamingContext, { start, end }: Span, count: number | null): SummedList {
  const { text, classes, quantityFrom } = context;
  for (let i = end - 1; i > start; i--) {
    const quantity = quantityFrom(i);
    // 第一、第二、第三|产业: a place in an order is no number of members.
    if (!quantity?.unit || quantity.form === 'rank' || quantity.span.end > end) continue;
    const unit = quantity.span.end - quantity.unit.raw.length;
    const members = { start, end: i };
    const noun = quantity.span.end + classes.listNoun.longestAt(text, quantity.span.end, end);
    const sums = noun > quantity.span.end && (count === null ? noun === end : quantity.number === count);
    if (sums) return { members, head: text.slice(noun, end) };
    const isCount = count !== null && quantity.unit.dimension === 'count';
    if (isCount && classes.listCount.longestAt(text, unit, end) > 0) return { members, head: '' };
  }
  return { members: { start, end }, head: '' };
}
