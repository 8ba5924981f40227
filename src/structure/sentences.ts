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

function sentencesOf(text: string, block: Span, edges: readonly number[], punctuation: Punctuation): Span[] {
  const spans: Span[] = [];
  let next = firstAtLeast(edges, block.start, (edge) => edge);
  for (let start = block.start; start < block.end; ) {
    while ((edges[next] ?? block.end) <= start) next++;
    const limit = Math.min(edges[next] ?? block.end, block.end);
    const end = endOfSentence(text, start, limit, block.end, punctuation);
    const span = withoutSpaces(text, { start, end });
    if (span.start < span.end) spans.push(span);
    start = end;
  }
  return spans;
}

/** Behind the first sign that ends a sentence and what closes there, else at the limit. */
function endOfSentence(
  text: string,
  start: number,
  limit: number,
  blockEnd: number,
  { sentenceEnds, delimiters, closers }: Punctuation,
): number {
  const long = Math.min(limit, start + LONGEST + 1);
  const longest = Math.min(limit, start + LONGEST_WITHOUT_COMMA + 1);
  let at = sentenceEnds.until(text, start, long);
  if (at === long) at = Math.min(sentenceEnds.until(text, long, longest), delimiters.until(text, long, longest));
  return at < limit ? closers.endOfRun(text, at + 1, blockEnd) : limit;
}
