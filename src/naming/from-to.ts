/** Finds the two ends of a move: 由12家|发展到|35家. Both are values of what stands before 由, whatever the verb is. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Role } from '../model/vocabulary.ts';
import { once } from '../text/once.ts';
import { termBefore } from '../text/words.ts';
import { type NamingContext, wordAt } from './context.ts';
import type { CountedSet } from './memory.ts';

/** How far apart 由 and the first figure, the first figure and the second, may stand: 由亏损2亿元|转为盈利|3亿元. */
const FROM_REACH = 4;
const TO_REACH = 8;
/** The same where words stand between that say when or of how many: 由平均每个项目14个. */
const FROM_REACH_QUALIFIED = 12;

/** `at` is where 由 stands; `first` is the figure at the first end, unless this is it or the first end is no figure. */
export type MoveEnd = { at: number; first: number | null };

/** The figures that are ends of a move. */
export function moveEnds(context: NamingContext, figures: readonly Figure[]): ReadonlyMap<number, MoveEnd> {
  const ends = new Map<number, MoveEnd>();
  // Of most sentences no figure is one.
  const byQuantity = once(() => new Map(figures.map(({ quantity }, i) => [quantity, i])));
  for (const [i, { quantity }] of figures.entries()) {
    const start = startOfMove(context, quantity);
    if (!start) continue;
    const first = byQuantity().get(start.quantity) ?? null;
    if (first !== null) ends.set(first, { at: start.at, first: null });
    ends.set(i, { at: start.at, first });
    pairUp(figures, ends, { at: start.at, from: first, to: i });
  }
  return ends;
}

/** Which end each of them is. */
export function rolesOf(ends: ReadonlyMap<number, MoveEnd>): ReadonlyMap<number, Role> {
  const roles = new Map<number, Role>();
  for (const index of ends.keys()) roles.set(index, 'to');
  for (const { first } of ends.values()) if (first !== null) roles.set(first, 'from');
  return roles;
}

/** 由862户1745人减少到640户1203人: what touches either end moves with it. */
function pairUp(
  figures: readonly Figure[],
  ends: Map<number, MoveEnd>,
  { at, from, to }: { at: number; from: number | null; to: number },
): void {
  for (let i = 1; from !== null && from + i < to; i++) {
    if (!touches(figures, from + i) || !touches(figures, to + i)) return;
    ends.set(from + i, { at, first: null });
    ends.set(to + i, { at, first: from + i });
  }
}

const touches = (figures: readonly Figure[], i: number): boolean =>
  figures[i]?.quantity.span.start === figures[i - 1]?.quantity.span.end;

/** 由 and the quantity after it, where they lead to this one. */
function startOfMove(context: NamingContext, to: Quantity): { at: number; quantity: Quantity } | null {
  const { text, classes } = context;
  const link = beforeOwnTime(context, to.span.start);
  const farthest = Math.max(0, link - TO_REACH);
  for (let end = link - 1; end > farthest; end--) {
    if (context.marks.separators.at(text, end)) return null;
    const last = context.quantityUntil(end);
    if (!last) continue;
    // 862户1745人减少到640户: the first of those that touch.
    const quantity = isAlike(last, to) ? last : context.quantityUntil(last.span.start);
    if (!quantity || !isAlike(quantity, to)) continue;
    if (classes.moveArrow.longestBefore(text, link, end) > 0) return { at: quantity.span.start, quantity };
    if (!arrives(context, end, link)) return null;
    const farthest = Math.max(0, quantity.span.start - FROM_REACH_QUALIFIED);
    for (let at = quantity.span.start - 1; at >= farthest; at--) {
      const length = wordAt(context, at, quantity.span.start, classes.moveFrom);
      if (length > 0) return isFrom(context, at + length, quantity.span.start) ? { at, quantity } : null;
      if (context.marks.separators.at(text, at)) return null;
    }
    return null;
  }
  return null;
}

/** 提高到|2025年的|12.7%, 上升到|秋季学期的|93%: the time of the second end stands between. */
function beforeOwnTime({ text, classes, quantityUntil, words }: NamingContext, at: number): number {
  const attributive = classes.attributive.longestBefore(text, at);
  if (attributive === 0) return at;
  const time = quantityUntil(at - attributive);
  if (time?.unit?.dimension === 'time') return time.span.start;
  for (let start = at - attributive - 1; start > at - TIME_REACH; start--)
    if (termBefore(classes.moveTo, text, start, 0, words) > 0) return start;
  return at;
}

/** How far the words that say when the second end was may go: 秋季学期的. */
const TIME_REACH = 8;

/** 由平均每个项目14个, 由改革前的21%, 由亏损2亿元: farther off only with a word that says when or of how many. */
function isFrom(context: NamingContext, start: number, end: number): boolean {
  const { text, classes } = context;
  if (end - start < FROM_REACH) return true;
  const opens = [classes.tail, classes.lead, classes.denominator].some(
    (lexicon) => wordAt(context, start, end, lexicon) > 0,
  );
  // 由改革前平均每村|3名
  const isPerHead = classes.denominator.isIn(text, start, end);
  return opens || isPerHead || classes.attributive.longestBefore(text, end, start) > 0;
}

/** 发展到, 整合为, 转为盈利, 加密到每天: a verb that ends in 到, 至, 为 or 成, with two more words at most. */
function arrives({ text, classes, words, tags }: NamingContext, start: number, end: number): boolean {
  const first = words.from(start);
  if (first && !tags.move.has(first)) return false;
  for (let i = end; i > start; i--) {
    if (end - i > FROM_REACH) return false;
    if (termBefore(classes.moveTo, text, i, start, words) > 0 || classes.moveTo.is(text, i - 1, i)) return true;
  }
  return false;
}

const isAlike = (a: Quantity, b: Quantity): boolean =>
  (a.unit?.symbol ?? null) === (b.unit?.symbol ?? null) || a.unit === null || b.unit === null;

/** 将56个网格|调整为|68个: the noun counted goes over into another count of the same. */
export function movedCount(
  { text, classes }: NamingContext,
  { quantity, left }: Figure,
  set: CountedSet | null,
): Name | null {
  const noun = set?.name.span;
  const { start } = quantity.span;
  if (!set || !noun || noun.end <= left.start || noun.end >= start) return null;
  if (quantity.unit?.dimension !== 'count' || quantity.unit.symbol !== set.unit) return null;
  return classes.moveTo.longestBefore(text, start, noun.end) > 0 ? set.name : null;
}
