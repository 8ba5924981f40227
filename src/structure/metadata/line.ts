import type { Punctuation } from '../../knowledge/punctuation/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block, BlockRole } from '../../model/document.ts';
import { SPACES } from '../../text/char-set.ts';

/** The beginning of a block. */
export type HeadLine = { text: string; role: BlockRole };

/** So much of a line tells; a whole report may stand on one. */
const LONGEST = 300;
/** So much at either end of a report on one line is looked at in pieces. */
const FLAT_REACH = 240;
/** A text of one longer line has lost its line ends. */
const SHORT = 40;

/** The lines at both ends of a report, which tell of it. `front`: those of the head that are no signature. */
export type Ends = {
  head: readonly HeadLine[];
  front: readonly HeadLine[];
  tail: readonly HeadLine[];
  isFlat: boolean;
};

/** `blanks` part the lines of a text that has lost its line ends. */
export function endsOf(
  text: string,
  blocks: readonly Block[],
  { headLines, tailLines }: { headLines: number; tailLines: number },
  { punctuation }: Pick<RulePack, 'punctuation'>,
): Ends {
  const [first] = blocks;
  const isFlat = first !== undefined && blocks.length === 1 && first.span.end - first.span.start > SHORT;
  if (!isFlat) {
    const head = linesOf(text, blocks.slice(0, headLines));
    // What stands above the first sentence is no end, what stands behind the last no beginning.
    const endsSentence = (line: HeadLine): boolean => punctuation.sentenceEnds.isIn(line.text);
    const opening = head.findIndex(endsSentence);
    const tail = linesOf(text, blocks.slice(opening + 1).slice(-tailLines));
    const closing = tail.findLastIndex(endsSentence);
    const front = head.slice(0, blocks.length - (tail.length - 1 - closing));
    return { head, front, tail, isFlat };
  }
  const { start, end } = first.span;
  const pieces = piecesOf(text.slice(start, Math.min(end, start + FLAT_REACH)));
  return {
    head: pieces,
    front: pieces,
    tail: piecesOf(text.slice(Math.max(start, end - FLAT_REACH), end)).slice(1),
    isFlat,
  };
}

const linesOf = (text: string, blocks: readonly Block[]): HeadLine[] =>
  blocks.map(({ span, role }) => ({ text: text.slice(span.start, Math.min(span.end, span.start + LONGEST)), role }));

/** What blanks part. */
function piecesOf(text: string): HeadLine[] {
  const pieces: HeadLine[] = [];
  let start = SPACES.endOfRun(text, 0);
  while (start < text.length) {
    const end = SPACES.until(text, start, text.length);
    pieces.push({ text: text.slice(start, end), role: 'text' });
    start = SPACES.endOfRun(text, end);
  }
  return pieces;
}

const LONGEST_SUBTITLE = 150;

/** A line under the title. Longer lines, and those with a comma, are sentences. */
export const isSubtitle = (line: string, { commas }: Punctuation): boolean =>
  line.length <= LONGEST_SUBTITLE && !commas.isIn(line);

/** A sentence: it has a comma or an end. */
export const isSentence = (line: string, { commas, sentenceEnds }: Punctuation): boolean =>
  commas.isIn(line) || sentenceEnds.isIn(line);
