/** On which side of a figure its name stands. */

import type { Figure } from '../judge/figure.ts';
import { ruledValue } from '../judge/verdict.ts';
import type { Side } from '../knowledge/pattern/table.ts';
import { SPACES } from '../text/char-set.ts';
import { termAt, termBefore } from '../text/words.ts';
import { type NamingContext, wordBefore } from './context.ts';
import { afterAttribute, isPredicateWord } from './counted.ts';

export function sideOf(context: NamingContext, figure: Figure): Side {
  const stated = ruledValue(figure.verdict, 'side');
  const { quantity } = figure;
  if (stated && !(stated === 'right' && isEmptyRight(context, figure))) return stated;
  if (quantity.form === 'rank') return 'left';
  if (isDisposedOf(context, figure)) return 'right';
  switch (quantity.unit?.dimension ?? 'count') {
    case 'percent':
      // 八成以上财政资金用于民生: nothing stands before it, so it is a part of what follows.
      return (!hasLeft(figure, context.text) || isVerbAlone(context, figure) || isLeadAlone(context, figure)) &&
        opensNoun(context, figure)
        ? 'right'
        : 'left';
    case 'percentage-point':
    case 'ratio':
    case 'rank':
      return 'left';
    case 'count':
      return opensNoun(context, figure) ? 'right' : 'left';
    default:
      return opensNoun(context, figure) && !endsInNoun(context, figure) ? 'right' : 'left';
  }
}

/** 街道将|23项审批事项放到社区: what stands behind 把 or 将 is counted there. */
function isDisposedOf(context: NamingContext, figure: Figure): boolean {
  const { left } = figure;
  const isObject = wordBefore(context, left.end, left.start, context.classes.objectMark) > 0;
  return isObject && !isEmptyRight(context, figure);
}

const isEmptyRight = (context: NamingContext, figure: Figure): boolean =>
  rightStart(context, figure) >= figure.right.end || opensGeneral(context, figure);

/** 抚育森林200万亩任务: the task is no thing that mu measure. */
function opensGeneral(context: NamingContext, figure: Figure): boolean {
  const at = rightStart(context, figure);
  return (
    figure.quantity.unit?.dimension !== 'count' &&
    termAt(context.classes.rightGeneral, context.text, at, figure.right.end, context.words) > 0
  );
}

/** Where the words right of the figure begin, past 以上, 左右 and 的. */
export function rightStart({ text, classes, words }: NamingContext, { right }: Figure): number {
  let i = right.start;
  while (i < right.end) {
    const length = termAt(classes.figureTail, text, i, right.end, words);
    if (length > 0) i += length;
    else if (SPACES.at(text, i)) i++;
    else break;
  }
  return i;
}

/** Whether a noun phrase begins right of the figure: lexicons decide, the part of speech is a hint. */
function opensNoun(context: NamingContext, figure: Figure): boolean {
  const { text, classes, tags, marks, words } = context;
  const at = rightStart(context, figure);
  const { end } = figure.right;
  if (at >= end || opensGeneral(context, figure)) return false;
  if (classes.attributive.longestAt(text, at, end) > 0) return !hasLeft(figure, text);
  if (marks.notCounted.at(text, at)) return false;
  if (classes.rightKept.longestAt(text, at, end) > 0) return true;
  // 21个高能级平台: a word of one character opens a noun as well.
  const word = words.from(at);
  const isLong = word !== undefined && word.text.length > 1;
  if (isLong && classes.change.has(word.text)) return false;
  if (!isLong && classes.joint.longestAt(text, at, end) > 0) return false;
  // 主导行业: an adjective that only stands before nouns is no predicate.
  if (isPredicateWord(context, at, end)) return afterAttribute(context, at, end) > at;
  // 12名长期脱岗的人员: an adverb that opens an attribute.
  if (classes.attributeOpener.has(word?.text ?? '')) return afterAttribute(context, at, end) > at;
  if (tags.function.has(word) || classes.pronoun.has(word?.text ?? '')) return false;
  if (!isLong && tags.preposition.has(word)) return false;
  return !(tags.verb.has(word) && hasLeft(figure, text) && endsInNoun(context, figure));
}

const hasLeft = ({ left }: Figure, text: string): boolean => HAN.test(text.slice(left.start, left.end));

const HAN = /\p{Script=Han}/u;

/** 近|八成企业: nothing stands before it but how exactly it is meant. */
const isLeadAlone = ({ text, classes }: NamingContext, { left }: Figure): boolean =>
  classes.lead.is(text, left.start, left.end);

/** 覆盖|90%政务服务: nothing but a verb stands before it. */
function isVerbAlone({ text, classes }: NamingContext, { left }: Figure): boolean {
  const words = text.slice(left.start, left.end);
  return [classes.weakVerb, classes.strongVerb].some((lexicon) => lexicon.has(words));
}

/** 总投资130亿元的公路: the words left of the figure end in a noun, which it measures. */
function endsInNoun(context: NamingContext, { left }: Figure): boolean {
  const { text, classes, tags, marks, words } = context;
  let { end } = left;
  for (;;) {
    end = marks.trailing.startOfRun(text, end, left.start);
    const length = termBefore(classes.moved, text, end, left.start, words);
    if (length === 0) break;
    end -= length;
  }
  if (end <= left.start) return false;
  const isVerb = [classes.strongVerb, classes.weakVerb, classes.keptVerb, classes.lead].some(
    (lexicon) => termBefore(lexicon, text, end, left.start, words) > 0,
  );
  if (classes.measureHead.longestBefore(text, end, left.start) > 0) return true;
  const last = words.until(end);
  return !isVerb && (!last || tags.noun.has(last));
}
