/** The times that the lead of a paragraph and the headings above it name. */
import type { TimeTable } from '../../knowledge/time/table.ts';
import { type Origin, origin } from '../../model/origin.ts';
import type { Report, Sentence } from '../../model/report.ts';
import { sliceOf } from '../../model/span.ts';
import type { Status } from '../../model/vocabulary.ts';
import { type Clock, yearOf } from './clock.ts';
import { type Mention, mentionsIn } from './mentions.ts';

type ScopeTime = { time: Mention['time']; words: string | null; origin: Origin; mention: null };

/** How far into a paragraph its lead may stand. */
const LEAD_REACH = 600;

/** Answers for a sentence what its paragraph or a heading says of figures of a status; to be asked in text order. */
export function scopesOfReport(
  report: Report,
  table: TimeTable,
): (paragraph: number, sentence: Sentence) => (status: Status, clock: Clock) => ScopeTime | null {
  const { text, headings } = report;
  const ofHeading = new Map<number, ScopeTime | null>();
  let lead: { paragraph: number; read: number; found: ScopeTime | null } = { paragraph: -1, read: 0, found: null };

  /** The first that opens a clause; a point of time is that of its own sentence. */
  function leadOf(paragraph: number, until: number): ScopeTime | null {
    if (lead.paragraph !== paragraph) lead = { paragraph, read: paragraph, found: null };
    const end = Math.min(until, paragraph + LEAD_REACH);
    if (lead.found || lead.read >= end) return lead.found;
    const opens = ({ time: { start, isPoint }, isCompared }: Mention) =>
      !isPoint && !isCompared && (start === paragraph || !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)));
    const found = mentionsIn(table, text, { start: lead.read, end }).find(opens);
    lead.read = end;
    if (found)
      lead.found = {
        time: found.time,
        words: sliceOf(text, found.time),
        origin: origin('IN_PARAGRAPH'),
        mention: null,
      };
    return lead.found;
  }

  function headingTime(index: number): ScopeTime | null {
    const heading = headings[index];
    if (!heading) return null;
    const known = ofHeading.get(index);
    if (known !== undefined) return known;
    const mention = mentionsIn(table, text, heading.titleSpan).find(({ isCompared }) => !isCompared);
    const from = origin('HEADING', { heading: sliceOf(text, heading.titleSpan) });
    const found = mention
      ? { time: mention.time, words: null, origin: from, mention: null }
      : headingTime(heading.parent);
    ofHeading.set(index, found);
    return found;
  }

  return (paragraph, { span, heading }) =>
    (status, clock) => {
      const isIt = (scope: ScopeTime | null): scope is ScopeTime => scope !== null && fits(scope, status, clock);
      const told = leadOf(paragraph, span.start);
      if (isIt(told)) return told;
      const above = headingTime(heading);
      return isIt(above) ? above : null;
    };
}

/** What is done is not of a year to come, nor what is promised of one that is past. */
function fits({ time }: ScopeTime, status: Status, clock: Clock): boolean {
  const { reported, planned } = clock;
  const first = yearOf(time.from, clock, reported);
  const last = yearOf(time.to, clock, planned);
  if (reported === null || first === null || last === null) return true;
  return status === 'achieved' ? first <= reported : last > reported || planned === reported;
}
