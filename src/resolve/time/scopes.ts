/** The times that govern where a sentence tells none: of the lead of its paragraph, of the headings above it, of the part of the report that it is in. */
import type { TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import { type Origin, origin } from '../../model/origin.ts';
import type { Heading, Report, Sentence } from '../../model/report.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import type { Status } from '../../model/vocabulary.ts';
import { ARABIC_DIGITS } from '../../text/char-set.ts';
import { once } from '../../text/once.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import { type Clock, yearOf } from './clock.ts';
import { type Governing, type Mention, mentionsIn, opensClause, timesOfTitle } from './mentions.ts';

/** `start`: of the paragraph that opens the part; `isLong`: of several years. */
type PartTime = Governing & { start: number; isLong: boolean };

/** How far into a paragraph its lead may stand. */
const LEAD_REACH = 600;
/** How far into a paragraph the times may stand that open a part of the report, and how far the year reported on. */
const PART_REACH = 60;
const YEAR_REACH = 16;

/** Answers for a sentence what holds for its figures of a status; to be asked in text order. */
export function scopesOfReport(
  report: Report,
  table: TimeTable,
  clock: Clock,
): (paragraph: number, sentence: Sentence) => (status: Status) => Governing | null {
  const { headings } = report;
  const leadOf = paragraphLeads(report, table);
  const timesOf = headings.map(({ titleSpan }) => timesOfHeading(report.text, titleSpan, table));
  const parts = partLeads(report, table, clock);

  /**
   * What the nearest heading with a time says, unless it names several (“十四五”时期和2025年回顾), several years are told of behind it
   * (五年来，…) or items of the part: then what the part says.
   */
  function above(index: number, paragraph: number): Governing | null {
    let at = index;
    while (at >= 0 && timesOf[at]?.length === 0) at = headings[at]?.parent ?? -1;
    const [first, second] = timesOf[at] ?? [];
    const part = parts[firstAtLeast(parts, paragraph + 1, ({ start }) => start) - 1];
    const isWithin = part && part.start >= (first ? (headings[at]?.span.start ?? 0) : topOf(headings, index));
    if (!isWithin) return first && !second ? first : null;
    // 2025年，我们做了以下工作。一是…
    const isItem = headings[index]?.level === ITEM_LEVEL && part.start >= parentStart(headings, index);
    return first && !second && !part.isLong && !isItem ? first : part;
  }

  return (paragraph, { span, heading }) => {
    const lead = once(() => leadOf(paragraph, span.start));
    const outer = once(() => above(heading, paragraph));
    const holding = (told: Governing | null, status: Status) => (told && fits(told, status, clock) ? told : null);
    return (status) => holding(lead(), status) ?? holding(outer(), status);
  };
}

/** That of 一是. */
const ITEM_LEVEL = 5;

const parentStart = (headings: readonly Heading[], index: number): number =>
  headings[headings[index]?.parent ?? -1]?.span.start ?? 0;

/** Where the first-level section begins that a heading belongs to. */
function topOf(headings: readonly Heading[], index: number): number {
  let top = headings[index];
  while (top && top.parent >= 0) top = headings[top.parent];
  return top?.span.start ?? 0;
}

/** The first time of a paragraph's first sentence that opens a clause, and each whole year or more behind it that does; a point of time is that of its own sentence. */
function paragraphLeads({ text }: Report, table: TimeTable): (paragraph: number, until: number) => Governing | null {
  let lead: { paragraph: number; read: number; found: Governing | null } = { paragraph: -1, read: 0, found: null };
  return (paragraph, until) => {
    if (lead.paragraph !== paragraph) lead = { paragraph, read: paragraph, found: null };
    const end = Math.min(until, paragraph + LEAD_REACH);
    if (lead.read >= end) return lead.found;
    for (const { time, isCompared } of mentionsIn(table, text, { start: lead.read, end })) {
      if (time.isPoint || time.isSamePeriod || isCompared || !opensClause(text, time.start, paragraph)) continue;
      if (isAsideOfYear(text, time, table)) continue;
      if (!opensYears(text, time, table) && (lead.found || !isFirst(text, time, paragraph, table))) continue;
      lead.found = scopeTime(time, sliceOf(text, time), origin('IN_PARAGRAPH'));
    }
    lead.read = end;
    return lead.found;
  };
}

/** In the first sentence of a paragraph, with no figure told before it; what a later one begins with (近三年投入…) is of that alone. */
const isFirst = (text: string, { start }: TimeExpression, paragraph: number, { punctuation }: TimeTable): boolean =>
  !punctuation.statementEnds.isIn(text, paragraph, start) &&
  !(punctuation.commas.at(text, start - 1) && ARABIC_DIGITS.isIn(text, paragraph, start));

/** 因城施策，四季度销售增长5%: months behind a comma are only of what follows there. */
const isAsideOfYear = (text: string, { from, start }: TimeExpression, table: TimeTable): boolean =>
  from.month > 0 && table.punctuation.commas.at(text, start - 1);

/** 2025年，…; 五年来，…; not 2025年目标任务顺利完成. */
const opensYears = (text: string, { from, to, end }: TimeExpression, table: TimeTable): boolean =>
  from.month === 0 &&
  to.month === 0 &&
  (table.punctuation.commas.at(text, end) || table.yearOpens.longestAt(text, end) > 0);

function timesOfHeading(text: string, title: Span, table: TimeTable): Governing[] {
  const from = origin('HEADING', { heading: sliceOf(text, title) });
  return timesOfTitle(table, text, title).map((time) => scopeTime(time, null, from));
}

/** 过去五年，…; 2025年，…: paragraphs that begin with the year reported on, or with years up to it, open a part that tells of them. */
function partLeads({ text, normal }: Report, table: TimeTable, clock: Clock): PartTime[] {
  const leads: PartTime[] = [];
  for (const { span } of normal.blocks) {
    const head = { start: span.start, end: Math.min(span.end, span.start + PART_REACH) };
    const opening = mentionsIn(table, text, head).flatMap(
      (mention) => openingOf(text, mention, span.start, table, clock) ?? [],
    );
    // 2025年是“十四五”收官之年。五年来，…
    const lead = opening.findLast(({ isLong }) => isLong) ?? opening[0];
    if (lead) leads.push(lead);
  }
  return leads;
}

/** A time that is told of from here on: years up to the one reported on at the start of a clause, or that year near the start of the paragraph. */
function openingOf(
  text: string,
  { time, isCompared }: Mention,
  start: number,
  table: TimeTable,
  clock: Clock,
): PartTime | null {
  const { from, to, isPoint, end } = time;
  if (isCompared || isPoint || !opensYears(text, time, table)) return null;
  const first = yearOf(from, clock, clock.reported);
  const last = yearOf(to, clock, clock.reported);
  if (first === null || last === null || last !== clock.reported) return null;
  const isLong = first < last;
  if (isLong ? !opensClause(text, time.start, start) : time.start - start > YEAR_REACH) return null;
  const origins = origin('PART_LEAD', { lead: text.slice(time.start, end) });
  return { ...scopeTime(time, null, origins), start, isLong };
}

const scopeTime = (time: TimeExpression, words: string | null, from: Origin): Governing => ({
  time,
  words,
  origin: from,
  mention: null,
});

/** What is done is not of a year to come, nor what is promised of one that is past. */
function fits({ time }: Governing, status: Status, clock: Clock): boolean {
  const { reported, planned } = clock;
  const first = yearOf(time.from, clock, reported);
  const last = yearOf(time.to, clock, planned);
  if (reported === null || first === null || last === null) return true;
  return status === 'achieved' ? first <= reported : last > reported || planned === reported;
}
