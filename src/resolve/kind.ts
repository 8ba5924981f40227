/** What kind of figure it is: the rules' word first, then what the name and the figure before it say. */

import type { NamedFigure } from '../judge/figure.ts';
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { ResolvingWords } from '../knowledge/resolving/table.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Direction, IndicatorKind } from '../model/vocabulary.ts';

export type Kind = {
  kind: IndicatorKind;
  direction: Direction | null;
  /** The id of the rule that the record names. */
  rule: string;
  kindOrigin: Origin;
  directionOrigin: Origin;
};

/** A figure of the same sentence that was decided before. */
export type Previous = { figure: NamedFigure; kind: Kind };

export function kindOf(
  text: string,
  figure: NamedFigure,
  previous: Previous | null,
  beforeThat: Previous | null,
  words: ResolvingWords,
  punctuation: Punctuation,
): Kind {
  const { quantity, verdict } = figure;
  const name = figure.name?.text ?? null;
  const winner = verdict.kind?.rule;
  const stated = winner?.emit.kind ?? 'level';
  const rule = winner?.id ?? verdict.accept?.rule.id ?? 'level/default';
  const byRule = winner?.origin ?? NOT_SAID;
  if (stated === 'carried') {
    const source = isAlike(beforeThat, figure) && !isAlike(previous, figure) ? beforeThat : previous;
    return source ? { ...source.kind, rule, kindOrigin: byRule } : undirected('level', rule, byRule);
  }
  if (stated === 'change') {
    const directed = verdict.direction?.rule;
    const direction = directed?.emit.direction ?? null;
    return {
      kind: stated,
      direction: direction ?? trend(previous, beforeThat, name, words),
      rule,
      kindOrigin: byRule,
      directionOrigin: direction !== null && directed ? directed.origin : origin('TREND'),
    };
  }
  if (stated === 'level' && previous && continues(text, previous, figure, words, punctuation))
    return { ...previous.kind, direction: directionOn(previous, figure), kindOrigin: origin('CONTINUES') };
  const canBeShare = quantity.unit?.dimension === 'percent' || quantity.form === 'fraction';
  if (stated === 'level' && canBeShare && name !== null && namesShare(name, words))
    return undirected('share', rule, origin('SHARE_NAME'));
  // 入住率在九成左右, 占比、覆盖率分别达到54%、92%: a rate is no part of a whole.
  if (stated === 'share' && name !== null && namesRate(name, words))
    return undirected('level', rule, origin('RATE_NAME'));
  return undirected(stated, rule, byRule);
}

const undirected = (kind: IndicatorKind, rule: string, kindOrigin: Origin): Kind => ({
  kind,
  direction: null,
  rule,
  kindOrigin,
  directionOrigin: NOT_SAID,
});

const NOT_SAID = origin('DEFAULT');

/** 涨幅预期为2%左右，最多不超过3%; 减少2起、3人: a figure with nothing of its own goes on as the one before. */
function continues(
  text: string,
  previous: Previous,
  figure: NamedFigure,
  words: ResolvingWords,
  punctuation: Punctuation,
): boolean {
  if (figure.verdict.kind !== null) return false;
  const { figure: before, kind } = previous;
  const sameUnit = isAlike(previous, figure);
  if (isListed(text, before, figure, words, punctuation))
    return sameUnit || (kind.kind === 'change' && isNamedRight(before) === isNamedRight(figure));
  const isSame = before.name !== null && before.name.text === figure.name?.text;
  return sameUnit && isSame && figure.left.end - figure.left.start <= 6 && !arrives(text, figure, words);
}

/** Of one unit: only such figures can be held against each other. */
const isAlike = (previous: Previous | null, { quantity }: NamedFigure): previous is Previous =>
  previous !== null && previous.figure.quantity.unit?.symbol === quantity.unit?.symbol;

/** 7.4%、5.2%; 0.6次左右和3.8份. */
function isListed(
  text: string,
  { quantity: { span } }: NamedFigure,
  { quantity }: NamedFigure,
  words: ResolvingWords,
  { enumerators }: Punctuation,
): boolean {
  const next = quantity.span.start;
  const joint = span.end + words.figureTail.longestAt(text, span.end, next);
  return words.joint.is(text, joint, next) || (joint + 1 === next && enumerators.at(text, joint));
}

/** 压减3个科室、5名职数: what is counted follows. */
const isNamedRight = ({ name, quantity }: NamedFigure): boolean => (name?.span?.start ?? -1) >= quantity.span.end;

/** 增加910元，达到1826元: where it came to is no movement, whatever went before. */
function arrives(text: string, { left: { start, end } }: NamedFigure, { arrived }: ResolvingWords): boolean {
  for (let at = start; at < end; at++) if (arrived.longestAt(text, at, end) > 0) return true;
  return false;
}

/** 绿色建筑占比, 税收占一般公共预算收入; 占地面积 is none. */
function namesShare(name: string, { shareName, shareVerb, notShareVerb }: ResolvingWords): boolean {
  if (shareName.longestBefore(name, name.length) > 0) return true;
  for (let at = shareVerb.firstIn(name); at >= 0; at = shareVerb.firstIn(name, at + 1))
    if (notShareVerb.longestAt(name, at) === 0) return true;
  return false;
}

const namesRate = (name: string, words: ResolvingWords): boolean =>
  words.rateName.longestBefore(name, name.length) > 0 && !namesShare(name, words);

/** 增长7.4%、-5.2%: a minus turns the direction that the word gives, for the figure that has it alone. */
function directionOn({ figure, kind }: Previous, { quantity }: NamedFigure): Direction | null {
  if (kind.direction === null) return null;
  if ((quantity.number ?? 0) < 0) return 'down';
  return (figure.quantity.number ?? 0) < 0 ? 'up' : kind.direction;
}

/** 优于全国1个百分点 after a ratio that fell means lower; of a thing that had better be low likewise. */
function trend(
  previous: Previous | null,
  beforeThat: Previous | null,
  name: string | null,
  words: ResolvingWords,
): Direction {
  const to = previous?.figure.quantity.number;
  const from = beforeThat?.figure.quantity.number;
  const isPair =
    previous &&
    beforeThat &&
    (previous.figure.name?.text ?? null) === (beforeThat.figure.name?.text ?? null) &&
    previous.kind.kind !== 'change';
  if (isPair && to != null && from != null && to !== from) return to < from ? 'down' : 'up';
  for (let i = 0; name !== null && i < name.length; i++) if (words.lowerIsBetter.longestAt(name, i) > 0) return 'down';
  return 'up';
}
