/** Lines of a text as blocks, and which of them are boilerplate of a web page. */

import { lineRuleOf } from '../../knowledge/boilerplate/line.ts';
import type { Boilerplate, LineRole, LineRule } from '../../knowledge/boilerplate/table.ts';
import type { Block, BlockRole } from '../../model/document.ts';

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
  const rules = lines.map((line) => lineRuleOf(line, boilerplate));
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
