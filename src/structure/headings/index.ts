/** Finds headings: by their markers (一、（一）1. ① 一是), also in a text that has lost its line breaks, and by their looks. */

import type { HeadingRules } from '../../knowledge/headings/table.ts';
import type { Block } from '../../model/document.ts';
import type { Heading } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import type { FoundHeading } from './found.ts';
import { markedHeadings, Sequence } from './marked.ts';
import { isParagraph, unmarkedHeading } from './unmarked.ts';

export function findHeadings(text: string, blocks: readonly Block[], rules: HeadingRules): Heading[] {
  const found: FoundHeading[] = [];
  const sequence = new Sequence();
  let numbered = false;
  let isHead = true;
  const titleAt = blocks.findIndex(({ role }) => role === 'title');
  const lines = blocks.filter((block) => block.role !== 'boilerplate' && block.role !== 'title').length;
  blocks.forEach((block, index) => {
    if (block.role === 'boilerplate' || block.role === 'title') return;
    const flat = isFlat(text, block.span, lines, rules);
    const marked = markedHeadings(text, block.span, flat, rules, sequence);
    // What stands above the title is the name of a channel or a paper.
    if (marked[0]?.start !== block.span.start && index > titleAt) {
      const neighbours = { before: blocks[index - 1], after: blocks[index + 1], isHead };
      const unmarked = unmarkedHeading(text, block, neighbours, rules);
      if (unmarked) found.push({ ...unmarked, level: unmarked.level || (numbered ? 2 : 1) });
    }
    isHead &&= found.length === 0 && marked.length === 0 && !isParagraph(text, block, rules);
    for (const heading of marked) {
      found.push(heading);
      numbered ||= heading.level === 1;
    }
  });
  return nest(found, text.length);
}

/** A line that has lost its line breaks: a long one, or one of several sentences that is the whole report. */
function isFlat(
  text: string,
  { start, end }: Span,
  lines: number,
  { flatLine, flatSentences, before }: HeadingRules,
): boolean {
  if (end - start > flatLine) return true;
  let sentences = 0;
  for (let i = start; i < end && lines === 1; i++) if (before.at(text, i)) sentences++;
  return sentences >= flatSentences;
}

/** Gives each heading its span and parent. */
function nest(found: readonly FoundHeading[], length: number): Heading[] {
  const open: { heading: Heading; index: number }[] = [];
  return found.map(({ level, marker, start, titleSpan }, index) => {
    for (let last = open.at(-1); last && last.heading.level >= level; last = open.at(-1)) {
      last.heading.span.end = start;
      open.pop();
    }
    const heading = { level, marker, titleSpan, span: { start, end: length }, parent: open.at(-1)?.index ?? -1 };
    open.push({ heading, index });
    return heading;
  });
}
