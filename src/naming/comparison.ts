/** Parts what a figure is compared with, or is a share of, from what it measures. */

import type { Figure } from '../judge/figure.ts';
import type { Span } from '../model/span.ts';
import { SPACES } from '../text/char-set.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { type NamingContext, wordAt, wordBefore } from './context.ts';

/** 快于全省1.2个…, 比上年增长, 剔除停产因素后, 为年初预算的: from the word that compares on, nothing names. */
export function cutComparison(context: NamingContext, clause: Span): number {
  const { start } = clause;
  const end = cutPlan(context, clause);
  if (opensBase(context, start, end)) return start;
  for (let i = start; i < end; i++) {
    if (i > start && excludedPhrase(context, i, end) > i) return i;
    if (exceeds(context, i, end) || againstTime(context, i, end)) return i;
    const length = wordAt(context, i, end, context.classes.comparison);
    if (length === 0) continue;
    const next = i + length;
    const names = next < end && context.classes.notComparison.longestAt(context.text, next, end) > 0;
    // At the end only a word that compares on its own: 超过预算; 收入比 is a name.
    if ((next < end || length > 1) && !names) return i;
  }
  return end;
}

/** 距|年度目标还差2.3个百分点, 是|城镇居民的52%: a clause that begins with what its figure is compared with. */
function opensBase(context: NamingContext, from: number, end: number): boolean {
  const { text, classes, marks } = context;
  const start = marks.leading.endOfRun(text, from, end);
  if (wordAt(context, start, end, classes.gap) > 0) return true;
  return wordAt(context, start, end, classes.multipleOf) > 0 && classes.attributive.longestBefore(text, end, start) > 0;
}

/** 超|全省平均: a verb of bounds compares where what follows is not the figure. */
function exceeds(context: NamingContext, at: number, end: number): boolean {
  const { text, classes } = context;
  const length = wordAt(context, at, end, classes.pointComparison);
  return length > 0 && classes.comparedBody.longestAt(text, at + length, end) > 0;
}

/** 价格|比上年上涨: before a time that is held against it 比 is a word of its own, wherever the words were cut; 同比 is whole. */
function againstTime({ text, words, classes }: NamingContext, at: number, end: number): boolean {
  const length = classes.comparison.longestAt(text, at, end);
  if (length !== 1 || words.isBoundary(at) || classes.comparedBody.longestAt(text, at + 1, end) < 2) return false;
  return ![classes.tail, classes.generalHead].some((lexicon) => lexicon.longestBefore(text, at + 1) > 1);
}

/** How far the verb may stand from the plan that it leads to. */
const PLAN_REACH = 16;
/** So much between the two is a name: 完成|城镇新增就业|年度目标的. */
const NAMED_PLAN = 4;

/** 收入|为调整预算的: what a rate of completion is of; the end of the clause where it is none. */
function cutPlan(context: NamingContext, { start, end }: Span): number {
  const { text, classes } = context;
  const plan = end - classes.attributive.longestBefore(text, end, start);
  if (plan === end || classes.planNoun.longestBefore(text, plan, start) === 0) return end;
  let modified = plan;
  for (;;) {
    const length = classes.planModifier.longestBefore(text, modified, start);
    if (length === 0) break;
    modified -= length;
  }
  for (let i = modified; i > Math.max(start, plan - PLAN_REACH); i--) {
    const verb = wordBefore(context, i, start, classes.planVerb);
    if (verb > 0) return modified - afterModifiers(context, i, modified) < NAMED_PLAN ? i - verb : modified;
  }
  return modified === start ? start : end;
}

/** 年度|化债计划: what says which plan, and not of what. */
function afterModifiers({ text, classes }: NamingContext, start: number, end: number): number {
  let at = start;
  for (;;) {
    const length = classes.planModifier.longestAt(text, at, end);
    if (length === 0) return at;
    at += length;
  }
}

/** 剔除停产因素后|税收收入: what is left out of account is not what is measured. */
export const afterExcluded = (context: NamingContext, { start, end }: Span): Span => ({
  start: excludedPhrase(context, start, end),
  end,
});

/** How far 剔除 and the end of its phrase may stand apart. */
const EXCLUDED_REACH = 40;

/** Where a phrase ends that begins here and says what is left out of account; the place itself where none does. */
function excludedPhrase(context: NamingContext, at: number, end: number): number {
  const { excluding, excluded } = context.classes;
  const opens = wordAt(context, at, end, excluding);
  const limit = Math.min(end, at + EXCLUDED_REACH);
  for (let i = at + opens; opens > 0 && i < limit; i++) {
    const length = wordAt(context, i, end, excluded);
    if (length > 0) return i + length;
  }
  return at;
}

/** 距|40%|的要求: the figure says what another is compared with. */
export function isBase(context: NamingContext, { left, right }: Figure): boolean {
  const { text, classes } = context;
  const noun = right.start + classes.attributive.longestAt(text, right.start, right.end);
  if (noun === right.start || classes.planNoun.longestAt(text, noun, right.end) === 0) return false;
  return cutComparison(context, left) < left.end;
}

/** 比30%|的控制线高出2.9个百分点: the words between say what 30% is, with which the second figure is compared. */
export function followsBase(context: NamingContext, before: Figure | undefined, { left }: Figure): boolean {
  const { text, classes } = context;
  if (!before || classes.attributive.longestAt(text, left.start, left.end) === 0) return false;
  return left.start >= before.quantity.span.end && cutComparison(context, before.left) < before.left.end;
}

/** 收入|是建区之初的18倍. */
export function cutMultiple(context: NamingContext, { start, end }: Span): number {
  const { text, classes } = context;
  const compared = cutComparison(context, { start, end });
  if (compared < end || classes.attributive.longestBefore(text, end, start) === 0) return compared;
  for (let i = end - 2; i >= start; i--) if (wordAt(context, i, end, classes.multipleOf) > 0) return i;
  return end;
}

/** 税收占一般公共预算收入的: subject and whole, at the last 占. */
export function splitShare(context: NamingContext, { start, end }: Span): { subject: Span; whole: Span } | null {
  const { text, classes } = context;
  for (let i = end - 1; i >= start; i--) {
    // 占地|面积, but 占|地区.
    if (wordAt(context, i, end, classes.notShareVerb) > 0) continue;
    const length = classes.shareVerb.longestAt(text, i, end);
    if (length === 0 || !context.words.isBoundary(i + length)) continue;
    if (listsShares(context, { start, end: i })) return null;
    return { subject: { start, end: i }, whole: stripEnd(context, { start: i + length, end }, classes.shareTail) };
  }
  return null;
}

/** 农业占总产值比重、|税收占…: a list of shares, each with its own whole. */
function listsShares({ text, classes, marks, words }: NamingContext, { start, end }: Span): boolean {
  const first = classes.shareVerb.firstIn(text, start, end);
  if (first < 0 || !words.isBoundary(first) || classes.notShareVerb.longestAt(text, first, end) > 0) return false;
  const sign = marks.enumerators.until(text, first, end);
  return sign < end && classes.shareName.longestBefore(text, sign, first) > 0;
}

/** Strips the words of one class from the end, until none is left there. */
function stripEnd(context: NamingContext, { start, end: from }: Span, lexicon: Lexicon): Span {
  let end = from;
  for (;;) {
    end = SPACES.startOfRun(context.text, end, start);
    const length = wordBefore(context, end, start, lexicon);
    if (length === 0) return { start, end };
    end -= length;
  }
}
