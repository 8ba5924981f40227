/** Gives each figure of a sentence the stretch of its clause that may name it, on either side. */

import type { Figure, JudgedFigure } from '../judge/figure.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { termAt } from '../text/words.ts';
import type { NamingContext } from './context.ts';
import { afterListMark, afterNoteMarks } from './list-marks.ts';

/**
 * ， ； 。 ： part clauses; 、 parts them only after a figure has come (汽车、船舶产量居第3位、第5位). What stands inside
 * brackets or quotation marks is opaque, unless the figure stands there too.
 */
export function scopeFigures(context: NamingContext, sentence: Span, figures: readonly JudgedFigure[]): Figure[] {
  return withLeftEdge(context, sentence, figures).map(({ figure, edge }, i): Figure => {
    const { start, end } = figure.quantity.span;
    const next = figures[i + 1]?.quantity.span.start ?? null;
    const limit = rightEdge(context, end, next, sentence.end);
    const right = { start: afterNoteMarks(context.text, end, limit, context.noteMarks), end: limit };
    const { quantity, matches, verdict } = figure;
    return { quantity, matches, verdict, left: { start: edge, end: start }, right };
  });
}

type OpenBracket = { edge: number; counted: boolean };

function withLeftEdge(
  context: NamingContext,
  sentence: Span,
  figures: readonly JudgedFigure[],
): { figure: JudgedFigure; edge: number }[] {
  const { text, marks, brackets, listMarkers, quantityFrom } = context;
  const stack: OpenBracket[] = [];
  const placed: { figure: JudgedFigure; edge: number }[] = [];
  let edge = afterLabel(context, sentence);
  let counted = false;
  for (let i = edge; i < sentence.end; i++) {
    const figure = figures[placed.length];
    if (figure && i === figure.quantity.span.start) {
      placed.push({ figure, edge: afterListMark(text, edge, i, listMarkers) });
      edge = afterQualifiers(context, figure.quantity.span.end, sentence.end);
      i = edge - 1;
      counted = true;
      continue;
    }
    counted ||= measures(quantityFrom(i));
    if (brackets.closing.has(i)) {
      stack.push({ edge, counted });
      edge = i + 1;
      counted = false;
    } else if (brackets.opening.has(i)) {
      // A figure inside the brackets leaves the clause around them as it was.
      const open = stack.pop();
      if (open) ({ edge, counted } = open);
    } else if (marks.delimiters.at(text, i)) {
      edge = i + 1;
      counted = false;
    } else if (counted && marks.enumerators.at(text, i)) {
      edge = i + 1;
    }
  }
  return placed;
}

/** 【自然生态】【森林】|覆盖率43.7%: labels head the sentence, and are no part of it. */
function afterLabel({ text, marks, brackets }: NamingContext, { start, end }: Span): number {
  let at = start;
  while (marks.labels.at(text, at)) {
    const close = brackets.closing.get(at);
    if (close === undefined || close + 1 >= end) break;
    at = close + 1;
  }
  return at;
}

/** A quantity that measures something, be it an indicator or not. */
function measures(quantity: Quantity | undefined): boolean {
  // 新一代, 一体: a small Chinese numeral is as a rule part of a word.
  const isWord = quantity?.script === 'chinese' && quantity.number !== null && quantity.number <= 10;
  return quantity?.unit != null && quantity.unit.dimension !== 'time' && !isWord;
}

/** 以上, 左右, 台阶 belong to the figure before them. */
function afterQualifiers({ text, classes, words }: NamingContext, at: number, limit: number): number {
  let i = at;
  for (;;) {
    // 24项|整改任务: 整 that only begins a word is none.
    const length = termAt(classes.figureTail, text, i, limit, words);
    if (length === 0) return i;
    i += length;
  }
}

/** `next` is where the next figure begins; null for the last of the sentence. */
function rightEdge(
  { text, marks, brackets, classes }: NamingContext,
  start: number,
  next: number | null,
  sentenceEnd: number,
): number {
  const end = next ?? sentenceEnd;
  let enumerator = end;
  for (let i = start; i < end; i++) {
    const close = brackets.closing.get(i) ?? end;
    if (close < end) {
      i = close;
      continue;
    }
    if (marks.clauseEnds.at(text, i)) return i;
    if (enumerator === end && marks.enumerators.at(text, i)) enumerator = i;
  }
  // 10名专家、20名骨干: where another figure follows in the clause, 、 parts the members; else it stands inside the name.
  if (next === null || enumerator === end) return end;
  // 5个图书馆、文化馆和40个广场: what stands between 、 and 和 is counted with what is before.
  const joint = classes.joint.longestBefore(text, end, enumerator);
  return joint > 0 && end - joint > enumerator + 1 ? end : enumerator;
}
