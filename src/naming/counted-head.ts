/** What a unit can count tells where the noun counted ends: money is counted in yuan, firms by pieces, no measure is. */
import { standsBefore } from './compound.ts';
import type { NamingContext } from './context.ts';

/** 2亿元专项资金|支持技改: where the money's own name ends that a verb follows, or the clause ends after it; 0 where none does. */
export function fundEnd(context: NamingContext, start: number, limit: number): number {
  const { text, words, classes, tags, marks } = context;
  const end = marks.separators.until(text, start, limit);
  for (let at = start + 1; at <= end; at++) {
    if (!words.isBoundary(at) || classes.fund.longestBefore(text, at, start) === 0) continue;
    if (at === limit) return at;
    const word = words.from(at);
    const isVerb = tags.verbal.has(word) || classes.rightEnd.longestAt(text, at, end) > 0;
    if (isVerb && !standsBefore(context, at, word?.text.length ?? 1, end)) return at;
  }
  return 0;
}

/** 6家企业|研发强度: what is counted by pieces is who has the measure; `end` where no such owner stands before one. */
export function ownerEnd({ text, words, classes, tags, brackets }: NamingContext, start: number, end: number): number {
  const measure = classes.measureHead.longestBefore(text, end, start);
  if (measure === 0) return end;
  for (let at = end - measure; at > start; at--)
    if (words.isBoundary(at) && classes.owner.longestBefore(text, at, start) > 0)
      // 县（市）|生产总值.
      return brackets.opening.has(at) ? at + 1 : at;
  // 36项改革任务|完成率: no rate is counted by pieces, so the noun before it is what is.
  if (classes.rate.longestBefore(text, end, start) === 0) return end;
  for (let at = end - measure; at > start; at--)
    if (words.isBoundary(at) && tags.plainNoun.has(words.until(at))) return at;
  return end;
}

/** 9件群众|关心的实事: a unit of things counts neither people nor the world, so the noun counted comes later. */
export const isNoHead = ({ text, classes }: NamingContext, start: number, end: number): boolean =>
  classes.noThing.is(text, start, end);
