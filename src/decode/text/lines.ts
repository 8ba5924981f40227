/** Lines of a text as blocks, and which of them are boilerplate of a web page. */

import { type Boilerplate, foldLine, type LineRole, type LineRule } from '../../knowledge/boilerplate/table.ts';
import { simplify } from '../../knowledge/script/variants.ts';
import type { Block, BlockRole } from '../../model/document.ts';
import { findDate } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';

/** What a reader knows of a line. */
export type LineKind = { role: BlockRole; level: number | null };

const PLAIN: LineKind = { role: 'text', level: null };

/** One block per line that is not blank, white space at its ends left out. `kinds` has what the format says of each line; words show boilerplate. */
export function lineBlocks(text: string, boilerplate: Boilerplate, kinds: readonly LineKind[] = []): Block[] {
  const lines = text.split('\n');
  const roles = lineRoles(lines, boilerplate);
  const blocks: Block[] = [];
  let start = 0;
  for (const [i, line] of lines.entries()) {
    const { role, level } = kinds[i] ?? PLAIN;
    const words = line.trim();
    const at = start + line.indexOf(words);
    if (words)
      blocks.push({ span: { start: at, end: at + words.length }, role: roles[i] ? 'boilerplate' : role, level });
    start += line.length + 1;
  }
  return blocks;
}

/** The role of every line that is not plainly part of the report; null for the others. */
export function lineRoles(lines: readonly string[], boilerplate: Boilerplate): (LineRole | null)[] {
  const rules = lines.map((line) => ruleFor(line, boilerplate));
  const roles = rules.map((rule) => rule?.role ?? null);
  // A control in pieces, 【字号： / 大 / 】: signs alone belong to the boilerplate above.
  for (const [i, line] of lines.entries()) {
    if (i > 0 && roles[i - 1] === 'boilerplate' && /^\s*[^\p{L}\p{N}\s]{1,3}\s*$/u.test(line)) roles[i] = 'boilerplate';
  }
  const tail = tailStart(lines, rules);
  return tail < 0 ? roles : roles.fill('boilerplate', tail);
}

/**
 * Where the boilerplate at the end begins: at a heading such as 猜你喜欢, unless most of the text and its sentences come after it (then the
 * heading belongs to a box above the article).
 */
function tailStart(lines: readonly string[], rules: readonly (LineRule | null)[]): number {
  const lastSentence = lines.findLastIndex((line) => line.includes('。'));
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  let before = 0;
  for (const [i, line] of lines.entries()) {
    if (rules[i]?.rest && (before > total / 2 || lastSentence < i)) return i;
    before += line.length;
  }
  return -1;
}

function ruleFor(line: string, { lines: rules, maxLength }: Boilerplate): LineRule | null {
  if (line.length > maxLength * 2) return null;
  const folded = simplify(foldLine(line));
  if (folded === '' || folded.length > maxLength) return null;
  return rules.find((rule) => folded.length <= rule.maxLength && matches(folded, rule)) ?? null;
}

const matches = (folded: string, { how, words, digits, dated }: LineRule): boolean => {
  if (dated && findDate(folded) === null) return false;
  if (how === 'starts') return words.longestAt(folded, firstLetter(folded)) > 0;
  if (how === 'contains') return words.isIn(folded);
  return isMadeOf(folded, words, digits) || (dated && isDateAlone(folded));
};

/** 2024-06-12, 2024年6月12日, with a time or without. */
const DATE_ALONE = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?T?(?:\d{1,2}[：时]\d{1,2}(?:[：分]\d{0,2}秒?)?)?$/;

const isDateAlone = (folded: string): boolean => DATE_ALONE.test(folded);

const LETTER = /[\p{L}\p{N}]/u;

function firstLetter(line: string): number {
  const at = line.search(LETTER);
  return at < 0 ? line.length : at;
}

/** Whether a line holds nothing but these words, signs and, where allowed, numbers, and at least one of the words. */
function isMadeOf(line: string, words: Lexicon, digits: boolean): boolean {
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
