/** Which lines of a text whose lines end at a width go on in the next, and which end a paragraph, a heading or the title. */
import { markerFormOf } from '../knowledge/headings/marker.ts';
import type { MarkerForm } from '../knowledge/headings/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { once } from '../text/once.ts';
import { isHalfClause } from './evidence.ts';
import { type Line, LONGEST_MARKER, type Pair } from './lines.ts';
import type { Measure } from './width.ts';

export type WrapRules = Pick<RulePack, 'punctuation' | 'headings' | 'metadata' | 'boilerplate'>;

/** What most lines that surely go on do not have tells, where it stands, that a paragraph begins. */
const SELDOM = 0.2;

/** Asked for the pairs in order. */
export function goesOnInWrapped(
  text: string,
  pairs: readonly Pair[],
  { isFull, isNearlyFull }: Measure,
  { headings, metadata: { title }, punctuation }: WrapRules,
): (pair: Pair, isInParagraph: boolean) => boolean {
  const sure = pairs.filter((pair) => pair.before.isOpen && (pair.evidence > 0 || pair.before.isAmid) && isFull(pair));
  const isSeldom = (has: (pair: Pair) => boolean) => sure.filter(has).length <= sure.length * SELDOM;
  const indentTells = isSeldom(({ after }) => after.indent > 1);
  const blankLineTells = isSeldom(({ isApart }) => isApart);
  const markerOf = ({ start }: Line) => markerFormOf(text.slice(start, start + LONGEST_MARKER), headings);
  const begins = (line: Line) => markerOf(line) !== null || headings.bullets.at(text, line.start);
  const cut = new Set(pairs.filter(isNearlyFull).map(({ before }) => before.index));
  /** A heading, a signature: no end of a paragraph, and does not go on. */
  const standsAlone = (line: Line) => line.isOpen && !line.isAmid && !cut.has(line.index);
  const endsAsTitle = ({ start, end }: Line) => title.ends.longestBefore(text, end, start) > 0;
  const standing = once(() => headingsAlone(pairs));
  let lastOfTitle = pairs[0]?.before.index;
  return (pair, isInParagraph) => {
    const { before, after } = pair;
    if (indentTells && after.indent > 1 && pair.evidence <= 0) return false;
    const isTitle = before.index === lastOfTitle && before.isOpen && !before.isAmid;
    if (isTitle && isWholeTitle(pair)) return false;
    const goesOn = before.isOpen ? goesOnOpen(pair, isInParagraph) : goesOnClosed(pair);
    if (isTitle && goesOn) lastOfTitle = after.index;
    return goesOn;
  };

  /** A title as long as a line. */
  function isWholeTitle(pair: Pair): boolean {
    const { before, after } = pair;
    if (!endsAsTitle(before) || pair.evidence > 0) return false;
    return title.joins.longestAt(text, after.start) === 0 && !(standsAlone(after) && endsAsTitle(after));
  }

  function goesOnOpen(pair: Pair, isInParagraph: boolean): boolean {
    const { before, after, isOverFurniture } = pair;
    if (isInParagraph || before.isAmid) return isNearlyFull(pair);
    if (!isFull(pair)) return false;
    if (isWholeHeading(pair)) return false;
    return pair.evidence > 0 || !(begins(after) || isOverFurniture);
  }

  /** A heading as long as a line, where headings of its kind stand on lines of their own; what goes on, ends soon. */
  function isWholeHeading(pair: Pair): boolean {
    const { before, after } = pair;
    const form = markerOf(before);
    if (form === null || standsAlone(after) || isHalfClause(text, before.end - 1, punctuation)) return false;
    const votes = standing().get(form) ?? 0;
    return votes > 0 ? pair.evidence <= 0 : votes === 0 && pair.evidence < 0;
  }

  /** Of each kind of marker, how many more headings stand on lines of their own than at the head of a paragraph. */
  function headingsAlone(pairs: readonly Pair[]): Map<MarkerForm, number> {
    const votes = new Map<MarkerForm, number>();
    for (const pair of pairs) {
      const { before, after } = pair;
      const form = markerOf(before);
      const isAlone = standsAlone(before) || (isNearlyFull(pair) && standsAlone(after));
      const vote = before.isAmid || !before.isOpen ? -1 : isAlone ? 1 : 0;
      if (form) votes.set(form, (votes.get(form) ?? 0) + vote);
    }
    return votes;
  }

  function goesOnClosed(pair: Pair): boolean {
    const { after, isApart } = pair;
    return isFull(pair) && !begins(after) && !(blankLineTells && isApart) && !standsAlone(after);
  }
}
