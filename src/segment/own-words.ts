/**
 * Words of rule packs. They are cut whole wherever they stand, before jieba cuts what is left: jieba has one dictionary for the
 * whole process, and a word of one pack must not change what another pack finds.
 */

import type { PackTerm } from '../knowledge/dictionary/table.ts';
import type { Segmenter, Token } from '../model/token.ts';
import { Lexicon } from '../text/lexicon.ts';

/** A later pack decides on the part of speech. Where words overlap, the first counts, and of those the longest. */
export function withOwnWords(segment: Segmenter, terms: readonly PackTerm[]): Segmenter {
  if (terms.length === 0) return segment;
  const tokens = new Map(terms.map(({ word, tag }): [string, Token] => [word, { text: word, tag }]));
  const words = new Lexicon(tokens.keys());
  return (han) => cut(han, words, tokens, segment);
}

function cut(han: string, words: Lexicon, tokens: ReadonlyMap<string, Token>, segment: Segmenter): readonly Token[] {
  const found: Token[] = [];
  let start = 0;
  const addUntil = (end: number) => {
    if (end > start) found.push(...segment(han.slice(start, end)));
  };
  for (let i = 0; i < han.length; ) {
    const token = tokens.get(han.slice(i, i + words.longestAt(han, i)));
    if (token) {
      addUntil(i);
      found.push(token);
      start = i + token.text.length;
    }
    i += token?.text.length ?? 1;
  }
  addUntil(han.length);
  return found;
}
