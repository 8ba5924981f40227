/** Which lines of a text whose lines end at a width go on in the next, and which end a paragraph, a heading or the title. */
import { markerOfLine, readMarker } from '../knowledge/headings/marker.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { once } from '../text/once.ts';
import { LONGEST_MARKER } from './cut-numbers.ts';
import { isHalfClause } from './evidence.ts';
import { headingVotes } from './heading-votes.ts';
import { isSentence, type Line, type Pair } from './lines.ts';
import { goesOnInLink } from './links.ts';
import type { Measure } from './width.ts';

export type WrapRules = Pick<RulePack, 'punctuation' | 'headings' | 'numerals' | 'units' | 'metadata' | 'boilerplate'>;

/** What most lines that surely go on do not have tells, where it stands, that a paragraph begins. */
const SELDOM = 0.2;

/** So many starts, or ends, of paragraphs tell how they stand. */
const ENOUGH_TO_TELL = 3;
/** So far back the members of a list are looked for. */
const LONGEST_MEMBERS = 1000;

/** Votes of a line that is alone, or is not; of one that is cut amid a word; and as many as are believed, of words that end with their lines. */
const [SURE, LIKELY, ENOUGH] = [8, 2, 4];
/** In characters, with the sign at its end. */
const SHORTEST = 5;

/** Lines that stand behind others. */
const setOf = (pairs: readonly Pair[]): ReadonlySet<number> => new Set(pairs.map(({ after }) => after.index));

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
  const markerOf = ({ start }: Line) => markerOfLine(text.slice(start, start + LONGEST_MARKER), headings);
  const begun = setOf(pairs.filter(({ after }) => markerOf(after) !== null || headings.bullets.at(text, after.start)));
  const begins = ({ index }: Line) => begun.has(index);
  const endsInHalfClause = ({ end }: Line) => isHalfClause(text, end - 1, punctuation);
  const isSetOff = ({ after, isApart }: Pair) => after.indent > 1 || isApart;
  const startsTell = doStartsTell();
  const setOffTells = doSetOffsTell();
  const inner = pairs.filter((pair) => !isSetOff(pair) && !begins(pair.after));
  const isInner = setOf(inner);
  const isBehindFull = setOf(inner.filter(isNearlyFull));
  const cut = new Set(pairs.filter(isNearlyFull).map(({ before }) => before.index));
  const within = new Set(pairs.filter(isWithin).map(({ before }) => before.index));
  const behindMember = setOf(pairs.filter(({ before }) => punctuation.semicolons.at(text, before.end - 1)));
  /** A heading, a signature: no end of a paragraph, and does not go on. */
  const standsAlone = (line: Line) => line.isOpen && !line.isAmid && !cut.has(line.index) && !within.has(line.index);
  const endsAsTitle = ({ start, end }: Line) => title.ends.longestBefore(text, end, start) > 0;
  const votesOf = once(() => headingVotes(pairs, ({ before }) => markerOf(before), voteOf));
  let lastOfTitle = pairs[0]?.before.index;
  let startOfParagraph = 0;
  return (pair, isInParagraph) => {
    const { before, after } = pair;
    if (!isInParagraph) startOfParagraph = before.start;
    if (indentTells && after.indent > 1 && pair.evidence <= 0) return false;
    const isTitle = before.index === lastOfTitle && before.isOpen && !before.isAmid;
    if (isTitle && isWholeTitle(pair)) return false;
    const goesOn = before.isOpen ? goesOnOpen(pair, isInParagraph) : goesOnClosed(pair);
    if (isTitle && goesOn) lastOfTitle = after.index;
    return goesOn;
  };

  /** Where what begins as a paragraph or a heading does is never set off and follows full lines, but for the first under the title, the text was one line, with its headings amid it. */
  function doStartsTell(): boolean {
    const starts = pairs.filter(({ after }) => begins(after));
    const ofTheirOwn = starts.filter((pair) => !isNearlyFull(pair)).length;
    return starts.some(isSetOff) || ofTheirOwn > 1 || starts.length - ofTheirOwn < ENOUGH_TO_TELL;
  }

  /** （三） of a paragraph that holds （二） amid its lines. */
  function isMember({ before, after }: Pair): boolean {
    const form = markerOf(after)?.form;
    if (form === undefined) return false;
    let at = Math.max(startOfParagraph, before.end - LONGEST_MEMBERS);
    for (; at < before.end; at = headings.beforeAny.until(text, at, before.end) + 1)
      if (at > startOfParagraph && readMarker(text, at, form, headings)) return true;
    return false;
  }

  /** All paragraphs are indented, or have a blank line before them. */
  function doSetOffsTell(): boolean {
    const ends = pairs.filter((pair) => !pair.before.isOpen && !isNearlyFull(pair));
    return ends.length > 1 && ends.filter((pair) => !isSetOff(pair)).length <= ends.length * SELDOM;
  }

  /** What is left of a line that was cut once more is as short as a heading, but stands behind a full line, and neither it nor what follows is set off. */
  function isWithin({ before, after, evidence }: Pair): boolean {
    const areInner = setOffTells && isBehindFull.has(before.index) && isInner.has(after.index);
    return areInner && before.isOpen && (evidence > 0 || isSentence(text, after, punctuation));
  }

  /** A title as long as a line. */
  function isWholeTitle(pair: Pair): boolean {
    const { before, after } = pair;
    if (!endsAsTitle(before) || pair.evidence > 0) return false;
    return title.joins.longestAt(text, after.start) === 0 && !(standsAlone(after) && endsAsTitle(after));
  }

  function goesOnOpen(pair: Pair, isInParagraph: boolean): boolean {
    const { before, after, isOverFurniture, isApart } = pair;
    if (isWithin(pair)) return true;
    // Of lines that are full any may stand before a sign.
    if (!cut.has(after.index) && !isApart && goesOnInLink(text, pair, punctuation)) return true;
    if (before.isAmid) return isNearlyFull(pair);
    if (isInParagraph) return isFull(pair) || (isNearlyFull(pair) && (pair.evidence > 0 || !standsAlone(after)));
    if (!isFull(pair)) return endsInHalfClause(before) && !isApart && !begins(after) && !standsAlone(after);
    if (isWholeHeading(pair)) return false;
    if (pair.evidence > 0) return true;
    const isNewPage = isOverFurniture && pair.evidence < 0 && !isSentence(text, before, punctuation);
    return !((startsTell && begins(after)) || isNewPage || (blankLineTells && isApart && !isOverFurniture));
  }

  /** A heading as long as a line, where headings of its kind stand on lines of their own; what goes on, ends soon. */
  function isWholeHeading(pair: Pair): boolean {
    const { before, after } = pair;
    const length = before.end - before.start;
    const form = markerOf(before)?.form ?? null;
    if (form === null || !startsTell || standsAlone(after) || endsSoon(after)) return false;
    if (length > headings.unmarked.max || endsInHalfClause(before)) return false;
    const votes = votesOf()(pair);
    return votes >= (form.run ? SURE : ENOUGH) && pair.evidence <= (length > headings.longTitle ? -1 : 0);
  }

  /** No statement is so short, and no paragraph ends as a member of a list does. */
  function endsSoon({ index, start, end }: Line): boolean {
    if (headings.unmarked.paragraphSigns.isIn(text, start, Math.min(end, start + SHORTEST))) return true;
    return !cut.has(index) && punctuation.semicolons.at(text, end - 1);
  }

  /** Of a line that is as long as others the words at its end alone may tell. */
  function voteOf(pair: Pair): number {
    const { before, after, evidence } = pair;
    if (before.isAmid || !before.isOpen || behindMember.has(before.index)) return -SURE;
    if (!isFull(pair) || standsAlone(after)) return SURE;
    return evidence > 0 || endsSoon(after) ? -LIKELY : -evidence;
  }

  function goesOnClosed(pair: Pair): boolean {
    const { after, isApart } = pair;
    if (!startsTell) return isNearlyFull(pair);
    return isFull(pair) && (!begins(after) || isMember(pair)) && !(blankLineTells && isApart) && !standsAlone(after);
  }
}
