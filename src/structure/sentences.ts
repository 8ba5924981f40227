/** Splits the text into sentences, and tells which heading governs each. */

import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Block } from '../model/document.ts';
import type { Heading, Sentence } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { firstAtLeast, lastAtMost } from '../text/sorted.ts';
import { withoutSpaces } from '../text/spaces.ts';

/** A text without sentence ends is cut at its commas, and one without commas anywhere, so that a sentence stays bounded. */
const LONGEST = 1200;
const LONGEST_WITHOUT_COMMA = 4800;

export function splitSentences(
  text: string,
  blocks: readonly Block[],
  headings: readonly Heading[],
  punctuation: Punctuation,
): Sentence[] {
  const edges = headings.flatMap(({ span, titleSpan }) => [span.start, titleSpan.end]);
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    if (block.role === 'boilerplate' || block.role === 'title') continue;
    for (const span of sentencesOf(text, block.span, edges, punctuation)) {
      // A heading governs all up to the next heading of any level, so the innermost one is the last that has begun.
      sentences.push({ span, heading: lastAtMost(headings, span.start, (heading) => heading.span.start) });
    }
  }
  return sentences;
}

function sentencesOf(
  text: string,
  block: Span,
  edges: readonly number[],
  { sentenceEnds, delimiters, closers }: Punctuation,
): Span[] {
  const spans: Span[] = [];
  let start = block.start;
  const close = (end: number) => {
    const span = withoutSpaces(text, { start, end });
    if (span.start < span.end) spans.push(span);
    start = end;
  };
  let next = firstAtLeast(edges, block.start, (edge) => edge);
  for (let i = block.start; i < block.end; i++) {
    for (let edge = edges[next]; edge !== undefined && edge <= i; edge = edges[++next]) close(i);
    const length = i - start;
    const overlong = (length > LONGEST && delimiters.at(text, i)) || length > LONGEST_WITHOUT_COMMA;
    if (!overlong && !sentenceEnds.at(text, i)) continue;
    while (i + 1 < block.end && closers.at(text, i + 1)) i++;
    close(i + 1);
  }
  close(block.end);
  return spans;
}
