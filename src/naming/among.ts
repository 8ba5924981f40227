/** Ranks among those just counted: 营商环境|在80个县区中排名第12. */
import type { Figure } from '../judge/figure.ts';
import type { Span } from '../model/span.ts';
import { clauseBefore } from './clause-before.ts';
import { type NamingContext, wordAt } from './context.ts';
import { stripSetting } from './lead.ts';
import { afterLocative, type Memory } from './memory.ts';
import { optionsOf } from './options.ts';
import { cutRank } from './rank.ts';

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

/** 在全省开发区综合考评中列|第5位, 环境评比，我镇|第9位: the contest in which a place is held, where nothing else is ranked. */
export function contestOf(context: NamingContext, figure: Figure, { end }: Memory): Span | null {
  if (!optionsOf(figure).isRank) return null;
  const { text, classes } = context;
  const { start } = stripSetting(context, figure.left);
  const opener = wordAt(context, start, figure.left.end, classes.locativeOpener);
  if (opener === 0) return contestBefore(context, figure.left.start, end);
  const ranked = cutRank(context, { start: start + opener, end: figure.left.end });
  const contest = ranked - classes.locative.longestBefore(text, ranked, start);
  return classes.contest.longestBefore(text, contest, start) > 0
    ? stripSetting(context, { start: start + opener, end: contest })
    : null;
}

/** 全县人居环境评比，|我镇第9: the clause before, where it ends in a contest and holds no figure. */
export function contestBefore(context: NamingContext, start: number, earliest: number): Span | null {
  const { text, classes } = context;
  const clause = clauseBefore(context, start, earliest);
  return clause && classes.contest.longestBefore(text, clause.end, clause.start) > 0
    ? stripSetting(context, clause)
    : null;
}

/** The words left of a rank; of one among those just counted, the words before these. */
export function rankedLeft(context: NamingContext, { left }: Figure, memory: Memory): Span {
  const after = afterLocative(context, left, memory);
  const counted = memory.last?.span;
  if (after === left || !counted) return after;
  const among = beforeAmong(context, counted);
  return among.start < among.end ? among : after;
}
