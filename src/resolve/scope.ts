/** The place within which a rank or a comparison holds, as written. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';

/** How far left of a rank its scope may stand: 居全省第7位, 在全省18个市中排名第3. */
const SCOPE_REACH = 24;

/** Looks back to the clause's beginning, past other figures: 由全省第28位跃升至第9位. Adjacent words are one scope: 全国县域. */
export function scopeOf(
  text: string,
  at: number,
  sentence: Span,
  scopes: Lexicon,
  { delimiters }: Punctuation,
): string | null {
  const limit = Math.max(sentence.start, at - SCOPE_REACH);
  for (let end = at; end > limit && !delimiters.at(text, end - 1); end--) {
    let start = end;
    for (let length = 1; length > 0; start -= length) length = scopes.longestBefore(text, start, limit);
    if (start < end) return text.slice(start, end);
  }
  return null;
}
