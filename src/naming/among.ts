/** Ranks among those just counted: 营商环境|在80个县区中排名第12. */
import type { Figure } from '../judge/figure.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';
import { afterLocative, type Memory } from './memory.ts';

/** How far before those among whom it is ranked the word that opens them, and what is ranked, may stand. */
const REACH = 42;

/** 营商环境|在80个县区中排名第12: what stands before those among whom it is ranked; empty where nothing does. */
function beforeAmong(context: NamingContext, counted: Span): Span {
  const { text, marks, classes } = context;
  let opener = -1;
  let start = counted.start;
  while (start > 0 && counted.start - start < REACH && !marks.delimiters.at(text, start - 1)) {
    start--;
    if (opener < 0 && wordAt(context, start, counted.start, classes.locativeOpener) > 0) opener = start;
  }
  return { start, end: Math.max(start, opener) };
}

/** The words left of a rank; of one among those just counted, the words before these. */
export function rankedLeft(context: NamingContext, { left }: Figure, memory: Memory): Span {
  const after = afterLocative(context, left, memory);
  const counted = memory.last?.span;
  if (after === left || !counted) return after;
  const among = beforeAmong(context, counted);
  return among.start < among.end ? among : after;
}
