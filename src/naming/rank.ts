/** Parts what is ranked from the place it holds: 增速|排全市第2, 满意度|在全市医院中居第3. */
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';

/** How far the words between the verb and the place may go: 全市县级医院. */
const PLACE_REACH = 14;

/** Where the words that say among whom the place is held begin. */
export function cutRank(context: NamingContext, { start, end }: Span): number {
  const { classes } = context;
  const earliest = Math.max(start, end - PLACE_REACH);
  let cut = end;
  for (let i = end - 1; i >= earliest; i--) {
    if (wordAt(context, i, end, classes.rankVerb) === 0) continue;
    cut = i;
    break;
  }
  return beforeLocative(context, { start, end: cut });
}

/** 在全市县级医院中: among whom. */
function beforeLocative(context: NamingContext, { start, end }: Span): number {
  const { text, classes } = context;
  if (classes.locative.longestBefore(text, end, start) === 0) return end;
  for (let i = end - 1; i >= Math.max(start, end - 2 * PLACE_REACH); i--)
    if (wordAt(context, i, end, classes.locativeOpener) > 0) return i;
  return end;
}
