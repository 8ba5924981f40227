/** What a page adds behind the last statement of a line: an address, a counter, a button in brackets. */
import { lineRuleOf } from '../knowledge/boilerplate/line.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';

/** In characters. A shorter one may begin a statement: 共3. */
const [SHORTEST, LONGEST] = [4, 60];

const ADDRESS = /^(?:https?:\/\/)?(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#:][\x21-\x7e]*)?$/;

/** Whether what stands behind the last statement of a line would, alone, be no part of the report. */
export function endsInResidue(
  text: string,
  start: number,
  end: number,
  { punctuation, boilerplate }: Pick<RulePack, 'punctuation' | 'boilerplate'>,
): boolean {
  if (!punctuation.closers.at(text, end - 1) && !/[\w/]/.test(text.charAt(end - 1))) return false;
  for (let from = end - 1; from > start && end - from <= LONGEST; from--) {
    if (!punctuation.statementEnds.at(text, from - 1)) continue;
    const residue = text.slice(from, end).trim();
    if (ADDRESS.test(residue)) return true;
    // The ? of an address ends no statement.
    if (/^[\x21-\x7e]/.test(residue)) continue;
    return residue.length >= SHORTEST && lineRuleOf(residue, boilerplate) !== null;
  }
  return false;
}
