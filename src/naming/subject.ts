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
  const { words, classes, tags } = context;
  const { start } = stripLead(context, clause);
  const end = context.marks.delimiters.until(context.text, start, clause.end);
  let at = start;
  while (at < end) {
    const word = words.from(at);
    if (word && (tags.subjectEnd.has(word) || classes.change.has(word.text) || classes.tail.has(word.text))) break;
    at += word ? word.text.length : 1;
  }
  if (at - start < 2 || at >= clause.end || classes.stub.is(context.text, start, at)) return null;
  return { span: { start, end: at }, moves: saysMove(context, at, end) };
}

/** 排放总量|首次出现双下降: a word of change in the predicate. */
function saysMove({ words, classes }: NamingContext, from: number, limit: number): boolean {
  for (let i = from; i < limit; i++) {
    const word = words.from(i)?.text ?? '';
    if (classes.change.has(word) || (word.length > 1 && classes.change.longestAt(word, 1) > 0)) return true;
  }
  return false;
}
