/** Which brackets and quotation marks close which, within a sentence. */

import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Span } from '../model/span.ts';

/** Pairs that close within their sentence, by either end. */
export type BracketPairs = {
  closing: ReadonlyMap<number, number>;
  opening: ReadonlyMap<number, number>;
};

const NO_PAIRS: BracketPairs = { closing: new Map(), opening: new Map() };

export function bracketPairs(text: string, sentence: Span, { brackets, openers }: Punctuation): BracketPairs {
  const first = openers.firstIn(text, sentence.start, sentence.end);
  if (first < 0) return NO_PAIRS;
  const closing = new Map<number, number>();
  const opening = new Map<number, number>();
  const open: { at: number; close: string }[] = [];
  for (let i = first; i < sentence.end; i++) {
    const last = open.at(-1);
    if (last && text.startsWith(last.close, i)) {
      closing.set(last.at, i);
      opening.set(i, last.at);
      open.pop();
      continue;
    }
    const close = openers.at(text, i) ? brackets.get(text.charAt(i)) : undefined;
    if (close !== undefined) open.push({ at: i, close });
  }
  return { closing, opening };
}
