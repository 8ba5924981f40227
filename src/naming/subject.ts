/** The subject of a clause without a figure. */
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';
import { stripLead } from './lead.ts';

export type Subject = {
  span: Span;
  /** Its verb says how it moved: 养老金标准|连涨九年. */
  moves: boolean;
};

/** The subject of a clause without a figure: the words before its first verb or adverb. */
export function subjectOf(context: NamingContext, clause: Span): Subject | null {
  const { words, classes } = context;
  const { start } = stripLead(context, clause);
  let at = start;
  while (at < clause.end) {
    const word = words.from(at);
    const isPredicate =
      word && (/^(?:d|ad|v)$/.test(word.tag) || classes.change.has(word.text) || classes.tail.has(word.text));
    if (isPredicate || /[，。；：,;:]/.test(context.text[at]!)) break;
    at += word ? word.text.length : 1;
  }
  if (at - start < 2 || at >= clause.end) return null;
  return { span: { start, end: at }, moves: saysMove(context, at, clause.end) };
}

/** 排放总量|首次出现双下降: a word of change in the predicate. */
function saysMove({ text, words, classes }: NamingContext, from: number, limit: number): boolean {
  for (let i = from; i < limit && !/[，。；：,;:]/.test(text[i]!); i++) {
    const word = words.from(i)?.text ?? '';
    if (classes.change.has(word) || (word.length > 1 && classes.change.longestAt(word, 1) > 0)) return true;
  }
  return false;
}
