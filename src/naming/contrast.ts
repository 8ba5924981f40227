/** 受理案件320件，审结298件: where the next figure of the unit has a verb alone, the verbs tell the two apart, so this one keeps its own. */

import type { Figure } from '../judge/figure.ts';
import type { Name } from '../model/name.ts';
import { type NamingContext, wordBefore } from './context.ts';
import { unitOf } from './memory.ts';
import { nameAt } from './name.ts';
import { bareWords } from './part.ts';

/** The name with the verb before it, if the next figure tells only what was done to the same. */
export function withContrastedVerb(
  context: NamingContext,
  figure: Figure,
  name: Name | null,
  next: Figure | undefined,
): Name | null {
  const span = name?.span;
  if (!next || !span || span.start < figure.left.start) return name;
  if (unitOf(next) !== unitOf(figure) || !isVerbAlone(context, next)) return name;
  const { strongVerb, weakVerb, realiseVerb } = context.classes;
  const before = (lexicon: typeof strongVerb) => wordBefore(context, span.start, figure.left.start, lexicon);
  const length = before(realiseVerb) > 0 ? 0 : before(strongVerb) || before(weakVerb);
  return length > 0 ? nameAt(context, { start: span.start - length, end: span.end }) : name;
}

/** 审结, 已全部整改: one verb, and adverbs; 拉动|消费 has an object. */
function isVerbAlone(context: NamingContext, { left }: Figure): boolean {
  const { words, tags, classes } = context;
  const { start, end } = bareWords(context, left);
  let hasVerb = false;
  for (let at = start; at < end; ) {
    const word = words.from(at);
    if (!word) return false;
    if (!classes.lead.has(word.text)) {
      if (hasVerb || !tags.verbal.has(word)) return false;
      hasVerb = true;
    }
    at += word.text.length;
  }
  return start < end;
}
