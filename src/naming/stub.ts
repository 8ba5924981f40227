/** Words that are no name alone: what is left of a comparison (口径, 还差), and plans, whose rows are those of what is planned. */

import type { NamingContext } from './context.ts';
import type { Memory } from './memory.ts';
import type { LeftPhrase } from './phrase.ts';

/** 完成年初预算9500万元: the phrase without its name, where that is none and something was measured before. */
export function withoutStub(context: NamingContext, phrase: LeftPhrase, { topic, last }: Memory): LeftPhrase {
  const { name } = phrase;
  if (!name) return phrase;
  const words = context.text.slice(name.start, name.end);
  const isPlan = (topic ?? last) !== null && isPlanAlone(context, words);
  return isPlan || context.classes.stub.has(words) ? { ...phrase, name: null } : phrase;
}

/** 调整预算数, 年度目标: a plan with nothing that says of what. */
function isPlanAlone({ classes }: NamingContext, words: string): boolean {
  let end = words.length - classes.planNoun.longestBefore(words, words.length);
  if (end === words.length) return false;
  while (end > 0) {
    const length = classes.planModifier.longestBefore(words, end);
    if (length === 0) return false;
    end -= length;
  }
  return true;
}
