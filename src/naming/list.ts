/** Gives out the names of a list to the values after 分别, completing the members that share a head or a prefix. */

import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';
import { stripLead } from './lead.ts';
import { composed, nameAt } from './name.ts';

/** The members of a list of names; one where it is no list. */
export function listMembers(context: NamingContext, span: Span, isAlike: boolean): Name[] {
  const parts = splitList(context, dropCount(context, span));
  const [first, ...others] = parts;
  const last = others.at(-1);
  // 接待游客、实现收入分别为8万人次、3亿元: of different units, each member is whole.
  if (!first || !last || !isAlike) return parts.map((part) => nameAt(context, part));
  const names = completeHeads(context, parts, last);
  const prefix = sharedPrefix(context, first, others);
  return prefix === '' ? names : names.map((name, i) => (i === 0 ? name : composed(prefix, name.text)));
}

/** 信用建设和获得信贷两项指标: the count of the list is no member. */
function dropCount({ text, classes, quantityFrom }: NamingContext, { start, end }: Span): Span {
  for (let i = end - 1; i > start; i--) {
    const quantity = quantityFrom(i);
    if (quantity?.unit?.dimension === 'count' && quantity.span.end <= end) {
      const unit = quantity.span.end - quantity.unit.raw.length;
      if (classes.listCount.longestAt(text, unit, end) > 0) return { start, end: i };
    }
  }
  return { start, end };
}

function splitList(context: NamingContext, { start, end }: Span): Span[] {
  const { text, classes, marks, brackets } = context;
  const parts: Span[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    i = brackets.closing.get(i) ?? i;
    const joint = i > from ? wordAt(context, i, end, classes.joint) : 0;
    const length = marks.enumerators.at(text, i) ? 1 : joint;
    if (length === 0) continue;
    parts.push({ start: from, end: i });
    from = i + length;
    i = from - 1;
  }
  parts.push({ start: from, end });
  return parts.filter((part) => part.start < part.end).map((part) => stripLead(context, part));
}

/** 城镇和农村居民人均可支配收入: the first member lacks the head of the last. */
function completeHeads(context: NamingContext, parts: readonly Span[], last: Span): Name[] {
  const { text, classes } = context;
  const hasHead = (span: Span) => classes.measureHead.longestBefore(text, span.end, span.start) > 0;
  if (!hasHead(last)) return parts.map((part) => nameAt(context, part));
  return parts.map((part) => {
    if (hasHead(part)) return nameAt(context, part);
    const member = text.slice(part.start, part.end);
    return composed(member, missingTail(context, part, last));
  });
}

/** A member that lacks what opens the first is no longer than this. */
const LONGEST_HEAD = 4;

/** 集成电路 in 集成电路、工业机器人产量 lacks the measure only; 城镇 in 城镇和农村居民人均可支配收入 all but the first word. */
function missingTail(context: NamingContext, part: Span, last: Span): string {
  const { text, classes } = context;
  const member = text.slice(part.start, part.end);
  const isThing = member.length > 2 && classes.sharedPrefix.longestAt(member, 0) < member.length;
  // 新能源汽车 ends as 汽车 in 汽车产量 does.
  const sharesEnd = text.slice(last.start, last.end).includes(member.slice(-2));
  if (!isThing || sharesEnd) return sharedTail(context, member, last);
  return text.slice(last.end - classes.measureHead.longestBefore(text, last.end, last.start), last.end);
}

/**
 * What a short member lacks: all after the words it shares with the last one (汽车 in 新能源汽车|产量), else all after the
 * last one's own first word (农村|居民人均可支配收入).
 */
function sharedTail({ text, words }: NamingContext, member: string, { start, end }: Span): string {
  const last = text.slice(start, end);
  for (let length = member.length; length >= 2; length--) {
    const at = last.indexOf(member.slice(-length));
    if (at >= 0 && at + length < last.length) return last.slice(at + length);
  }
  return last.slice(words.from(start)?.text.length ?? 1);
}

/** 单位地区生产总值|能耗、用水量: what opens the first member is shared by the others; empty where nothing is. */
function sharedPrefix({ text, classes, words }: NamingContext, first: Span, others: readonly Span[]): string {
  const opens = ({ start, end }: Span) => classes.sharedPrefix.longestAt(text, start, end) > 0;
  if (!opens(first) || others.some((part) => opens(part) || part.end - part.start > LONGEST_HEAD)) return '';
  const head = words.until(first.end)?.text.length ?? 0;
  const prefix = text.slice(first.start, first.end - head);
  return prefix.length < 2 ? '' : prefix;
}
