/** Line ends at a bracket: pages put a title of their own between 《 and 》 on a line, as a link. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Pair } from './lines.ts';

/** So much of a text stands between the brackets at most. */
const LONGEST = 100;

/** Whether a line ends with a bracket that a later one closes soon, or begins with the end of one that stands open. */
export function isAtBracket(text: string, { before, after }: Pair, { brackets }: Punctuation): boolean {
  const closer = brackets.get(text.charAt(before.end - 1));
  if (closer !== undefined && closer !== text[before.end - 1]) {
    const inside = text.slice(after.start, after.start + LONGEST);
    return inside.includes(closer);
  }
  const opener = openerOf(text.charAt(after.start), brackets);
  if (opener === undefined) return false;
  const inside = text.slice(Math.max(0, before.end - LONGEST), before.end);
  return inside.lastIndexOf(opener) > inside.lastIndexOf(text.charAt(after.start));
}

function openerOf(closer: string, brackets: Punctuation['brackets']): string | undefined {
  for (const [opener, closing] of brackets) if (closing === closer && opener !== closing) return opener;
  return undefined;
}
