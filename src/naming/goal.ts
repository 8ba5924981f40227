/** 距40%的要求还差5.8个百分点: a figure that is a goal, and one that says how far it is off, are about what the clause before measured. */
import type { Figure } from '../judge/figure.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';

/** 40%|的要求. */
export const isGoal = (context: NamingContext, { quantity, right }: Figure): boolean =>
  quantity.unit?.dimension === 'percent' && afterGoal(context, right) > right.start;

/** Where the words behind 的要求 begin. */
export function afterGoal(context: NamingContext, { start, end }: Span): number {
  const { text, classes } = context;
  const noun = start + classes.attributive.longestAt(text, start, end);
  const length = noun > start ? wordAt(context, noun, end, classes.goalNoun) : 0;
  return length > 0 ? noun + length : start;
}
