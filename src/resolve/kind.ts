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
  if (stated === 'carried')
    return previous ? { ...previous.kind, rule, kindOrigin: byRule } : undirected('level', rule, byRule);
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
    return { ...previous.kind, kindOrigin: origin('CONTINUES') };
  const canBeShare = quantity.unit?.dimension === 'percent' || quantity.form === 'fraction';
  if (stated === 'level' && canBeShare && name !== null && namesShare(name, words))
    return undirected('share', rule, origin('SHARE_NAME'));
  // 入住率在九成左右: tenths of a rate are no part of a whole, unless a rule of some weight says so (占九成).
  const isWeak = winner !== undefined && winner.priority < 0;
  if (stated === 'share' && isWeak && name !== null && namesRate(name, words))
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

/** 涨幅预期为2%左右，最多不超过3%; 增长7.4%、5.2%: a figure of the same unit with nothing of its own goes on as the one before. */
function continues(
  text: string,
  { figure: before }: Previous,
  figure: NamedFigure,
  words: ResolvingWords,
  { enumerators }: Punctuation,
): boolean {
  if (before.quantity.unit?.symbol !== figure.quantity.unit?.symbol || figure.verdict.kind !== null) return false;
  const { end } = before.quantity.span;
  const next = figure.quantity.span.start;
  const joint = end + words.figureTail.longestAt(text, end, next);
  const listed = words.joint.is(text, joint, next) || (joint + 1 === next && enumerators.at(text, joint));
  const isSame = before.name !== null && before.name.text === figure.name?.text;
  return listed || (isSame && figure.left.end - figure.left.start <= 6);
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
