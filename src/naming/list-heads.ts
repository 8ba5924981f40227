/** Completes the members of a list that share a head or a prefix: 城镇和农村居民人均可支配收入. */

import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { completionOf } from './complete.ts';
import type { NamingContext } from './context.ts';
import { composed, nameAt } from './name.ts';

/** The members of a list, each with what it shares with the last or the first. */
export function completeMembers(context: NamingContext, parts: readonly Span[]): Name[] {
  const [first, ...others] = parts;
  const last = others.at(-1);
  if (!first || !last) return parts.map((part) => nameAt(context, part));
  const names = ordinalMembers(context, parts, last) ?? completeHeads(context, parts, last);
  const prefix = sharedPrefix(context, first, others);
  if (prefix !== '') return names.map((name, i) => (i === 0 ? name : composed(prefix, name.text)));
  return names.map((name, i) => (i === 0 ? name : ownedBy(context, context.text.slice(first.start, first.end), name)));
}

/** 火灾起数、|死亡人数, 财政收入总量、|增速: heads that are of what the first member is of. */
function ownedBy({ classes }: NamingContext, first: string, name: Name): Name {
  const { ownedHead, addedHead, countHead, topicHead, replacedHead } = classes;
  if (replacedHead.has(name.text)) return measureOfFirst(classes, first, name);
  const isOwned = ownedHead.has(name.text);
  if (!isOwned && !addedHead.has(name.text)) return name;
  const length = Math.max(...[countHead, topicHead].map((heads) => heads.longestBefore(first, first.length)));
  return first.length - length < 2 || (isOwned && length === 0)
    ? name
    : composed(first.slice(0, -length || undefined), name.text);
}

/** The members of a list of values in different units: each is whole but for a measure alone. */
export function membersApart(context: NamingContext, parts: readonly Span[]): Name[] {
  const names = parts.map((part) => nameAt(context, part));
  const first = names[0]?.text ?? '';
  return names.map((name, i) => (i === 0 ? name : measureOfFirst(context.classes, first, name)));
}

/** 水稻播种面积、|产量: a measure alone is of what the first one is of. */
const measureOfFirst = (classes: NamingContext['classes'], first: string, name: Name): Name =>
  (classes.replacedHead.has(name.text) && completionOf(name.text, classes)?.(first)) || name;

/** 第一、二、三产业: numerals, of which the first has what opens all and the last what ends all. */
function ordinalMembers({ text, listMarkers }: NamingContext, parts: readonly Span[], last: Span): Name[] | null {
  const { numerals } = listMarkers;
  const words = parts.map(({ start, end }) => text.slice(start, end));
  const [first = ''] = words;
  const opening = first.length - 1;
  const isNumeral = (word: string) => word.length === 1 && numerals.at(word, 0);
  const isList =
    opening < 2 &&
    !isNumeral(first.slice(0, opening)) &&
    isNumeral(first.slice(opening)) &&
    words.slice(1, -1).every(isNumeral);
  if (!isList || !numerals.at(text, last.start) || last.end - last.start < 2) return null;
  const [prefix, head] = [first.slice(0, opening), text.slice(last.start + 1, last.end)];
  return words.map((word, i) => composed(prefix, i === 0 ? word.slice(opening) : word.slice(0, 1), head));
}

/** 城镇和农村居民人均可支配收入: the first member lacks the head of the last. */
function completeHeads(context: NamingContext, parts: readonly Span[], last: Span): Name[] {
  const { text, classes } = context;
  const sorted = sortTail(context, parts, last);
  if (sorted !== null) return parts.map((part) => ofSort(context, part, last, sorted));
  const hasHead = (span: Span) =>
    !classes.substance.is(text, span.start, span.end) &&
    [classes.measureHead, classes.countHead, classes.generalHead].some(
      (heads) => heads.longestBefore(text, span.end, span.start) > 0,
    );
  const tail = parallelTail(context, parts, last);
  if (!hasHead(last) && tail === null) return parts.map((part) => nameAt(context, part));
  return parts.map((part) => {
    if (part === last || hasHead(part)) return nameAt(context, part);
    const member = text.slice(part.start, part.end);
    return composed(member, tail ?? missingTail(context, part, last));
  });
}

/** 县医院、妇幼保健院|床位数: where all end in one character, and the last has it at the end of a word, what follows there is shared. */
function sortTail({ text, words }: NamingContext, parts: readonly Span[], last: Span): string | null {
  const ends = new Set(parts.slice(0, -1).map(({ end }) => text.charAt(end - 1)));
  const [sort = ''] = ends;
  if (ends.size !== 1 || parts.length < 3 || !HAN.test(sort)) return null;
  const at = text.lastIndexOf(sort, last.end - 1) + 1;
  return at > last.start + 2 && at < last.end && words.isBoundary(at) ? text.slice(at, last.end) : null;
}

const ofSort = (context: NamingContext, part: Span, last: Span, tail: string): Name =>
  part === last ? nameAt(context, part) : composed(context.text.slice(part.start, part.end), tail);

/** 刑事、治安|警情, 一产、二产|增加值: of members as long as the first words of the last one, all share what follows those. */
function parallelTail(
  { text, words, brackets }: NamingContext,
  parts: readonly Span[],
  { start, end }: Span,
): string | null {
  const lengths = new Set(parts.slice(0, -1).map((part) => part.end - part.start));
  const [length = 0] = lengths;
  // 《章程》、《公约》实施细则: what stands in brackets is whole.
  const isWhole = brackets.opening.has((parts[0]?.end ?? start) - 1);
  const isParallel =
    !isWhole &&
    lengths.size === 1 &&
    length > 0 &&
    // 中、高等|教育: of members of one character the last may be inside a word.
    (words.isBoundary(start + length) ||
      (length === 1 && end - start > 2 && (words.from(start)?.text.length ?? 0) > 1)) &&
    // PM10和PM2.5|年均浓度: what is no Han is as long as it is by accident.
    HAN_ONLY.test(text.slice(start, start + length));
  return isParallel && start + length < end ? text.slice(start + length, end) : null;
}

const HAN = /\p{Script=Han}/u;
const HAN_ONLY = /^\p{Script=Han}+$/u;

/** A member that lacks what opens the first is no longer than this. */
const LONGEST_HEAD = 4;

/** 集成电路 in 集成电路、工业机器人产量 lacks the measure only; 城镇 in 城镇和农村居民人均可支配收入 all but the first word. */
function missingTail(context: NamingContext, part: Span, last: Span): string {
  const { text, classes } = context;
  const member = text.slice(part.start, part.end);
  const isThing = member.length > 2 && HAN.test(member) && classes.sharedPrefix.longestAt(member, 0) < member.length;
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
  // PM2.5|年均浓度: what is no Han is one word.
  const latin = HAN.test(last.charAt(0)) ? 0 : last.search(HAN);
  return last.slice(latin > 0 ? latin : (words.from(start)?.text.length ?? 1));
}

/** 单位地区生产总值|能耗、用水量: what opens the first member is shared by the others; empty where nothing is. */
function sharedPrefix({ text, classes, words }: NamingContext, first: Span, others: readonly Span[]): string {
  const opens = ({ start, end }: Span) => classes.sharedPrefix.longestAt(text, start, end) > 0;
  if (!opens(first) || others.some((part) => opens(part) || part.end - part.start > LONGEST_HEAD)) return '';
  const head = words.until(first.end)?.text.length ?? 0;
  const prefix = text.slice(first.start, first.end - head);
  return prefix.length < 2 ? '' : prefix;
}
