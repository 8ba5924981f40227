/** Stretches of text without the blanks and line ends at their ends. */
import type { Span } from '../model/span.ts';
import { SPACES } from './char-set.ts';

export function endWithoutSpaces(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && SPACES.at(text, i - 1)) i--;
  return i;
}

export function withoutSpaces(text: string, { start, end }: Span): Span {
  const last = endWithoutSpaces(text, start, end);
  return { start: SPACES.endOfRun(text, start, last), end: last };
}
