/** Widths in columns, of which a Han character takes two. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Span } from '../model/span.ts';
import { CharSet } from '../text/char-set.ts';

/** Punctuation of Chinese texts is as wide as a Han character. */
const FIRST_WIDE = 0x2010;

export function columnsIn(text: string, start: number, end: number): number {
  let columns = end - start;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) >= FIRST_WIDE) columns++;
  return columns;
}

/** A longer word or number is no reason for a short line. */
const LONGEST_UNIT = 40;
const MOST_SIGNS = 3;

/** The width of what could not be parted at the beginning of a line: a word or number, or a character, with the signs at its sides. */
export function unitColumns(
  text: string,
  { start, end }: Span,
  { openers, closers, separators, sentenceEnds }: Punctuation,
): number {
  const first = openers.endOfRun(text, start, Math.min(end, start + MOST_SIGNS));
  let i = LATIN.endOfRun(text, first, Math.min(end, first + LONGEST_UNIT));
  if (i === first) i++;
  const last = i;
  while (
    i < end &&
    i - last < MOST_SIGNS &&
    (closers.at(text, i) || separators.at(text, i) || sentenceEnds.at(text, i))
  )
    i++;
  return columnsIn(text, start, i);
}

const between = (first: string, last: string): string[] => {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
};

/** Letters, digits and their signs, of either width. */
const LATIN = new CharSet([
  ...between('!', '~'),
  ...between('\uff10', '\uff19'),
  ...between('\uff21', '\uff3a'),
  ...between('\uff41', '\uff5a'),
  '\uff05',
  '\uff0e',
]);
