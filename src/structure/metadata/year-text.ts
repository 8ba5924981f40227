/** What headings and paragraphs say about the year reported on and the year planned. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block } from '../../model/document.ts';
import type { Place } from './clues.ts';
import { datesIn, type WrittenDate } from './dates.ts';
import { type Claim, SUBJECT, subjectAt } from './year-claims.ts';

/** How much of a text is looked through. */
const CHARS = 60_000;
/** Paragraphs that begin with the year they tell of stand among the first. */
const FIRST_BLOCKS = 16;
/** How far before a year the marker of its heading stands: （二）存在问题及2025年打算. */
const MARKER_REACH = 12;
/** Longer lines are no headings. */
const LONGEST_HEADING = 40;

/** 二、2025年工作安排, 2024年，全县…, 力争2025年: each place and year counts once. */
export function claimsOfText(text: string, blocks: readonly Block[], pack: RulePack): Claim[] {
  const { metadata, numerals, punctuation } = pack;
  const { weights } = metadata;
  const firstStarts = new Set(blocks.slice(0, FIRST_BLOCKS).map(({ span }) => span.start));
  const claims = new Map<string, Claim>();
  const claim = (of: Claim['of'], place: Place, weight: number, { year, start, end }: WrittenDate): void => {
    const key = `${of} ${year} ${place}`;
    if (!claims.has(key)) claims.set(key, { of, value: year, weight, place, words: text.slice(start, end + SUBJECT) });
  };
  const dates = [...datesIn(text, numerals, 0, Math.min(text.length, CHARS))];
  const told = new Set(dates.map(({ year }) => year));
  for (const date of dates) {
    if (isFarOff(date.year, told)) continue;
    if (isToCome(text, date, pack)) claim('planYear', 'sentence', weights.planYear.sentence, date);
    const { month, start, end } = date;
    if (month !== null) continue;
    const stop = punctuation.delimiters.until(text, end, Math.min(text.length, end + SUBJECT));
    const of = subjectAt(text, end, stop, metadata.years);
    if (of && isInHeading(text, start, pack)) claim(of, 'heading', weights[of].heading, date);
    else if (of) claim(of, 'sentence', weights[of].mention, date);
    if (firstStarts.has(start) && punctuation.commas.at(text, end))
      claim('year', 'paragraph', weights.year.paragraph, date);
  }
  return [...claims.values()];
}

/** 到2010年 in a report that otherwise tells of 1992: a goal of long standing, not the year that is planned. */
function isFarOff(year: number, told: ReadonlySet<number>): boolean {
  const last = Math.max(...[...told].filter((each) => each < year));
  return Number.isFinite(last) && last < year - NEAR_YEARS;
}

const NEAR_YEARS = 4;

/** A heading begins shortly before: at the start of a line, or with a marker. */
function isInHeading(text: string, at: number, { headings, punctuation }: RulePack): boolean {
  for (let i = at; i > at - MARKER_REACH && i >= 0; i--) {
    if (i === 0 || text[i - 1] === '\n' || headings.before.at(text, i - 1)) return true;
    if (headings.markers.some(({ close }) => close && close.longestBefore(text, i) > 0)) return true;
    if (punctuation.delimiters.at(text, i - 1)) return false;
  }
  return false;
}

/** 力争2025年…, 2025年，全县将… */
function isToCome(text: string, { start, end }: WrittenDate, { metadata: { years }, punctuation }: RulePack): boolean {
  if (years.cues.longestBefore(text, start) > 0) return true;
  if (!punctuation.commas.at(text, end)) return false;
  const stop = punctuation.delimiters.until(text, end + 1, Math.min(text.length, end + SUBJECT));
  return years.willDo.isIn(text, end + 1, stop);
}

/** 2024年工作总结及明年工作打算: the title or the heading that plans the next year. */
export function wordsOfNextYear(
  text: string,
  blocks: readonly Block[],
  names: readonly string[],
  { metadata: { years } }: RulePack,
): string | undefined {
  const headings = blocks
    .filter(({ span }) => span.end - span.start <= LONGEST_HEADING)
    .map(({ span }) => text.slice(span.start, span.end));
  return [...names, ...headings].find((line) => years.next.isIn(line) && years.plan.isIn(line));
}
