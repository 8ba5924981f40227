/** Which brackets and quotation marks close which, within a sentence. */

import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Span } from '../model/span.ts';

/** Pairs that close within their sentence, by either end. */
export type BracketPairs = {
  closing: ReadonlyMap<number, number>;
  opening: ReadonlyMap<number, number>;
};

export function bracketPairs(text: string, sentence: Span, { brackets }: Punctuation): BracketPairs {
  const closing = new Map<number, number>();
  const opening = new Map<number, number>();
  const open: { at: number; close: string }[] = [];
  for (let i = sentence.start; i < sentence.end; i++) {
    const char = text.charAt(i);
    const last = open.at(-1);
    if (last?.close === char) {
      closing.set(last.at, i);
      opening.set(i, last.at);
      open.pop();
      continue;
    }
    const close = brackets.get(char);
    if (close !== undefined) open.push({ at: i, close });
  }
  return { closing, opening };
}
