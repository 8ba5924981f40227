/** Words that are no name alone: what is left of a comparison (口径, 还差), and plans, whose rows are those of what is planned. */

import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';
import type { Memory } from './memory.ts';
import { bareWords } from './part.ts';
import { called, type LeftPhrase } from './phrase.ts';
import { stripTail } from './tail.ts';

/** 完成年初预算9500万元: the phrase without its name, where that is none and something was measured before. */
export function withoutStub(
  context: NamingContext,
  left: Span,
  phrase: LeftPhrase,
  { topic, last }: Memory,
): LeftPhrase {
  const bare = phrase.whole ? null : bareHead(context, left);
  const name = bare ?? phrase.name;
  if (!name || bare) return called(phrase, name);
  const words = context.text.slice(name.start, name.end);
  if (isAnaphor(context, name) || isVerbAlone(context, name)) return called(phrase, null);
  const isPlan = (topic ?? last) !== null && isPlanAlone(context, words);
  return isPlan || context.classes.stub.has(words) ? called(phrase, null) : phrase;
}

/** 该|比例居全省第3位, 后者增加640人: what was told before, by another word. */
function isAnaphor({ text, classes }: NamingContext, { start, end }: Span): boolean {
  if (classes.anaphor.is(text, start, end)) return true;
  return classes.anaphoricNoun.is(text, start, end) && classes.demonstrative.longestBefore(text, start) > 0;
}

/** 去年|清|了3万方, 前5个月又|清|了2万方: a verb of one character, with nothing before it but when and how. */
function isVerbAlone(context: NamingContext, { start, end }: Span): boolean {
  const isDone = context.classes.aspect.longestAt(context.text, end) > 0;
  if (!isDone || context.words.until(end)?.text.length !== 1) return false;
  const before = stripTail(context, { start, end: end - 1 });
  // 前|5个月又清: one character is no noun.
  return before.end - before.start <= 1;
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

/** 均价60元: a head that looks like words that say how the figure was come to. */
function bareHead(context: NamingContext, left: Span): Span | null {
  const { addedHead, replacedHead, bareVerb } = context.classes;
  const { start, end } = bareWords(context, left);
  return [addedHead, replacedHead, bareVerb].some((heads) => heads.is(context.text, start, end))
    ? { start, end }
    : null;
}
