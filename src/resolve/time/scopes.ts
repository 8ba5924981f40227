/** The times that govern where a sentence tells none: of the lead of its paragraph, of the headings above it, of the part of the report that it is in. */
import { readHeadingYears, type TimeExpression } from '../../knowledge/time/reader.ts';
import type { TimeTable } from '../../knowledge/time/table.ts';
import { type Origin, origin } from '../../model/origin.ts';
import type { Heading, Report, Sentence } from '../../model/report.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import type { Status } from '../../model/vocabulary.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import { type Clock, yearOf } from './clock.ts';
import { type Mention, mentionsIn } from './mentions.ts';

/** `words`: as written, where it stands in the paragraph itself. */
export type ScopeTime = { time: TimeExpression; words: string | null; origin: Origin; mention: null };

type PlacedTime = ScopeTime & { start: number };

/** How far into a paragraph its lead may stand. */
const LEAD_REACH = 600;
/** How far into a paragraph the time may stand that opens a part of the report. */
const PART_REACH = 24;

/** Answers for a sentence what holds for its figures of a status; to be asked in text order. */
export function scopesOfReport(
  report: Report,
  table: TimeTable,
  clock: Clock,
): (paragraph: number, sentence: Sentence) => (status: Status) => ScopeTime | null {
  const { headings } = report;
  const leadOf = paragraphLeads(report, table);
  const timesOf = headings.map(({ titleSpan }) => timesOfHeading(report.text, titleSpan, table));
  const parts = partLeads(report, table, clock);

  /** What the nearest heading with a time says; where it names several (“十四五”时期和2025年回顾), what its part does. */
  function above(index: number, paragraph: number): ScopeTime | null {
    let at = index;
    while (at >= 0 && timesOf[at]?.length === 0) at = headings[at]?.parent ?? -1;
    const [first, second] = timesOf[at] ?? [];
    if (first && !second) return first;
    const top = topOf(headings, index);
    const part = parts[firstAtLeast(parts, paragraph + 1, ({ start }) => start) - 1];
    return part && part.start >= top ? part : null;
  }

  return (paragraph, { span, heading }) =>
    (status) => {
      const told = leadOf(paragraph, span.start);
      if (told && fits(told, status, clock)) return told;
      const outer = above(heading, paragraph);
      return outer && fits(outer, status, clock) ? outer : null;
    };
}

/** Where the first-level section begins that a heading belongs to. */
function topOf(headings: readonly Heading[], index: number): number {
  let top = headings[index];
  while (top && top.parent >= 0) top = headings[top.parent];
  return top?.span.start ?? 0;
}

/** The first time of a paragraph that opens a clause; a point of time is that of its own sentence. */
function paragraphLeads({ text }: Report, table: TimeTable): (paragraph: number, until: number) => ScopeTime | null {
  let lead: { paragraph: number; read: number; found: ScopeTime | null } = { paragraph: -1, read: 0, found: null };
  return (paragraph, until) => {
    if (lead.paragraph !== paragraph) lead = { paragraph, read: paragraph, found: null };
    const end = Math.min(until, paragraph + LEAD_REACH);
    if (lead.found || lead.read >= end) return lead.found;
    const opens = ({ time: { start, isPoint }, isCompared }: Mention) =>
      !isPoint && !isCompared && (start === paragraph || !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)));
    const found = mentionsIn(table, text, { start: lead.read, end }).find(opens);
    if (found) lead.found = scopeTime(found.time, sliceOf(text, found.time), origin('IN_PARAGRAPH'));
    lead.read = end;
    return lead.found;
  };
}

function timesOfHeading(text: string, title: Span, table: TimeTable): ScopeTime[] {
  const from = origin('HEADING', { heading: sliceOf(text, title) });
  const told = mentionsIn(table, text, title).flatMap(({ time, isCompared }) => (isCompared ? [] : [time]));
  return (told.length > 0 ? told : yearsOfHeading(text, title, table)).map((time) => scopeTime(time, null, from));
}

/** 五年改革成效. */
function yearsOfHeading(text: string, { start, end }: Span, table: TimeTable): TimeExpression[] {
  for (let at = table.openings.until(text, start, end); at < end; at = table.openings.until(text, at + 1, end)) {
    const years = readHeadingYears(table, text, at, end);
    if (years) return [years];
  }
  return [];
}

/** 过去五年，…; 2025年，…: paragraphs that begin with the year reported on, or with years up to it, open a part that tells of them. */
function partLeads({ text, normal }: Report, table: TimeTable, clock: Clock): PlacedTime[] {
  const leads: PlacedTime[] = [];
  for (const { span } of normal.blocks) {
    const stop = Math.min(span.end, span.start + PART_REACH);
    const mention = mentionsIn(table, text, { start: span.start, end: stop }).find(({ isCompared }) => !isCompared);
    if (!mention || !opensPart(text, mention, table, clock)) continue;
    const from = origin('PART_LEAD', { lead: text.slice(span.start, mention.time.end) });
    leads.push({ ...scopeTime(mention.time, null, from), start: span.start });
  }
  return leads;
}

/** 2025年GDP达到…, without a comma, tells of one thing only. */
function opensPart(text: string, { time }: Mention, table: TimeTable, clock: Clock): boolean {
  const { from, to, isPoint, end } = time;
  if (isPoint || from.month > 0 || to.month > 0) return false;
  const first = yearOf(from, clock, clock.reported);
  const last = yearOf(to, clock, clock.reported);
  if (last === null || last !== clock.reported) return false;
  return first !== last || table.punctuation.commas.at(text, end) || table.yearOpens.longestAt(text, end) > 0;
}

const scopeTime = (time: TimeExpression, words: string | null, from: Origin): ScopeTime => ({
  time,
  words,
  origin: from,
  mention: null,
});

/** What is done is not of a year to come, nor what is promised of one that is past. */
function fits({ time }: ScopeTime, status: Status, clock: Clock): boolean {
  const { reported, planned } = clock;
  const first = yearOf(time.from, clock, reported);
  const last = yearOf(time.to, clock, planned);
  if (reported === null || first === null || last === null) return true;
  return status === 'achieved' ? first <= reported : last > reported || planned === reported;
}
