/**
 * Lines that are parts of one paragraph: in a text whose lines end at a fixed width, and elsewhere where a line end has cut a number or a word.
 * Without words of a segmenter, so that `check` reads as `extract` does.
 */
import { beginsWithMarker } from '../knowledge/headings/marker.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Block } from '../model/document.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';
import { once } from '../text/once.ts';
import { isHalfClause } from './evidence.ts';
import { type Line, lineOf, type Pair, pairOf } from './lines.ts';
import { type Measure, measureOf } from './width.ts';

export type WrapRules = Pick<RulePack, 'punctuation' | 'headings'>;

/** A block that goes on in a later one; what stands between `start` and `end` is no part of the paragraph, which has `gap` there. */
export type Join = { before: number; after: number; start: number; end: number; gap: '' | ' ' };

/** A text of so many lines is too short for a width to show. */
const FEW_LINES = 3;

export function joinsIn(text: string, blocks: readonly Block[], rules: WrapRules): Join[] {
  const lines = blocks.flatMap((block, i) => lineOf(text, block, i, rules.punctuation) ?? []);
  if (lines.length < 2) return [];
  const pairs = pairsOf(text, lines, blocks, rules);
  const measure = measureOf(text, lines, pairs, rules.punctuation);
  const goesOn = measure
    ? goesOnInWrapped(text, pairs, measure, rules)
    : (pair: Pair) => goesOnInPlain(text, pair, blocks.length <= FEW_LINES, rules);
  const joins: Join[] = [];
  let joined = -1;
  // A text that is one line, cut: no line is short but the last.
  const isOneLine = measure !== null && pairs.length === blocks.length - 1 && pairs.every(measure.isFull);
  for (const pair of pairs) {
    const isInParagraph = joined === pair.before.index;
    if (pair.before.index < joined || !(isOneLine || goesOn(pair, isInParagraph))) continue;
    joins.push({ before: pair.before.index, after: pair.after.index, ...cutOf(text, pair, measure) });
    joined = pair.after.index;
  }
  return joins;
}

// Which lines follow each other

/** So many lines of a page's head and foot may stand between two halves of a sentence. */
const MOST_BETWEEN = 3;
/** A line that stands so often in a text is the head of its pages. */
const OFTEN = 3;
const LONGEST_HEAD = 40;
const PAGE_NUMBER = /^[\s\-\u2013\u2014\u00b7.~_]*\d{1,4}[\s\-\u2013\u2014\u00b7.~_]*$/;

/** Every line with the next, and where page furniture follows, with the one behind that too. */
function pairsOf(text: string, lines: readonly Line[], blocks: readonly Block[], { punctuation }: WrapRules): Pair[] {
  const isFurniture = furnitureIn(text, blocks);
  return lines.flatMap((before, i) => {
    const after = lines[i + 1];
    const pairs = after?.index === before.index + 1 ? [pairOf(text, before, after, punctuation)] : [];
    if (!before.isOpen || !isFurniture(before.index + 1) || isFurniture(before.index)) return pairs;
    let next = before.index + 1;
    while (next - before.index <= MOST_BETWEEN && isFurniture(next)) next++;
    const beyond = lines.slice(i + 1, i + 2 + MOST_BETWEEN).find(({ index }) => index === next);
    return beyond ? [pairOf(text, before, beyond, punctuation), ...pairs] : pairs;
  });
}

/** Page numbers, heads of pages, what the reader took for no part of the report. */
function furnitureIn(text: string, blocks: readonly Block[]): (index: number) => boolean {
  const wordsOf = ({ span: { start, end } }: Block) => (end - start > LONGEST_HEAD ? null : text.slice(start, end));
  const countsOf = once(() => {
    const counts = new Map<string, number>();
    for (const block of blocks) {
      const words = wordsOf(block);
      if (words !== null) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    return counts;
  });
  return (index) => {
    const block = blocks[index];
    const words = block ? wordsOf(block) : null;
    if (!block || words === null) return false;
    return block.role === 'boilerplate' || PAGE_NUMBER.test(words) || (countsOf().get(words) ?? 0) >= OFTEN;
  };
}

// Which of them go on

/** What most lines that surely go on do not have tells, where it stands, that a paragraph begins. */
const SELDOM = 0.2;

function goesOnInWrapped(
  text: string,
  pairs: readonly Pair[],
  { isFull, isNearlyFull }: Measure,
  rules: WrapRules,
): (pair: Pair, isInParagraph: boolean) => boolean {
  const sure = pairs.filter(
    (pair) => pair.before.isOpen && (pair.evidence() > 0 || pair.before.isAmid) && isFull(pair),
  );
  const isSeldom = (has: (pair: Pair) => boolean) => sure.filter(has).length <= sure.length * SELDOM;
  const indentTells = isSeldom(({ after }) => after.indent > 1);
  const blankLineTells = isSeldom(({ isApart }) => isApart);
  const isMarked = ({ start }: Line) => beginsWithMarker(text.slice(start, start + LONGEST_MARKER), rules.headings);
  return (pair, isInParagraph) => {
    const { before, after, isApart } = pair;
    if (indentTells && after.indent > 1 && pair.evidence() <= 0) return false;
    if (before.isOpen && (isInParagraph || before.isAmid)) return isNearlyFull(pair);
    if (!isFull(pair)) return false;
    const begins = isMarked(after);
    if (!before.isOpen) return !begins && !(blankLineTells && isApart);
    const evidence = pair.evidence();
    return evidence > 0 || (!begins && !(evidence < 0 && isMarked(before)));
  };
}

const LONGEST_MARKER = 12;

/** Of a text whose lines are paragraphs: a clause that goes on, a number that was cut; in one of two or three lines a word that was. */
function goesOnInPlain(
  text: string,
  { before, after, isApart, evidence }: Pair,
  isShort: boolean,
  { punctuation }: WrapRules,
): boolean {
  if (!before.isOpen || isApart || after.indent > 1 || !isSentence(text, after, punctuation) || evidence() <= 0)
    return false;
  if (isHalfClause(text, before.end - 1, punctuation)) return true;
  return ARABIC_DIGITS.at(text, before.end - 1) ? !endsInYear(text, before) : isShort;
}

const isSentence = (text: string, { start, end }: Line, { statementEnds, commas }: WrapRules['punctuation']): boolean =>
  statementEnds.isIn(text, start, end) || commas.isIn(text, start, end);

const YEAR = /(?<!\d)(?:19|20)\d\d$/;

const endsInYear = (text: string, { start, end }: Line): boolean =>
  YEAR.test(text.slice(Math.max(start, end - 5), end));

const LETTER = /[A-Za-z]/;

/** A blank at a cut is one of the paragraph's where lines end at a character, unless more stand there; elsewhere one parts Latin words. */
function cutOf(text: string, { before, after }: Pair, measure: Measure | null): Pick<Join, 'start' | 'end' | 'gap'> {
  const own = (blanks: number) => (measure?.isExact && blanks === 1 ? 1 : 0);
  const isBetweenWords = LETTER.test(text.charAt(before.end - 1)) && LETTER.test(text.charAt(after.start));
  const gap = isBetweenWords && measure?.isExact !== true ? ' ' : '';
  return { start: before.end + own(before.padding), end: after.start - own(after.indent), gap };
}
