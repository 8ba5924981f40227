/** Gives out the names of a list to the values after 分别, completing the members that share a head or a prefix. */
import type { Span } from '../../model/span.ts';
import type { NamingContext } from './phrase.ts';
import { stripLead } from './phrase.ts';
import { composed, type Name, nameAt } from './name.ts';

/** The members of a list of names; one where it is no list. */
export function listMembers(context: NamingContext, span: Span): Name[] {
  const parts = splitList(context, dropCount(context, span));
  if (parts.length === 1) return [nameAt(context.text, parts[0]!)];
  return completePrefix(context, completeHeads(context, parts), parts);
}

/** 信用建设和获得信贷两项指标: the count of the list is no member. */
function dropCount({ text, classes, quantityFrom }: NamingContext, { start, end }: Span): Span {
  for (let i = end - 1; i > start; i--) {
    const quantity = quantityFrom(i);
    if (quantity?.unit?.dimension === 'count' && quantity.span.end <= end) {
      const rest = text.slice(quantity.span.end - quantity.unit.raw.length, end);
      if (classes.listCount.longestAt(rest, 0) > 0) return { start, end: i };
    }
  }
  return { start, end };
}

function splitList(context: NamingContext, { start, end }: Span): Span[] {
  const { text, classes, words, enumerators } = context;
  const parts: Span[] = [];
  let from = start;
  let depth = 0;
  for (let i = start; i < end; i++) {
    if (/[“‘（(《]/.test(text[i]!)) depth++;
    if (/[”’）)》]/.test(text[i]!)) depth--;
    if (depth > 0) continue;
    const joint = words.isBoundary(i) ? classes.joint.lengthsAt(text, i, end).find((length) => words.isBoundary(i + length)) : undefined;
    const length = enumerators.has(text[i]!) ? 1 : i > from && joint ? joint : 0;
    if (length === 0) continue;
    parts.push({ start: from, end: i });
    from = i + length;
    i = from - 1;
  }
  parts.push({ start: from, end });
  return parts.filter((part) => part.start < part.end).map((part) => stripLead(context, part));
}

/** 城镇和农村居民人均可支配收入: the first member lacks the head of the last. */
function completeHeads(context: NamingContext, parts: readonly Span[]): Name[] {
  const { text, classes } = context;
  const last = parts.at(-1)!;
  const hasHead = (span: Span) => classes.measureHead.longestBefore(text, span.end, span.start) > 0;
  if (!hasHead(last)) return parts.map((part) => nameAt(text, part));
  const tail = text.slice(endOfFirstWord(context, last), last.end);
  return parts.map((part) => (hasHead(part) ? nameAt(text, part) : joinOverlap(text.slice(part.start, part.end), tail)));
}

const endOfFirstWord = ({ words }: NamingContext, { start, end }: Span): number =>
  Math.min(end, start + (words.from(start)?.text.length ?? 1));

/** 汽车 + 汽车产量 is 汽车产量. */
function joinOverlap(member: string, tail: string): Name {
  for (let length = Math.min(member.length, tail.length); length > 0; length--) {
    if (member.endsWith(tail.slice(0, length))) return composed(member, tail.slice(length));
  }
  return composed(member, tail);
}

/** 单位地区生产总值能耗、用水量: what opens the first member is shared by the others. */
function completePrefix(context: NamingContext, names: readonly Name[], parts: readonly Span[]): Name[] {
  const { text, classes, words } = context;
  const first = parts[0]!;
  if (classes.sharedPrefix.longestAt(text, first.start, first.end) === 0) return [...names];
  const head = words.until(first.end)?.text.length ?? 0;
  const prefix = text.slice(first.start, first.end - head);
  const opens = (part: Span) => classes.sharedPrefix.longestAt(text, part.start, part.end) > 0;
  const shares = parts.slice(1).every((part) => !opens(part) && part.end - part.start <= 4);
  if (!shares || prefix.length < 2) return [...names];
  return names.map((name, i) => (i === 0 ? name : composed(prefix, name.text)));
}
