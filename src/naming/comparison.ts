/** Parts what a figure is compared with, or is a share of, from what it measures. */

import type { Span } from '../model/span.ts';
import { SPACES } from '../text/char-set.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { type NamingContext, wordAt, wordBefore } from './context.ts';

/** 快于全省1.2个…, 比上年增长: from the word that compares on, nothing names. */
export function cutComparison(context: NamingContext, { start, end }: Span): number {
  for (let i = start; i < end; i++) {
    const length = wordAt(context, i, end, context.classes.comparison);
    if (length === 0) continue;
    const next = i + length;
    const names = next < end && context.classes.notComparison.longestAt(context.text, next, end) > 0;
    // At the end only a word that compares on its own: 超过预算; 收入比 is a name.
    if ((next < end || length > 1) && !names) return i;
  }
  return end;
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
    if (classes.notShareVerb.longestAt(text, i, end) > 0) continue;
    const length = classes.shareVerb.longestAt(text, i, end);
    if (length === 0 || !context.words.isBoundary(i + length)) continue;
    return { subject: { start, end: i }, whole: stripEnd(context, { start: i + length, end }, classes.shareTail) };
  }
  return null;
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
