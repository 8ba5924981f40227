/** What headings and paragraphs say about the year reported on and the year planned. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block } from '../../model/document.ts';
import type { Span } from '../../model/span.ts';
import type { Lexicon } from '../../text/lexicon.ts';
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
  const opensPlan = planParagraphs(text, blocks, metadata.years.plan);
  for (const date of dates) {
    if (isFarOff(date.year, told)) continue;
    const opensStatement = punctuation.sentenceEnds.at(text, date.start - 1) && punctuation.commas.at(text, date.end);
    if (isToCome(text, date, pack) || (opensStatement && opensPlan(date.start)))
      claim('planYear', 'sentence', weights.planYear.sentence, date);
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

/** 4．下步打算。…2026年，全县新增…: whether the paragraph of a place opens with a plan; to be asked in text order. */
function planParagraphs(text: string, blocks: readonly Block[], plan: Lexicon): (at: number) => boolean {
  let block = 0;
  return (at) => {
    while ((blocks[block + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= at) block++;
    const start = blocks[block]?.span.start ?? 0;
    return plan.isIn(text, start, Math.min(at, start + MARKER_REACH));
  };
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

/** 力争2025年…, 2025年6月底前…, 2025年将…, 2025年，全县将… */
function isToCome(text: string, { start, end }: WrittenDate, { metadata: { years }, punctuation }: RulePack): boolean {
  if (years.cues.longestBefore(text, start) > 0) return true;
  if (years.deadlines.longestAt(text, end) > 0 || years.willDo.longestAt(text, end) > 0) return true;
  if (!punctuation.commas.at(text, end)) return false;
  const stop = punctuation.delimiters.until(text, end + 1, Math.min(text.length, end + SUBJECT));
  return years.willDo.isIn(text, end + 1, stop);
}

/** When a report speaks: `isAfter`, in the year after the one that it reports on; `isLate`, at its end; `isOfWhole`, of the whole of that year. */
export type Standpoint = { isAfter: boolean; isLate: boolean; isOfWhole: boolean };

/**
 * What plans the next year: 2024年工作总结及明年工作打算, 明年，我们将…, the year after that 今年，我们将…; of a summary of a whole year also
 * 下一步工作打算.
 */
export function wordsOfNextYear(
  text: string,
  blocks: readonly Block[],
  names: readonly string[],
  { isAfter, isLate, isOfWhole }: Standpoint,
  pack: RulePack,
): string | undefined {
  const { next, ahead, plan } = pack.metadata.years;
  const headings = blocks
    .filter(({ span }) => span.end - span.start <= LONGEST_HEADING)
    .map(({ span }) => text.slice(span.start, span.end));
  const planning = [...names, ...headings].filter((line) => plan.isIn(line));
  const named = planning.find((line) => next.isIn(line));
  if (named !== undefined) return named;
  const spoken = spokenYears(text, pack);
  const thisYear = clausesToCome(text, spoken.current, pack);
  const nextYear = clausesToCome(text, spoken.next, pack);
  // What is said to be done 今年 more often than 明年 is told from the year planned; 明年 then is a year farther off.
  const isTold = nextYear.length > 0 && nextYear.length >= thisYear.length;
  return (
    (isTold ? nextYear[0] : undefined) ??
    (thisYear.length === 0 ? paragraphOf(text, next, blocks) : undefined) ??
    (thisYear.length === 0 && isLate ? clauseOf(text, spoken.next, pack) : undefined) ??
    (isAfter ? thisYear[0] : undefined) ??
    (isOfWhole ? planning.find((line) => ahead.isIn(line)) : undefined)
  );
}

/** Where the text says 今年 and where 明年, in one pass. */
function spokenYears(text: string, { metadata: { years } }: RulePack): Record<'current' | 'next', readonly Span[]> {
  const { current, next, spoken } = years;
  const found: Record<'current' | 'next', Span[]> = { current: [], next: [] };
  const limit = Math.min(text.length, CHARS);
  for (let at = spoken.firstIn(text, 0, limit); at >= 0; at = spoken.firstIn(text, at + 1, limit)) {
    if (current.longestAt(text, at, limit) > 0)
      found.current.push({ start: at, end: at + current.longestAt(text, at) });
    if (next.longestAt(text, at, limit) > 0) found.next.push({ start: at, end: at + next.longestAt(text, at) });
  }
  return found;
}

/** 明年是…的一年: a paragraph that begins with it. */
function paragraphOf(text: string, year: Lexicon, blocks: readonly Block[]): string | undefined {
  const block = blocks.find(({ span }) => year.longestAt(text, span.start) > 0);
  return block && text.slice(block.span.start, Math.min(block.span.end, block.span.start + SUBJECT));
}

/** ；明年新建12处: what a clause tells of a year to come can only be planned. */
function clauseOf(text: string, years: readonly Span[], { punctuation: { delimiters } }: RulePack): string | undefined {
  const opens = ({ start, end }: Span) => delimiters.at(text, start - 1) && /\p{L}/u.test(text.charAt(end));
  const year = years.find(opens);
  return year && text.slice(year.start, year.end + SUBJECT);
}

/** Clauses that begin with a year and say what will be done in it. */
function clausesToCome(
  text: string,
  years: readonly Span[],
  {
    metadata: {
      years: { willDo },
    },
    punctuation: { commas, delimiters },
  }: RulePack,
): string[] {
  return years.flatMap(({ start, end }) => {
    if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return [];
    const from = commas.at(text, end) ? end + 1 : end;
    const stop = delimiters.until(text, from, Math.min(text.length, end + SUBJECT));
    return willDo.isIn(text, from, stop) ? [text.slice(start, stop)] : [];
  });
}
