/** Gives out the names of a list to the values after it, completing the members that share a head or a prefix. */

import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';
import { stripLead } from './lead.ts';
import { withoutSum } from './list-count.ts';
import { completeMembers, membersApart } from './list-heads.ts';
import { composed } from './name.ts';
import { stripTail } from './tail.ts';

/** What stands before the values of a list: who or what they go to, and what all of them measure. */
export type NameList = { members: Span; head: string };

/** 五一、十一分别接待游客: the members before 分别, what all have behind it. */
export function splitRespectively(context: NamingContext, span: Span): NameList {
  const { text, classes } = context;
  const at = classes.respectively.firstIn(text, span.start, span.end);
  if (at < 0) return { members: span, head: '' };
  const length = classes.respectively.longestAt(text, at, span.end);
  // 五一、十一: a holiday looks like a number.
  const isFigure = context.quantityUntil(at) !== undefined;
  const members = isFigure ? { start: span.start, end: at } : stripTail(context, { start: span.start, end: at });
  const rest = stripLead(context, stripTail(context, { start: at + length, end: span.end }));
  const head = text.slice(rest.start, rest.end);
  return { members, head: head.length > 1 && !classes.change.has(head) ? head : '' };
}

/** The members of a list of so many names; null where the words are no such list. */
export function listMembers(context: NamingContext, span: Span, count: number, isAlike: boolean): Name[] | null {
  const { members, head } = withoutSum(context, span, count);
  const parts = partings(context, members).find(({ length }) => length === count);
  if (!parts || count < 2) return null;
  // 接待游客、实现收入分别为8万人次、3亿元: of different units, each member is whole.
  const names = isAlike ? completeMembers(context, parts) : membersApart(context, parts);
  const whole = head === '' ? names : names.map((name) => composed(name.text, head));
  return withPronouns(context, whole);
}

/** 产值及其占全县的比重: 其 stands for the member before. */
function withPronouns({ classes }: NamingContext, names: readonly Name[]): Name[] {
  return names.map((name, i) => {
    const length = classes.pronoun.longestAt(name.text, 0);
    const before = names[i - 1];
    return length > 0 && before ? composed(ownerOf(classes, before.text), name.text.slice(length)) : name;
  });
}

/** 企业数及其营业收入: the number is of what 其 stands for. */
const ownerOf = ({ measureHead }: NamingContext['classes'], name: string): string =>
  measureHead.longestBefore(name, name.length) === 1 ? name.slice(0, -1) : name;

type Sign = Span & { isJoint: boolean };

/** The ways to part a list: at every sign, at 、 alone (甲和乙、丙), at the last 和 alone (甲、乙和丙、丁). */
function partings(context: NamingContext, span: Span): Span[][] {
  const signs = signsIn(context, span);
  const enumerators = signs.filter(({ isJoint }) => !isJoint);
  const joints = signs.filter(({ isJoint }) => isJoint);
  const ways = [signs, enumerators, joints];
  return ways.map((at) => partAt(context, span, at));
}

function signsIn(context: NamingContext, { start, end }: Span): Sign[] {
  const { text, marks, brackets } = context;
  const signs: Sign[] = [];
  for (let i = start; i < end; i++) {
    i = brackets.closing.get(i) ?? i;
    const isJoint = !marks.enumerators.at(text, i);
    const length = isJoint ? jointAt(context, i, end) : 1;
    if (length === 0 || i === start) continue;
    signs.push({ start: i, end: i + length, isJoint });
    i += length - 1;
  }
  return signs;
}

/** 和, 以及; 及 in 及其, which is one word. */
function jointAt(context: NamingContext, at: number, end: number): number {
  const { text, words, classes } = context;
  const length = classes.joint.longestAt(text, at, end);
  if (length === 0 || !words.isBoundary(at)) return 0;
  return classes.pronoun.longestAt(text, at + length, end) > 0 ? length : wordAt(context, at, end, classes.joint);
}

function partAt(context: NamingContext, { start, end }: Span, signs: readonly Sign[]): Span[] {
  const edges = [...signs.map(({ start: at }) => at), end];
  const parts = edges.map((edge, i) => ({ start: signs[i - 1]?.end ?? start, end: edge }));
  return parts.filter((part) => part.start < part.end).map((part) => withoutLead(context, part));
}

/** 其占…: a pronoun stands for the member before it, and stays. */
const withoutLead = (context: NamingContext, part: Span): Span =>
  wordAt(context, part.start, part.end, context.classes.pronoun) > 0 ? part : stripLead(context, part);
