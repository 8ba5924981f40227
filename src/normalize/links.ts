/** Line ends around a link: pages put its words on a line of their own, and the signs beside it on the lines before and behind. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import { BLANKS_AND_TABS } from '../text/char-set.ts';
import { beginsWithSign } from './evidence.ts';
import { isSentence, type Pair } from './lines.ts';

/** So much of a text stands between the brackets at most. */
const LONGEST = 100;

/** Of two lines that stand one behind the other. */
export const isAtLink = (text: string, pair: Pair, punctuation: Punctuation): boolean =>
  isAtBracket(text, pair, punctuation) || isAtSign(text, pair, punctuation);

/** 修订该办法⏎。 */
const isAtSign = (text: string, { before, after, isApart }: Pair, punctuation: Punctuation): boolean =>
  before.isOpen && !isApart && after.indent <= 1 && beginsWithSign(text, after.start, punctuation);

/** 会议决定，⏎修订该办法⏎。: whether a line goes on in such words. */
export function goesOnInLink(text: string, pair: Pair, punctuation: Punctuation): boolean {
  const lineEnd = BLANKS_AND_TABS.endOfRun(text, pair.after.end);
  const next = BLANKS_AND_TABS.endOfRun(text, lineEnd + 1);
  const isLink = text[lineEnd] === '\n' && text[next] !== '\n' && beginsWithSign(text, next, punctuation);
  return isLink && (pair.evidence >= 0 || isSentence(text, pair.before, punctuation));
}

/** Whether a line ends with a bracket that a later one closes soon, or begins with the end of one that stands open. */
function isAtBracket(text: string, { before, after }: Pair, { brackets }: Punctuation): boolean {
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
