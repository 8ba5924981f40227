/**
 * Lines that are parts of one paragraph: in a text whose lines end at a fixed width, and elsewhere where a line end has cut a number or a word.
 * Without words of a segmenter, so that `check` reads as `extract` does.
 */
import type { Block } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';
import { cutBylines } from './bylines.ts';
import { cutsNumber } from './cut-numbers.ts';
import { isHalfClause } from './evidence.ts';
import { isSentence, type Join, type Line, lineOf, Pair } from './lines.ts';
import { goesOnInLink, isAtLink } from './links.ts';
import { cutRows } from './rows.ts';
import { AS_WRITTEN, type Demands, type Measure, measureOf } from './width.ts';
import { goesOnInWrapped, type WrapRules } from './wrapped.ts';

export type { Join } from './lines.ts';
export type { WrapRules } from './wrapped.ts';

/** A text of so many lines is too short for a width to show. */
const FEW_LINES = 3;
/** Of so many none is nearly as long as the others by chance. */
const MANY_LINES = 10;

/** `width`: at which its lines end, in columns; null where they end with paragraphs. */
export function joinsIn(
  text: string,
  blocks: readonly Block[],
  rules: WrapRules,
  demands: Demands = AS_WRITTEN,
): { joins: Join[]; width: number | null } {
  const all = linesOf(text, blocks, rules);
  const lines = all.filter(({ isRow, isBoilerplate }) => !isRow && !isBoilerplate);
  if (lines.length < 2) return { joins: [], width: null };
  const pairs = pairsOf(text, lines, blocks, rules);
  const measure = measureOf(lines, pairs, demands);
  const cutOf = cutsOf(text, pairs, measure?.isExact === true);
  const others = measure && lines.length < all.length ? joinsOfOthers(text, all, measure, rules, cutOf) : [];
  const goesOn = measure
    ? goesOnInWrapped(text, pairs, measure, rules)
    : (pair: Pair) => goesOnInPlain(text, pair, blocks.length <= FEW_LINES, rules);
  const joins: Join[] = [];
  const decided = new Set(others.map(({ before }) => before));
  const inParagraph = new Set(others.map(({ after }) => after));
  let joined = -1;
  // A text that is one line, cut: no line is short but the last.
  const isOneLine =
    measure !== null &&
    pairs.length === lines.length - 1 &&
    pairs.every(pairs.length < MANY_LINES ? measure.isFull : measure.isNearlyFull);
  for (const pair of pairs) {
    const { before, after } = pair;
    if (before.index < joined || decided.has(before.index)) continue;
    if (!(isOneLine || isAtLink(text, pair, rules.punctuation) || goesOn(pair, inParagraph.has(before.index))))
      continue;
    joins.push({ before: before.index, after: after.index, ...cutOf(pair) });
    inParagraph.add(after.index);
    joined = after.index;
  }
  if (others.length > 0) joins.push(...others);
  return { joins: joins.sort((a, b) => a.before - b.before), width: measure?.width ?? null };
}

/** Of rows of tables, and of what is no part of the report. */
function joinsOfOthers(
  text: string,
  lines: readonly Line[],
  measure: Measure,
  rules: WrapRules,
  cutOf: (pair: Pair) => Pick<Join, 'start' | 'end' | 'gap'>,
): Join[] {
  const rows = cutRows(
    text,
    lines.filter(({ isBoilerplate }) => !isBoilerplate),
    measure,
    rules,
  );
  const taken = new Set(rows.map(({ before }) => before));
  return [...rows, ...cutBylines(text, lines, measure, rules, cutOf).filter(({ before }) => !taken.has(before))];
}

// Which lines follow each other

/** So many lines of a page's head and foot may stand between two halves of a sentence. */
const MOST_BETWEEN = 3;
/** A line that stands so often in a text is the head of its pages; one beside the number of a page counts for more. */
const OFTEN = 3;
const BESIDE_NUMBER = 1.5;
const [SHORTEST_HEAD, LONGEST_HEAD] = [3, 40];
const PAGE_NUMBER = /^[\s\-\u2013\u2014\u00b7.~_]*\d{1,4}[\s\-\u2013\u2014\u00b7.~_]*$/;

function linesOf(text: string, blocks: readonly Block[], rules: WrapRules): Line[] {
  const lines: Line[] = [];
  for (const [i, block] of blocks.entries()) {
    const line = lineOf(text, block, i, rules);
    if (line) lines.push(line);
  }
  return lines;
}

/** Every line with the next, and where page furniture follows, with the one behind that too. */
function pairsOf(text: string, lines: readonly Line[], blocks: readonly Block[], rules: WrapRules): Pair[] {
  const furniture = furnitureIn(text, lines, blocks);
  const pairs: Pair[] = [];
  for (const [i, before] of lines.entries()) {
    const { index } = before;
    const beyond =
      before.isOpen && furniture[index + 1] && !furniture[index] ? lineBeyond(lines, i, furniture) : undefined;
    if (beyond) pairs.push(new Pair(text, before, beyond, rules));
    const after = lines[i + 1];
    if (after?.index === index + 1) pairs.push(new Pair(text, before, after, rules));
  }
  return pairs;
}

/** The first line behind page furniture that follows a line. */
function lineBeyond(lines: readonly Line[], i: number, furniture: readonly boolean[]): Line | undefined {
  const index = lines[i]?.index ?? 0;
  let next = index + 1;
  while (next - index <= MOST_BETWEEN && furniture[next]) next++;
  return lines.slice(i + 1, i + 2 + MOST_BETWEEN).find((line) => line.index === next);
}

/** By block: whether it is a page number, the head of a page, or what the reader took for no part of the report. */
function furnitureIn(text: string, lines: readonly Line[], blocks: readonly Block[]): boolean[] {
  const wordsOf = ({ start, end }: Span) => (end - start > LONGEST_HEAD ? null : text.slice(start, end));
  const isNumber = blocks.map(({ span }) => PAGE_NUMBER.test(wordsOf(span) ?? ''));
  const counts = new Map<string, number>();
  // 展。 ends many a paragraph, and no page begins so.
  for (const line of lines) {
    const words = line.isOpen ? wordsOf(line) : null;
    if (words === null || words.length < SHORTEST_HEAD) continue;
    const isBeside = isNumber[line.index - 1] || isNumber[line.index + 1];
    counts.set(words, (counts.get(words) ?? 0) + (isBeside ? BESIDE_NUMBER : 1));
  }
  return blocks.map(({ span, role }, i) => {
    const words = wordsOf(span);
    if (words === null) return false;
    return role === 'boilerplate' || isNumber[i] === true || (counts.get(words) ?? 0) >= OFTEN;
  });
}

// Where lines do not end at a width

/** Of a text whose lines are paragraphs: a clause that goes on, a number that was cut; in one of two or three lines a word that was. */
function goesOnInPlain(text: string, pair: Pair, isShort: boolean, rules: WrapRules): boolean {
  const { before, after, isApart } = pair;
  if (!before.isOpen || isApart || after.indent > 1) return false;
  if (goesOnInLink(text, pair, rules.punctuation)) return true;
  if (pair.evidence <= 0 || !isSentence(text, after, rules.punctuation)) return false;
  if (isHalfClause(text, before.end - 1, rules.punctuation)) return true;
  if (cutsNumber(text, before.end, after.start, rules))
    return (
      !PAGE_NUMBER.test(text.slice(before.start, before.end)) &&
      !(ARABIC_DIGITS.at(text, after.start) && endsInYear(text, before))
    );
  return isShort;
}

const YEAR = /(?<!\d)(?:19|20)\d\d$/;

const endsInYear = (text: string, { start, end }: Line): boolean =>
  YEAR.test(text.slice(Math.max(start, end - 5), end));

const LETTER = /[A-Za-z]/;

/** Such a share of lines with a blank at an end, and it is no part of the paragraph. */
const OFTEN_BLANK = 0.2;

/** What leaves the text where a line goes on: of blanks one that stands at few line ends is the paragraph's own, many are there to fill the line. */
function cutsOf(
  text: string,
  pairs: readonly Pair[],
  isExact: boolean,
): (pair: Pair) => Pick<Join, 'start' | 'end' | 'gap'> {
  const isSeldom = (blanksOf: (pair: Pair) => number) =>
    isExact || pairs.filter((pair) => blanksOf(pair) === 1).length <= pairs.length * OFTEN_BLANK;
  const [keepsPadding, keepsIndent] = [isSeldom(({ before }) => before.padding), isSeldom(({ after }) => after.indent)];
  return ({ before, after }) => {
    const [kept, begun] = [keepsPadding && before.padding === 1, keepsIndent && after.indent === 1];
    const isBetweenWords = LETTER.test(text.charAt(before.end - 1)) && LETTER.test(text.charAt(after.start));
    const gap = isBetweenWords && !isExact && !kept && !begun ? ' ' : '';
    return { start: before.end + (kept ? 1 : 0), end: after.start - (begun ? 1 : 0), gap };
  };
}
