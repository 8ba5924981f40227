/** What the characters on both sides of a line end say: that it cut a word or a number, or that it stands between two words. */
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { beginsWithNumeralMarker, cutsNumber, endsInNumber, type NumberRules, wordPairs } from './cut-numbers.ts';

export type EvidenceRules = NumberRules & Pick<RulePack, 'punctuation'>;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Positive: it cut something. Negative: words end and begin there. */
export type Evidence = -1 | 0 | 1;

/** `end` is the end of the line before, blanks left out, `start` the beginning of the next. */
export function evidenceAt(text: string, end: number, start: number, rules: EvidenceRules): Evidence {
  if (beginsWithSign(text, start, rules.punctuation)) return 1;
  if (rules.punctuation.openers.at(text, end - 1) || isHalfClause(text, end - 1, rules.punctuation)) return 1;
  // □□, ——
  if (text[end - 1] === text[start] && !LETTER_OR_DIGIT.test(text.charAt(start))) return 1;
  const words = wordPairs();
  const isWhole = words.at(text, end - 2, end - 1) && words.at(text, start, start + 1);
  const isWord = words.at(text, end - 1, start) && !beginsWithNumeralMarker(text, start, rules);
  if ((isWord && !isWhole) || cutsNumber(text, end, start, rules)) return 1;
  return isWhole && !isWord && !endsInNumber(text, end) ? -1 : 0;
}

/** A comma ends no line of its own. */
export const isHalfClause = (text: string, at: number, { commas, enumerators }: Punctuation): boolean =>
  commas.at(text, at) || enumerators.at(text, at);

/** No line of its own begins so. */
export const beginsWithSign = (text: string, at: number, { separators, closers }: Punctuation): boolean =>
  closers.at(text, at) || separators.at(text, at);
