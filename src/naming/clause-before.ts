/** The clause that a delimiter parts from the words at a place. */

import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';

/** Goes back to what was told before, no farther than `earliest`; null where no such clause ends there. */
export function clauseBefore({ text, marks }: NamingContext, at: number, earliest: number): Span | null {
  const end = at - 1;
  if (end <= earliest || !marks.delimiters.at(text, end)) return null;
  let start = end;
  while (start > earliest && !marks.delimiters.at(text, start - 1)) start--;
  return { start, end };
}
