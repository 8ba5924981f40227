/** What later clauses of a sentence refer back to, and how names go on from there. */

import type { Figure } from '../judge/figure.ts';
import { ruledValue } from '../judge/verdict.ts';
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';
import { composed, nameAt } from './name.ts';
import type { LeftPhrase } from './phrase.ts';
import { subjectOf } from './subject.ts';

/** What later clauses of the sentence may refer back to. */
export type Memory = {
  /** The last name left of a figure: changes, shares, ranks and money go on about it. */
  topic: Name | null;
  /** The subject of a clause without a figure: the topic where no figure has given one. */
  opening: Name | null;
  /** Clauses that may yet give one, in order; most sentences never ask. */
  openings: Span[];
  /** The last share, with its whole: 占比重由12%提高到15% names both. */
  share: Name | null;
  /** The last name on any side: counts go on about it. */
  last: Name | null;
  /** Where the last figure ends. */
  end: number;
  /** The last thing counted to the right of its figure: some of those may be counted after it. */
  counted: Tally | null;
  /** All names of the sentence in order, for values given out by 分别. */
  recent: Name[];
};

/** What was counted, in which unit, and where its name ends. */
export type Tally = { noun: string; unit: string | null; end: number };

export const newMemory = ({ start }: Span): Memory => ({
  topic: null,
  opening: null,
  openings: [],
  share: null,
  last: null,
  end: start,
  counted: null,
  recent: [],
});

function openingOf(context: NamingContext, memory: Memory): Name | null {
  for (const clause of memory.opening ? [] : memory.openings) {
    const subject = subjectOf(context, clause);
    if (!subject) continue;
    memory.opening = nameAt(context, subject.span);
    break;
  }
  memory.openings.length = 0;
  return memory.opening;
}

export function remember<T extends Name>(memory: Memory, names: T[], side: 'left' | 'right'): T[] {
  const name = names.at(-1) ?? null;
  memory.last = name;
  memory.share = null;
  if (side === 'left') memory.topic = name;
  for (const each of names) if (memory.recent.at(-1)?.text !== each.text) memory.recent.push(each);
  return names;
}

/** 在15个县中排名第2: the words taken as the name of the count, with 中 after them, are not about what follows. */
export function afterLocative({ text, classes }: NamingContext, left: Span, { last }: Memory): Span {
  if (!last?.span || last.span.start < left.start) return left;
  const length = classes.locative.longestAt(text, last.span.end, left.end);
  return length > 0 ? { start: last.span.end + length, end: left.end } : left;
}

/** …2亿元；养老金标准连涨，达到每月265元: a clause between whose subject moved takes the topic over. */
export function movedSince(context: NamingContext, { left }: Figure, memory: Memory): Span | null {
  const subject = subjectOf(context, { start: memory.end, end: left.start });
  return subject?.moves ? subject.span : null;
}

export function shareOf({ text, shareWord }: NamingContext, subject: Name | null, { whole }: LeftPhrase): Name | null {
  if (!whole || whole.start === whole.end) return subject;
  const joined = composed(subject?.text ?? '', shareWord, text.slice(whole.start, whole.end));
  const span = subject?.span;
  const isOneRun = span && text.startsWith(shareWord, span.end) && span.end + shareWord.length === whole.start;
  return isOneRun ? { ...joined, span: { start: span.start, end: whole.end } } : joined;
}

/** A name longer than this is not made longer still. */
const LONGEST_TOPIC = 40;
/** A longer name among others is whole. */
const LONGEST_PART = 4;

/** 总数186家 goes on about the topic; 占比 and 产量 need it to say what of. */
export function withTopic(context: NamingContext, own: Name, { among, whole }: LeftPhrase, memory: Memory): Name {
  const { classes } = context;
  const { topic, last } = memory;
  // 一般公共预算收入38亿元，税收占一般公共预算收入的81%: the whole says what it is of.
  if (whole && topic?.text === context.text.slice(whole.start, whole.end)) return own;
  const complete = completionOf(own.text, among, classes);
  if (!complete) return own;
  const opening = () => openingOf(context, memory);
  const before = topic ?? (classes.rankHead.has(own.text) ? (opening() ?? last) : (last ?? opening()));
  return before && before.text.length <= LONGEST_TOPIC ? (complete(before.text) ?? own) : own;
}

/** What comes of a name and the topic that it needs; null for a name that needs none, and answers null where this topic does not help. */
function completionOf(
  own: string,
  among: boolean,
  classes: NamingContext['classes'],
): ((topic: string) => Name | null) | null {
  if (classes.addedHead.has(own)) return (topic) => composed(topic, own);
  if (classes.bareVerb.has(own)) return (topic) => composed(own, withoutNew(classes, topic));
  if (classes.topicHead.has(own)) return (topic) => ({ text: withoutNew(classes, topic), span: null });
  if (among && classes.grade.has(own)) return (topic) => composed(own, topic);
  const replaces = classes.replacedHead.has(own);
  const isPart = among && own.length <= LONGEST_PART && classes.measureHead.longestBefore(own, own.length) === 0;
  if (!replaces && !isPart) return null;
  return (topic) => {
    const head = Math.max(
      ...[classes.measureHead, classes.fieldHead].map((heads) => heads.longestBefore(topic, topic.length)),
    );
    if (head === 0) return null;
    const stem = topic.slice(0, topic.length - head);
    if (replaces && stem.length >= 2) return composed(stem, own);
    return isPart ? composed(own, topic.slice(topic.length - head)) : null;
  };
}

/** 新增上市公司62家，总数186家: the total is not of the new ones. */
function withoutNew({ newPrefix }: NamingContext['classes'], name: string): string {
  const length = newPrefix.longestAt(name, 0);
  return length < name.length ? name.slice(length) : name;
}

export function carry(context: NamingContext, figure: Figure, memory: Memory): Name | null {
  const dimension = figure.quantity.unit?.dimension;
  const isLevel = dimension === 'percent' && ruledValue(figure.verdict, 'kind') !== 'change';
  const goesOn = isLevel || dimension === 'percentage-point';
  return goesOn && memory.share ? memory.share : subjectCarried(context, figure, memory);
}

/** What the clauses before were about, be it a whole or a part of one. */
export function subjectCarried(context: NamingContext, figure: Figure, memory: Memory): Name | null {
  const { topic, last } = memory;
  const counts = figure.quantity.unit?.dimension === 'count' && ruledValue(figure.verdict, 'kind') !== 'change';
  return (counts ? (last ?? topic) : (topic ?? last)) ?? openingOf(context, memory);
}
