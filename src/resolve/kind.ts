/** What kind of figure it is: the rules' word first, then what the name and the figure before it say. */

import { decide, type Figure, verdictOf } from '../judge/decide.ts';
import type { Direction, IndicatorKind } from '../model/vocabulary.ts';
import type { Lexicon } from '../text/lexicon.ts';

export type Kind = { kind: IndicatorKind; direction: Direction | null; rule: string };

export type KindWords = Record<'shareName' | 'shareVerb' | 'notShareVerb' | 'rateName' | 'lowerIsBetter', Lexicon>;

type Previous = { figure: Figure; name: string | null; kind: Kind };

export function kindOf(
  text: string,
  figure: Figure,
  name: string | null,
  previous: Previous | null,
  beforeThat: Previous | null,
  words: KindWords,
): Kind {
  const match = decide(figure.matches, 'kind');
  const stated = match?.rule.verdict.kind ?? 'level';
  if (stated === 'carried')
    return previous
      ? { ...previous.kind, rule: match!.rule.id }
      : { kind: 'level', direction: null, rule: match!.rule.id };
  const kind = stated;
  const rule = match?.rule.id ?? decide(figure.matches, 'accept')?.rule.id ?? 'level/default';
  if (kind === 'change') {
    const direction = verdictOf(figure.matches, 'direction') ?? trend(previous, beforeThat, name, words);
    return { kind, direction, rule };
  }
  if (kind === 'level' && previous && continues(text, previous, figure, name)) {
    return { ...previous.kind };
  }
  const { quantity } = figure;
  const canBeShare = quantity.unit?.dimension === 'percent' || quantity.form === 'fraction';
  if (kind === 'level' && canBeShare && name !== null && namesShare(name, words))
    return { kind: 'share', direction: null, rule };
  // 入住率在九成左右: tenths of a rate are no part of a whole, unless a rule of some weight says so (占九成).
  const isWeak = match !== null && match.rule.priority < 0;
  if (kind === 'share' && isWeak && name !== null && namesRate(name, words))
    return { kind: 'level', direction: null, rule };
  return { kind, direction: null, rule };
}

/** 涨幅预期为2%左右，最多不超过3%; 增长7.4%、5.2%: a figure of the same unit with nothing of its own goes on as the one before. */
function continues(
  text: string,
  { figure: before, name: earlier }: Previous,
  figure: Figure,
  name: string | null,
): boolean {
  if (before.quantity.unit?.symbol !== figure.quantity.unit?.symbol) return false;
  if (decide(figure.matches, 'kind') !== null) return false;
  const between = text.slice(before.quantity.span.end, figure.quantity.span.start);
  const listed = /^(?:以上|以下|左右)?[、和与及]$/.test(between);
  return listed || (earlier !== null && earlier === name && figure.left.end - figure.left.start <= 6);
}

/** 绿色建筑占比, 税收占一般公共预算收入; 占地面积 is none. */
function namesShare(name: string, { shareName, shareVerb, notShareVerb }: KindWords): boolean {
  if (shareName.longestBefore(name, name.length) > 0) return true;
  for (let at = shareVerb.firstIn(name); at >= 0; at = shareVerb.firstIn(name, at + 1))
    if (notShareVerb.longestAt(name, at) === 0) return true;
  return false;
}

const namesRate = (name: string, words: KindWords): boolean =>
  words.rateName.longestBefore(name, name.length) > 0 && !namesShare(name, words);

/** 优于全国1个百分点 after a ratio that fell means lower; of a thing that had better be low likewise. */
function trend(
  previous: Previous | null,
  beforeThat: Previous | null,
  name: string | null,
  words: KindWords,
): Direction {
  const to = previous?.figure.quantity.number;
  const from = beforeThat?.figure.quantity.number;
  const isPair = previous && beforeThat && previous.name === beforeThat.name && previous.kind.kind !== 'change';
  if (isPair && to != null && from != null && to !== from) return to < from ? 'down' : 'up';
  for (let i = 0; name !== null && i < name.length; i++) if (words.lowerIsBetter.longestAt(name, i) > 0) return 'down';
  return 'up';
}
