/** Goes over blanks and line ends. */
import type { Span } from '../model/span.ts';
import { SPACES } from './char-set.ts';

/** The first place from `at` on that is no blank; `limit` where there is none. */
export function skipSpaces(text: string, at: number, limit = text.length): number {
  let i = at;
  while (i < limit && SPACES.at(text, i)) i++;
  return i;
}

/** Where a stretch of text ends without the blanks at its end. */
export function endWithoutSpaces(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && SPACES.at(text, i - 1)) i--;
  return i;
}

/** A stretch of text without the blanks at both ends. */
export function withoutSpaces(text: string, { start, end }: Span): Span {
  const last = endWithoutSpaces(text, start, end);
  return { start: skipSpaces(text, start, last), end: last };
}
