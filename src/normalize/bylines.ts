/** Bylines that were cut where lines are: read in pieces, a date loses its day and a body its name. */
import { lineRuleOf } from '../knowledge/boilerplate/line.ts';
import { type Join, type Line, Pair } from './lines.ts';
import type { Measure } from './width.ts';
import type { WrapRules } from './wrapped.ts';

export function cutBylines(
  text: string,
  lines: readonly Line[],
  { isFull }: Measure,
  rules: WrapRules,
  cutOf: (pair: Pair) => Pick<Join, 'start' | 'end' | 'gap'>,
): Join[] {
  const { punctuation, boilerplate } = rules;
  return lines.flatMap((before, i) => {
    const after = lines[i + 1];
    if (after?.index !== before.index + 1 || !(before.isBoilerplate || after.isBoilerplate)) return [];
    const pair = new Pair(text, before, after, rules);
    const goesOn = isFull(pair) && (pair.evidence > 0 || isByline(pair));
    return goesOn ? [{ before: before.index, after: after.index, ...cutOf(pair) }] : [];
  });

  /** A title under a byline has no label. */
  function isByline({ before, after }: Pair): boolean {
    const isLabelled = after.isBoilerplate || punctuation.colons.isIn(text, after.start, after.end);
    const both = text.slice(before.start, before.end) + text.slice(after.start, after.end);
    return before.isBoilerplate && isLabelled && lineRuleOf(both, boilerplate) !== null;
  }
}
