/** Completes names that are heads or attributes alone with what the sentence is about: 总数, 占比, 产量, 户均, 省级. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import { ofAccount } from './account.ts';
import { type NamingContext, wordBefore } from './context.ts';
import { isRate, withoutGrade, withoutNew } from './heads.ts';
import { type Memory, openingOf } from './memory.ts';
import { composed } from './name.ts';
import { wholeOf } from './part.ts';
import type { LeftPhrase } from './phrase.ts';

/** A name longer than this is not made longer still. */
const LONGEST_TOPIC = 40;
/** A longer name among others is whole. */
const LONGEST_PART = 8;

type Complete = (topic: string) => Name | null;

/** 总数186家 goes on about the topic; 占比 and 产量 need it to say what of. */
export function withTopic(context: NamingContext, own: Name, figure: Figure, phrase: LeftPhrase, memory: Memory): Name {
  const { classes } = context;
  const { whole } = phrase;
  const { topic, last, set } = memory;
  // 一般公共预算收入38亿元，税收占一般公共预算收入的81%: the whole says what it is of.
  if (whole && topic?.text === context.text.slice(whole.start, whole.end)) return own;
  const ofWhole = wholeOf(context, figure, phrase, memory);
  if (ofWhole) {
    const isShare = figure.quantity.unit?.dimension === 'percent';
    const part = partOf(classes, own.text, isShare ? ofWhole.text : withoutShare(classes, ofWhole.text));
    if (part) return part;
  }
  const opening = () => openingOf(context, memory);
  // 57个问题，整改到位54个，整改率95%: the rate is of all of them.
  if (set?.isParted && classes.addedHead.has(own.text) && isRate(classes, own.text))
    return composed(set.name.text, own.text);
  // 实施改造项目46个、完成投资3亿元: the investment is in what was counted last.
  if (last && classes.projectMeasure.has(own.text) && classes.project.longestBefore(last.text, last.text.length) > 0)
    return composed(last.text, own.text);
  const complete = completionOf(own.text, classes);
  if (!complete) return own;
  const told = topic ?? (classes.rankHead.has(own.text) ? (opening() ?? last) : (last ?? opening()));
  const before = told ?? (classes.addedHead.has(own.text) && !isRate(classes, own.text) ? memory.before : null);
  const completed = before && before.text.length <= LONGEST_TOPIC ? complete(before.text) : null;
  // 粮食获得丰收，|产量: a clause without a figure was about a thing, which has the measure.
  if (
    !completed &&
    before &&
    before === memory.opening &&
    !isObject(context, before) &&
    classes.replacedHead.has(own.text) &&
    headLength(classes, before.text) === 0
  )
    return composed(before.text, own.text);
  return completed ?? ofAccount(context, own.text) ?? own;
}

/** 做强|电控，产量…: what is done to a thing tells of it, but not that it has the measure. */
const isObject = (context: NamingContext, { span }: Name): boolean =>
  span !== null &&
  [context.classes.strongVerb, context.classes.weakVerb].some((verbs) => wordBefore(context, span.start, 0, verbs) > 0);

/** What comes of a name and the topic that it needs; null for a name that needs none, and answers null where this topic does not help. */
export function completionOf(own: string, classes: NamingContext['classes']): Complete | null {
  if (classes.addedHead.has(own))
    // 销号率80%，完成率90%: a rate is not of a rate.
    return (topic) =>
      isRate(classes, own) && isRate(classes, topic) ? null : composed(withoutCount(classes, topic), own);
  if (classes.bareVerb.has(own)) return (topic) => ofDeed(classes, own, topic);
  if (classes.topicHead.has(own)) return (topic) => ({ text: withoutNew(classes, topic), span: null });
  if (classes.counterHead.has(own)) return (topic) => counterpart(classes, own, topic);
  if (!classes.replacedHead.has(own)) return null;
  return (topic) => {
    // 资产负债率60%，营业收入3亿元: what a rate is of has no other measure.
    if (classes.accountRate.longestBefore(topic, topic.length) > 0) return null;
    const stem = topic.slice(0, topic.length - headLength(classes, topic));
    return stem.length >= 2 && stem !== topic ? composed(stem, own) : null;
  };
}

/** 改造|旧厂房; 安置房新开工60套、|基本建成|80套: a verb behind the thing is taken the place of. */
function ofDeed(classes: NamingContext['classes'], own: string, topic: string): Name {
  const deed = classes.bareVerb.longestBefore(topic, topic.length);
  return deed > 0 && topic.length - deed >= 2
    ? composed(topic.slice(0, -deed), own)
    : composed(own, withoutNew(classes, topic));
}

/** 一般公共预算收入22亿元、支出39亿元: of the two sides of an account the second is told without its owner. */
function counterpart({ counterHead }: NamingContext['classes'], own: string, topic: string): Name | null {
  const head = counterHead.longestBefore(topic, topic.length);
  const isOther = head > 0 && !topic.endsWith(own);
  return isOther && topic.length - head >= 2 ? composed(topic.slice(0, topic.length - head), own) : null;
}

/** 其中|教育: what says which part, with the head of the whole; null where it is a name as it stands. */
function partOf(classes: NamingContext['classes'], own: string, whole: string): Name | null {
  if (classes.grade.has(own)) return composed(own, withoutGrade(classes, whole));
  if (own.length > LONGEST_PART || headLength(classes, own) > 0) return null;
  const head = headLength(classes, whole);
  // 农户总数，其中参加合作社的: the number is of the whole alone.
  return head > 0 && !classes.topicHead.has(whole.slice(-head)) ? composed(own, whole.slice(-head)) : null;
}

/** 民生支出占比八成，其中教育9亿元: an amount is part of what the share is of. */
const withoutShare = ({ shareName }: NamingContext['classes'], name: string): string =>
  name.slice(0, name.length - shareName.longestBefore(name, name.length));

/** 放款户数36户，金额…: the sum is of what is counted, not of its number. */
function withoutCount({ countHead }: NamingContext['classes'], name: string): string {
  const length = countHead.longestBefore(name, name.length);
  return name.length - length >= 2 ? name.slice(0, name.length - length) : name;
}

/** The measure that a name ends in: 产量 of 粮食产量; none where the name means one thing as it stands (地区生产总值). */
function headLength({ measureHead, fieldHead, wholeMeasure }: NamingContext['classes'], name: string): number {
  if (wholeMeasure.longestBefore(name, name.length) > 0) return 0;
  return Math.max(measureHead.longestBefore(name, name.length), fieldHead.longestBefore(name, name.length));
}
