/** Strips the words at the end of a left phrase that say how the figure was come to: 粮食产量|稳定在. */
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordBefore } from './context.ts';

export function stripTail(context: NamingContext, span: Span): Span {
  const { text, classes, marks } = context;
  const { start } = span;
  let { end } = span;
  for (;;) {
    while (end > start && marks.trailing.at(text, end - 1) && !closesPair(context, start, end)) end--;
    const figure = context.quantityUntil(end);
    if (figure && figure.span.start >= start && isAdjunct(figure)) {
      end = figure.span.start;
      continue;
    }
    const length = wordBefore(context, end, start, classes.tail);
    const kept = wordBefore(context, end, start, classes.tailKept);
    if (length === 0 || kept >= length) return { start, end };
    end -= length;
  }
}

/** A bracket or quotation mark whose partner stands in the phrase belongs to it. */
const closesPair = ({ brackets }: NamingContext, start: number, end: number): boolean =>
  (brackets.opening.get(end - 1) ?? -1) >= start;

/** Years and bare numbers date a comparison; they are no names. */
const isAdjunct = ({ unit }: Quantity): boolean => unit === null || unit.dimension === 'time';
