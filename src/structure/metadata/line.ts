import type { Punctuation } from '../../knowledge/punctuation/table.ts';
import type { Block, BlockRole } from '../../model/document.ts';

/** The beginning of a block. */
export type HeadLine = { text: string; role: BlockRole };

/** So much of a line tells; a whole report may stand on one. */
const LONGEST = 300;

export const linesOf = (text: string, blocks: readonly Block[]): HeadLine[] =>
  blocks.map(({ span, role }) => ({ text: text.slice(span.start, Math.min(span.end, span.start + LONGEST)), role }));

const LONGEST_SUBTITLE = 150;

/** A line under the title. Longer lines, and those with a comma, are sentences. */
export const isSubtitle = (line: string, { commas }: Punctuation): boolean =>
  line.length <= LONGEST_SUBTITLE && !commas.isIn(line);
