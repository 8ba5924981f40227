/** The subject of a clause without a figure. */
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { clauseBefore } from './clause-before.ts';
import { type NamingContext, wordAt } from './context.ts';
import { stripLead, stripSetting } from './lead.ts';

export type Subject = {
  span: Span;
  /** It can be measured: its verb says how it moved (养老金标准|连涨九年), or it is a measure (完成率|最低). */
  isMeasured: boolean;
};

/** The subject of a clause without a figure: the words before its first verb or adverb. */
export function subjectOf(context: NamingContext, clause: Span): Subject | null {
  const { words, classes } = context;
  const opens = context.marks.leading.endOfRun(context.text, clause.start, clause.end);
  // 受降雨影响, 随着物价上涨: an adjunct has no subject to go on about.
  if (wordAt(context, opens, clause.end, classes.subordinator) > 0) return null;
  // 对|低保对象|实行动态管理: to what something is done is what the clause is about.
  const toward = wordAt(context, opens, clause.end, classes.toward);
  const { start } = toward > 0 ? { start: opens + toward } : stripLead(context, clause);
  const end = context.marks.delimiters.until(context.text, start, clause.end);
  let at = start;
  while (at < end) {
    const word = words.from(at);
    const next = at + (word ? word.text.length : 1);
    // 任务完成|率, 自然|增长率, 土地出让|收入: a verb that is or leads to a measure is part of it.
    const ends = word && endsSubject(context, word) && !isMeasure(context, word) && !beginsMeasure(context, next, end);
    if (ends && !isAttributive(context, { start: at, end: next }, { start, end })) break;
    at = next;
  }
  // 三年跨越|2个台阶: what is counted is no subject.
  const counted = context.quantityFrom(start);
  if (counted?.unit && counted.form !== 'rank') return null;
  if (at - start < 2 || at >= clause.end || classes.stub.is(context.text, start, at)) return null;
  const endsInMeasure = classes.measureHead.longestBefore(context.text, at, start) > 0;
  const span = { start: afterConcern(context, start, at), end: at };
  return { span, isMeasured: endsInMeasure || saysMove(context, at, end) };
}

/** 群众反映强烈的|占道经营. */
function afterConcern({ text, classes }: NamingContext, start: number, end: number): number {
  for (let at = start; at < end - 1; at++) {
    const of = at + classes.attributive.longestAt(text, at, end);
    if (of > at && end - of > 1) return classes.concern.longestBefore(text, at, start) > 0 ? of : start;
  }
  return start;
}

/** 停车|的|投诉: 的 between two words, what leads to it and what follows it. */
function isAttributive(context: NamingContext, word: Span, clause: Span): boolean {
  const { text, quantityFrom } = context;
  const { attributive } = context.classes;
  // 新的|三年棚改计划: what is counted is no subject.
  if (attributive.is(text, word.start, word.end)) return word.end < clause.end && !quantityFrom(word.end);
  const follows = attributive.longestBefore(text, word.start, clause.start) > 0;
  return follows || attributive.longestAt(text, word.end, clause.end) > 0;
}

function beginsMeasure(context: NamingContext, at: number, end: number): boolean {
  const word = context.words.from(at);
  return measuresAt(context, at, end) || (word !== undefined && isMeasure(context, word));
}

const measuresAt = ({ text, classes: { measureHead, fund } }: NamingContext, at: number, end: number): boolean =>
  measureHead.longestAt(text, at, end) > 0 || fund.longestAt(text, at, end) > 0;

const isMeasure = ({ classes: { measureHead } }: NamingContext, { text }: Token): boolean =>
  measureHead.longestBefore(text, text.length) > 0;

const endsSubject = ({ tags, classes }: NamingContext, word: Token): boolean =>
  tags.subjectEnd.has(word) ||
  // 油料作物|由于春季低温: why, and no more of who.
  (word.text.length > 1 && classes.subordinator.has(word.text)) ||
  classes.change.has(word.text) ||
  // 困难和重度残疾人|补贴: what joins two nouns parts none from its verb.
  (classes.tail.has(word.text) && !classes.joint.has(word.text));

/** What the last clause before a figure that tells what is measured is about: 完成率最低，|仅为61.5%. */
export function lastMeasured(context: NamingContext, { start, end }: Span): Span | null {
  const { text, marks } = context;
  for (let from = end - 1, limit = end; from >= start; from--) {
    if (from > start && !marks.delimiters.at(text, from - 1)) continue;
    const subject = limit > from ? subjectOf(context, { start: from, end: limit }) : null;
    if (subject?.isMeasured) return subject.span;
    limit = from;
  }
  return null;
}

/** 积累所占的比重，|由36%降到30%: the clause that ends where this one begins, if it is a measure to its end and no figure stands in it. */
export function measureBefore(context: NamingContext, start: number, earliest: number): Span | null {
  const { text, classes } = context;
  const clause = clauseBefore(context, start, earliest);
  // 收入达万亿级|规模，…: what is left of the clause of another figure.
  if (!clause || context.quantityUntil(clause.start)) return null;
  return [classes.measureHead, classes.fund].some((heads) => heads.longestBefore(text, clause.end, clause.start) > 0)
    ? stripLead(context, clause, false)
    : null;
}

/** How far behind its 的 the noun of a clause may go: 收入过百万元的|村. */
const NOUN_REACH = 6;

/** 年收入过百万元的村，|全县有14个: the clause that ends where this one begins, if it is one noun with its attribute and no figure is named in it. */
export function nounClauseBefore(context: NamingContext, start: number, earliest: number): Span | null {
  const { text, words, tags, classes } = context;
  const clause = clauseBefore(context, start, earliest);
  if (!clause) return null;
  const { end } = clause;
  // The dictionary does not know 村 for a noun.
  const last = words.until(end);
  // 用于教育的|投入: behind 的 it is a noun.
  const isNoun = last && classes.attributive.longestBefore(text, end - last.text.length, clause.start) > 0;
  if ((!isNoun && tags.verbal.has(last)) || tags.function.has(last)) return null;
  // 收入超80万元|的村: the figure of the attribute is no end of it.
  const isCut = classes.attributive.longestAt(text, clause.start, end) > 0;
  const from = isCut ? clauseStart(context, clause.start) : clause.start;
  // 增长率延续了近年来的走势: with 了 it states something.
  if (classes.aspect.isIn(text, from, end)) return null;
  for (let at = end - 1; at > Math.max(from, end - NOUN_REACH); at--)
    if (classes.attributive.longestBefore(text, at, from) > 0) {
      const noun = stripSetting(context, { start: from, end });
      return { start: afterConcern(context, noun.start, end), end };
    }
  return null;
}

/** No clause is looked for farther back. */
const CLAUSE_REACH = 40;

function clauseStart({ text, marks }: NamingContext, at: number): number {
  let from = at;
  while (from > 0 && at - from < CLAUSE_REACH && !marks.delimiters.at(text, from - 1)) from--;
  return from;
}

/** 排放总量|首次出现双下降: a word of change in the predicate. */
function saysMove({ words, classes }: NamingContext, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) {
    const word = words.from(i)?.text ?? '';
    if (classes.change.has(word) || (word.length > 1 && classes.change.longestAt(word, 1) > 0)) return true;
  }
  return false;
}
