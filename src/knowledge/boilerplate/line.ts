/** Which lines of a text belong to the web page around the report. */
import { findDate } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { simplify } from '../script/variants.ts';
import { type Boilerplate, foldLine, type LineRule, type LineRuleForm } from './table.ts';

/** The first rule by which a line is not plainly part of the report. */
export function lineRuleOf(line: string, { lines: rules, lineWords, maxLength }: Boilerplate): LineRule | null {
  if (line.length > maxLength * 2) return null;
  const folded = simplify(foldLine(line));
  if (folded === '' || folded.length > maxLength) return null;
  const first = firstLetter(folded);
  const may: Record<LineRuleForm, boolean> = {
    starts: lineWords.starts.longestAt(folded, first) > 0,
    contains: lineWords.contains.isIn(folded),
    only: mayBeMadeOf(folded, first, lineWords.only),
  };
  return rules.find((rule) => may[rule.how] && folded.length <= rule.maxLength && matches(folded, first, rule)) ?? null;
}

const matches = (folded: string, first: number, { how, words, digits, dated }: LineRule): boolean => {
  if (dated && findDate(folded) === null) return false;
  if (how === 'starts') return words.longestAt(folded, first) > 0;
  if (how === 'contains') return words.isIn(folded);
  return isMadeOf(folded, words, digits) || (dated && isDateAlone(folded));
};

/** Whether the first letter of a line is a digit, or one of the words covers it. */
function mayBeMadeOf(line: string, first: number, words: Lexicon): boolean {
  for (let at = 0; at <= first; at++) if (words.longestAt(line, at) > 0) return true;
  return /\d/.test(line.charAt(first));
}

/** 2024-06-12, 2024年6月12日, with a time or without. */
const DATE_ALONE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?T?(?:\d{1,2}[：时]\d{1,2}(?:[：分]\d{0,2}秒?)?)?$/;

const isDateAlone = (folded: string): boolean => DATE_ALONE.test(folded);

const LETTER = /[\p{L}\p{N}]/u;
const NO_CONTROL = /。$|^\d+\p{L}$/u;

function firstLetter(line: string): number {
  const at = line.search(LETTER);
  return at < 0 ? line.length : at;
}

/** Whether a line holds nothing but these words, signs and, where allowed, numbers, and at least one of the words; 中。 ends a sentence, 120条 is a count. */
function isMadeOf(line: string, words: Lexicon, digits: boolean): boolean {
  if (NO_CONTROL.test(line)) return false;
  let found = false;
  for (let at = 0; at < line.length; ) {
    const length = words.longestAt(line, at);
    const char = line.charAt(at);
    if (length === 0 && LETTER.test(char) && !(digits && /\d/.test(char))) return false;
    if (length > 0) found = true;
    at += length || 1;
  }
  return found;
}
