/** All that a list named, taken together: …分别为2亿元、1亿元，|合计|增长5%; 解决率、满意率…，|两项指标|都过九成. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';
import type { Memory } from './memory.ts';
import { composed } from './name.ts';
import type { LeftPhrase } from './phrase.ts';

/** The name of a figure of all members of the last list; null for a figure of its own. */
export function nameOfAll(
  context: NamingContext,
  { left }: Figure,
  { name }: LeftPhrase,
  { group }: Memory,
): Name | null {
  if (group.length < 2) return null;
  const isAll = name ? countsMembers(context, name, group.length) : opensTotal(context, left);
  return isAll ? joined(context, group) : null;
}

/** 两项指标: the number of the members, and a noun that stands for any of them. */
function countsMembers({ text, classes, quantityFrom }: NamingContext, { start, end }: Span, count: number): boolean {
  const quantity = quantityFrom(start);
  return quantity?.number === count && quantity.span.end < end && classes.listNoun.is(text, quantity.span.end, end);
}

function opensTotal(context: NamingContext, { start, end }: Span): boolean {
  const first = context.marks.leading.endOfRun(context.text, start, end);
  return wordAt(context, first, end, context.classes.inTotal) > 0;
}

/** 甲产值 and 乙产值: 甲、乙产值. */
function joined({ classes: { measureHead }, listSign }: NamingContext, group: readonly Name[]): Name {
  const names = group.map(({ text }) => text);
  const last = names.at(-1) ?? '';
  const length = measureHead.longestBefore(last, last.length);
  const head = last.slice(last.length - length);
  // 出勤率 without 率 would be another word.
  const withoutHead = (name: string) => (length > 1 && name.endsWith(head) ? name.slice(0, -length) : name);
  const members = names.slice(0, -1).map(withoutHead);
  return composed([...members, last].join(listSign));
}
