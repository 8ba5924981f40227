/** 受理案件320件，审结298件: where the next figure of the unit has a verb alone, the verbs tell the two apart, so this one keeps its own. */

import type { Figure } from '../judge/figure.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordBefore } from './context.ts';
import { unitOf } from './memory.ts';
import { bareWords } from './part.ts';

/** The name with the verb before it, if the next figure tells only what was done to the same. */
export function withContrastedVerb(context: NamingContext, figure: Figure, name: Span, next: Figure | undefined): Span {
  if (!next || unitOf(next) !== unitOf(figure) || !isVerbAlone(context, next)) return name;
  const { strongVerb, weakVerb, realiseVerb } = context.classes;
  const before = (lexicon: typeof strongVerb) => wordBefore(context, name.start, figure.left.start, lexicon);
  const length = before(realiseVerb) > 0 ? 0 : before(strongVerb) || before(weakVerb);
  return { start: name.start - length, end: name.end };
}

/** 审结, 已整改: a verb of one word or two, and adverbs. */
function isVerbAlone(context: NamingContext, { left }: Figure): boolean {
  const { words, tags, classes } = context;
  const { start, end } = bareWords(context, left);
  let count = 0;
  for (let at = start; at < end; count++) {
    const word = words.from(at);
    if (!word || !(tags.verbal.has(word) || classes.lead.has(word.text))) return false;
    at += word.text.length;
  }
  return count > 0 && count <= MOST_WORDS;
}

/** 已|全部|整改. */
const MOST_WORDS = 3;
