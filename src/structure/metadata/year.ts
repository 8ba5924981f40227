/** Which year a report reports on, and which it plans. */
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Block } from '../../model/document.ts';
import { firstDate, isOccasion } from './byline.ts';
import { type Clue, decide, type Place, type Weighed } from './clues.ts';
import { datesIn, type WrittenDate, yearBefore } from './dates.ts';
import { type Ends, isSentence } from './line.ts';

/** How many characters may stand before the year of a first sentence. */
const FIRST_WORDS = 12;
/** How far behind a year the words stand that say what is told of it. */
const SUBJECT = 16;
/** How much of a text is looked through. */
const CHARS = 60_000;
/** Paragraphs that begin with the year they tell of stand among the first. */
const FIRST_BLOCKS = 16;
/** A report given up to this month tells of the year before; one given to a session, up to the middle of the year. */
const EARLY_MONTH = 4;
const SESSION_MONTH = 6;

type Claim = Clue<number> & { of: 'year' | 'planYear' };

export type Years = { year: Weighed<number> | null; planYear: Weighed<number> | null };

type YearSources = {
  text: string;
  blocks: readonly Block[];
  title: string | null;
  ends: Ends;
  published: string | null;
};

/** All that speaks for a year is weighed; the year planned comes after the year reported on, unless the title says otherwise. */
export function findYears(sources: YearSources, pack: RulePack): Years {
  const { title } = sources;
  const { least } = pack.metadata.weights;
  if (title !== null && namesSeveral(title, pack)) return { year: null, planYear: null };
  const claims = [...claimsOf(sources, pack)];
  const planned = claims.filter((claim) => claim.of === 'planYear' && claim.place === 'title');
  const isPlan = planned.length > 0 && !claims.some((claim) => claim.of === 'year' && claim.place === 'title');
  const reported = claims.filter(
    (claim) => claim.of === 'year' && !(isPlan && planned.some(({ value }) => value <= claim.value)),
  );
  const year = decide(reported, isPlan ? least.planned : least.year);
  const plans = [...claims.filter((claim) => claim.of === 'planYear'), ...plansOfNextYear(title, year, pack)];
  const later = plans.filter(({ value, place }) => place === 'title' || year === null || value === year.value + 1);
  return { year, planYear: decide(later, least.planYear) };
}

function* claimsOf({ text, blocks, title, ends, published }: YearSources, pack: RulePack): Generator<Claim> {
  const isPeriodic = isOfPeriod(title, ends, pack);
  if (title !== null) yield* claimsOfTitle(title, pack);
  const given = occasionOf(ends, pack);
  if (given) yield* claimsOfDay(given, 'session', SESSION_MONTH, isPeriodic, pack);
  const signed = signatureOf(ends, pack);
  if (signed) yield* claimsOfDay(signed, 'signature', EARLY_MONTH, isPeriodic, pack);
  const day = published ? { year: Number(published.slice(0, 4)), month: Number(published.slice(5, 7)) } : null;
  if (day) yield* claimsOfDay({ ...day, words: published ?? '' }, 'date-line', EARLY_MONTH, isPeriodic, pack);
  yield* claimsOfOpening(title, ends, pack);
  yield* claimsOfText(text, blocks, pack);
}

/** 2024年工作总结和2025年工作打算: each year is of what stands behind it. 2025年政府工作报告 is given in that year. */
function* claimsOfTitle(title: string, pack: RulePack): Generator<Claim> {
  const { years, weights } = pack.metadata;
  const dates = [...datesIn(title, pack.numerals)];
  const isGiven = dates.length === 1 && years.delivered.isIn(title);
  for (const [i, { year, end }] of dates.entries()) {
    const words = title;
    if (isGiven) {
      yield { of: 'year', value: year - 1, weight: weights.year.delivered, place: 'title', words };
      yield { of: 'planYear', value: year, weight: weights.planYear.delivered, place: 'title', words };
    } else {
      const of = subjectAt(title, end, dates[i + 1]?.start ?? title.length, years) ?? 'year';
      yield { of, value: year, weight: weights[of].title, place: 'title', words };
    }
  }
}

/** Whether what is told of a year is what was done in it or what is to be done; null where the words do not tell. */
function subjectAt(
  text: string,
  start: number,
  end: number,
  { plan, review }: MetadataRules['years'],
): Claim['of'] | null {
  for (let i = start; i < end; i++) {
    const planned = plan.longestAt(text, i, end);
    const reviewed = review.longestAt(text, i, end);
    if (planned > 0 || reviewed > 0) return planned > reviewed ? 'planYear' : 'year';
  }
  return null;
}

type Day = Pick<WrittenDate, 'year' | 'month'> & { words: string };

/** A report given early in a year tells of the year before and plans that one; a later one tells of its own. */
function* claimsOfDay(
  { year, month, words }: Day,
  place: 'session' | 'signature' | 'date-line',
  lastMonth: number,
  isPeriodic: boolean,
  { metadata: { weights } }: RulePack,
): Generator<Claim> {
  const isEarly = month !== null && month <= lastMonth && !isPeriodic;
  yield { of: 'year', value: isEarly ? year - 1 : year, weight: weights.year[place], place, words };
  if (isEarly) yield { of: 'planYear', value: year, weight: weights.planYear[place], place, words };
}

/** 上半年, 1—8月: a part of a year is reported on while that year lasts. */
function isOfPeriod(title: string | null, { head }: Ends, { metadata: { years }, punctuation }: RulePack): boolean {
  if (title !== null && datesAreParts(title, years)) return true;
  const opening = head.find((line) => isSentence(line.text, punctuation))?.text ?? '';
  return title === null && datesAreParts(opening.slice(0, SUBJECT), years);
}

const datesAreParts = (words: string, { parts }: MetadataRules['years']): boolean => parts.isIn(words);

function occasionOf({ head }: Ends, pack: RulePack): Day | null {
  const line = head.find(({ text }) => isOccasion(text, pack) && firstDate(text, pack) !== null)?.text;
  const date = line === undefined ? null : firstDate(line, pack);
  return date && { ...date, words: line ?? '' };
}

/** The last short line with a month: 2022年10月×日. */
function signatureOf({ tail }: Ends, pack: RulePack): Day | null {
  const line = tail.findLast(
    ({ text }) => text.length <= 40 && !isSentence(text, pack.punctuation) && firstDate(text, pack) !== null,
  )?.text;
  const date = line === undefined ? null : firstDate(line, pack);
  return date && { ...date, words: line ?? '' };
}

/** A first sentence that begins with a year is about it; one that begins with a day tells an event. */
function* claimsOfOpening(title: string | null, { head }: Ends, pack: RulePack): Generator<Claim> {
  const { metadata, numerals, punctuation } = pack;
  const line = head.find(({ text, role }) => role !== 'boilerplate' && punctuation.commas.isIn(text) && text !== title);
  const words = line?.text ?? '';
  for (const { year, month, start, end } of datesIn(words, numerals)) {
    if (month !== null) continue;
    const isFirst = start <= FIRST_WORDS && !metadata.openingEnds.isIn(words, 0, start);
    const stop = punctuation.delimiters.until(words, end, Math.min(words.length, end + SUBJECT));
    const of = subjectAt(words, end, stop, metadata.years) ?? 'year';
    const weight = isFirst && of === 'year' ? metadata.weights.year.opening : metadata.weights[of].mention;
    yield { of, value: year, weight, place: 'opening', words: words.slice(start, end) };
  }
}

/** What headings and paragraphs say: 二、2025年工作安排, 2024年，全县…, 力争2025年. Each place and year counts once. */
function* claimsOfText(text: string, blocks: readonly Block[], pack: RulePack): Generator<Claim> {
  const { metadata, numerals, punctuation, headings } = pack;
  const { weights, years } = metadata;
  const starts = new Map(blocks.map((block, i) => [block.span.start, { block, i }]));
  const told = new Set<string>();
  const claim = (of: Claim['of'], value: number, weight: number, place: Place, at: WrittenDate): Claim[] => {
    const key = `${of} ${value} ${place}`;
    if (told.has(key)) return [];
    told.add(key);
    return [{ of, value, weight, place, words: text.slice(at.start, at.end + SUBJECT) }];
  };
  for (const date of datesIn(text, numerals, 0, Math.min(text.length, CHARS))) {
    const { year, month, start, end } = date;
    const stop = punctuation.delimiters.until(text, end, Math.min(text.length, end + SUBJECT));
    const of = month === null ? subjectAt(text, end, stop, years) : null;
    if (of) {
      const isHeading = headings.before.at(text, start - 1) || isAfterMarker(text, start, pack);
      const place = isHeading ? 'heading' : 'sentence';
      yield* claim(of, year, isHeading ? weights[of].heading : weights[of].mention, place, date);
    }
    const paragraph = starts.get(start);
    if (paragraph && paragraph.i < FIRST_BLOCKS && month === null && punctuation.commas.at(text, end))
      yield* claim('year', year, weights.year.paragraph, 'paragraph', date);
    if (isToCome(text, date, pack)) yield* claim('planYear', year, weights.planYear.sentence, 'sentence', date);
  }
}

/** How far before a year the marker of its heading stands: （二）存在问题及2025年打算. */
const MARKER_REACH = 12;

/** A heading begins shortly before: at the start of a line, or with a marker behind a blank. */
function isAfterMarker(text: string, at: number, { headings, punctuation }: RulePack): boolean {
  for (let i = at; i > at - MARKER_REACH && i >= 0; i--) {
    if (i === 0 || text[i - 1] === '\n') return true;
    if (punctuation.delimiters.at(text, i - 1)) return false;
    if (headings.markers.some(({ close }) => close && close.longestBefore(text, i) > 0)) return true;
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

/** 2024年工作总结及明年工作打算 */
function plansOfNextYear(title: string | null, year: Weighed<number> | null, { metadata }: RulePack): Claim[] {
  if (title === null || year === null || !metadata.years.next.isIn(title)) return [];
  return [
    { of: 'planYear', value: year.value + 1, weight: metadata.weights.planYear.title, place: 'title', words: title },
  ];
}

/** 2021—2023年, 2021年至2023年: more than one year. */
function namesSeveral(title: string, { numerals }: RulePack): boolean {
  const { yearUnit, rangeJoiners } = numerals;
  for (const { start } of datesIn(title, numerals)) {
    const last = beforeBlank(title, start);
    const joiner = rangeJoiners.longestBefore(title, last);
    const first = beforeBlank(title, last - joiner);
    const digits = title.endsWith(yearUnit, first) ? first - yearUnit.length : first;
    if (joiner > 0 && yearBefore(title, digits, numerals) !== null) return true;
  }
  return false;
}

const beforeBlank = (text: string, at: number): number => (text.charAt(at - 1) === ' ' ? at - 1 : at);
