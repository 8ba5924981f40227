/** Gives each figure of a sentence the stretch of its clause that may name it, on either side. */

import type { Figure, JudgedFigure } from '../judge/figure.ts';
import type { NamingWords } from '../knowledge/naming/table.ts';
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Span } from '../model/span.ts';

/**
 * `measured` tells where a quantity begins that measures something, be it an indicator or not.
 * ， ； 。 ： part clauses; 、 parts them only after a figure has come (汽车、船舶产量居第3位、第5位). What stands inside
 * brackets or quotation marks is opaque, unless the figure stands there too.
 */
export function scopeFigures(
  text: string,
  sentence: Span,
  figures: readonly JudgedFigure[],
  measured: (start: number) => boolean,
  punctuation: Punctuation,
  words: NamingWords,
): Figure[] {
  const pairs = bracketPairs(text, sentence, punctuation);
  const lefts = leftEdges(text, sentence, figures, measured, punctuation, words, pairs);
  return figures.map((figure, i) => {
    const { quantity } = figure;
    const next = figures[i + 1]?.quantity.span.start ?? sentence.end;
    const right = {
      start: quantity.span.end,
      end: rightEdge(text, quantity.span.end, next, i + 1 < figures.length, punctuation, pairs),
    };
    return { ...figure, left: { start: lefts[i]!, end: quantity.span.start }, right };
  });
}

type OpenBracket = { at: number; edge: number; counted: boolean };

function leftEdges(
  text: string,
  sentence: Span,
  figures: readonly JudgedFigure[],
  measured: (start: number) => boolean,
  punctuation: Punctuation,
  words: NamingWords,
  pairs: ReadonlyMap<number, number>,
): number[] {
  const closers = new Set(pairs.values());
  const stack: OpenBracket[] = [];
  const edges: number[] = [];
  let edge = sentence.start;
  let counted = false;
  let next = 0;
  for (let i = sentence.start; i < sentence.end; i++) {
    const figure = figures[next];
    if (figure && i === figure.quantity.span.start) {
      edges.push(edge);
      next++;
      i = afterQualifiers(text, figure.quantity.span.end, sentence.end, words) - 1;
      edge = i + 1;
      counted = true;
      continue;
    }
    if (measured(i)) counted = true;
    if (pairs.has(i)) {
      stack.push({ at: i, edge, counted });
      edge = i + 1;
      counted = false;
    } else if (closers.has(i)) {
      // A figure inside the brackets leaves the clause around them as it was.
      const open = stack.pop();
      if (open) ({ edge, counted } = open);
    } else if (punctuation.delimiters.at(text, i)) {
      edge = i + 1;
      counted = false;
    } else if (counted && punctuation.enumerators.at(text, i)) {
      edge = i + 1;
    }
  }
  return edges;
}

/** 以上, 左右, 台阶 belong to the figure before them. */
function afterQualifiers(text: string, at: number, limit: number, words: NamingWords): number {
  let i = at;
  for (;;) {
    const length = words.figureTail.longestAt(text, i, limit);
    if (length === 0) return i;
    i += length;
  }
}

/** Closing place by opening place, for pairs that close within the sentence. */
function bracketPairs(text: string, sentence: Span, { brackets }: Punctuation): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: { at: number; close: string }[] = [];
  for (let i = sentence.start; i < sentence.end; i++) {
    const char = text[i]!;
    const last = open.at(-1);
    if (last && last.close === char) {
      pairs.set(last.at, i);
      open.pop();
      continue;
    }
    const close = brackets.get(char);
    if (close !== undefined) open.push({ at: i, close });
  }
  return pairs;
}

function rightEdge(
  text: string,
  start: number,
  next: number,
  figureFollows: boolean,
  { delimiters, enumerators, brackets }: Punctuation,
  pairs: ReadonlyMap<number, number>,
): number {
  let enumerator = -1;
  for (let i = start; i < next; i++) {
    const char = text[i]!;
    const close = pairs.get(i);
    if (close !== undefined && close < next) {
      i = close;
      continue;
    }
    if (delimiters.at(text, i) || isCloser(char, brackets)) return i;
    if (enumerator < 0 && enumerators.at(text, i)) enumerator = i;
  }
  // 10名专家、20名骨干: where another figure follows in the clause, 、 parts the members; else it stands inside the name.
  return figureFollows && enumerator >= 0 ? enumerator : next;
}

const isCloser = (char: string, brackets: ReadonlyMap<string, string>): boolean => {
  for (const close of brackets.values()) if (close === char) return true;
  return false;
};
