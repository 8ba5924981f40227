/**
 * Achieved or promised. Decided by the heading or lead sentence that governs a figure, then by the words of its sentence;
 * a text without headings of work to come is known by its mood: a plan is written in imperatives.
 */

import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { StatusRules } from '../knowledge/status/table.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Heading, Report, Sentence } from '../model/report.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { Status } from '../model/vocabulary.ts';
import type { Lexicon } from '../text/lexicon.ts';
import type { WordIndex } from '../text/words.ts';

/** A plan has this many sentences that urge or promise for each that tells of something done; a review has 3 at most. */
const PLAN_RATIO = 6;
const REVIEW_RATIO = 3;
/** A part with fewer sentences has no mood of its own. */
const MOOD_SENTENCES = 12;

type Cue = { at: number; length: number; status: Status; lasts: 'clause' | 'sentence' };

/** A status and how it was come to. */
export type StatusDecision = { status: Status; origin: Origin };

/** What the figures of a sentence are unless its own words say otherwise, and whether a heading or lead says so. */
export type Mode = StatusDecision & { stated: boolean };

const ACHIEVED: Mode = { status: 'achieved', stated: false, origin: origin('DEFAULT') };

/** Answers the mode of each sentence. */
export function sentenceModes(report: Report, rules: StatusRules): (sentence: Sentence) => Mode {
  const { text, headings } = report;
  const stated = headings.map(({ titleSpan }) => modeOfTitle(text, titleSpan, rules));
  const led = new Map<number, Mode>();
  const signs = report.sentences.map(({ span }) => signsOf(text, span, rules));
  const moods = moodsOf(report, signs);
  const modes = new Map<Sentence, Mode>();
  let paragraphLead: Mode | null = null;
  let end = 0;
  for (const [i, sentence] of report.sentences.entries()) {
    const { span, heading } = sentence;
    const { leadsPlan, leadsParagraph } = signs[i] ?? NO_SIGNS;
    // 下一步 governs what follows in its paragraph.
    if (text.slice(end, span.start).includes('\n')) paragraphLead = null;
    end = span.end;
    // A lead on a line of its own opens a part of the report, else the rest of its section.
    const alone = span.end - span.start < 30;
    if (leadsPlan) led.set(alone ? -1 : heading, ledBy('PART_LEAD', text, span));
    if (leadsParagraph) paragraphLead = ledBy('PARAGRAPH_LEAD', text, span);
    modes.set(sentence, paragraphLead ?? governing(heading, headings, stated, led) ?? moods(heading));
  }
  return (sentence) => modes.get(sentence) ?? ACHIEVED;
}

/** So much of a lead sentence is shown. */
const SHOWN_LEAD = 24;

const ledBy = (code: 'PART_LEAD' | 'PARAGRAPH_LEAD', text: string, { start, end }: Span): Mode => {
  const lead = text.slice(start, Math.min(end, start + SHOWN_LEAD));
  return { status: 'target', stated: true, origin: origin(code, { lead }) };
};

function governing(
  heading: number,
  headings: readonly Heading[],
  stated: readonly (Mode | null)[],
  led: ReadonlyMap<number, Mode>,
): Mode | null {
  for (let i = heading; i >= 0; i = headings[i]?.parent ?? -1) {
    const mode = led.get(i) ?? stated[i];
    if (mode) return mode;
  }
  return led.get(-1) ?? null;
}

function modeOfTitle(text: string, title: Span, rules: StatusRules): Mode | null {
  const opens = (status: Status): Mode => {
    return { status, stated: true, origin: origin('HEADING', { heading: sliceOf(text, title) }) };
  };
  // A title that announces both (去年工作回顾和今年总体要求) begins with the review; a lead sentence will turn to the plan.
  if (rules.reviewHeadings.isIn(text, title.start, title.end)) return opens('achieved');
  return rules.planHeadings.isIn(text, title.start, title.end) ? opens('target') : null;
}

/** What the words of a sentence say of its part of the report. */
type Signs = { leadsPlan: boolean; leadsParagraph: boolean; urges: boolean; tells: boolean };

const NO_SIGNS: Signs = { leadsPlan: false, leadsParagraph: false, urges: false, tells: false };

function signsOf(text: string, { start, end }: Span, rules: StatusRules): Signs {
  // Most sentences hold none of these words: one pass tells.
  const hasAny = rules.anySign.isIn(text, start, end);
  const has = (lexicon: Lexicon): boolean => hasAny && lexicon.isIn(text, start, end);
  return {
    leadsPlan: has(rules.planLeads),
    leadsParagraph: has(rules.paragraphLeads),
    urges: rules.imperative.longestAt(text, start, end) > 0 || has(rules.target),
    tells: has(rules.completed),
  };
}

/** The mood of the part of the report that a heading belongs to; of the whole report where the part is too short. */
function moodsOf({ headings, sentences }: Report, signs: readonly Signs[]): (heading: number) => Mode {
  const whole: Mood = { urging: 0, telling: 0, sentences: 0 };
  const parts = new Map<number, Mood>();
  const topOf = (heading: number): number => {
    let top = heading;
    for (let parent = top; parent >= 0; parent = headings[parent]?.parent ?? -1) top = parent;
    return top;
  };
  for (const [i, { heading }] of sentences.entries()) {
    const top = topOf(heading);
    const part = parts.get(top) ?? { urging: 0, telling: 0, sentences: 0 };
    parts.set(top, part);
    const { urges, tells } = signs[i] ?? NO_SIGNS;
    for (const mood of [whole, part]) {
      mood.sentences++;
      if (urges) mood.urging++;
      if (tells) mood.telling++;
    }
  }
  return (heading) => {
    const part = parts.get(topOf(heading));
    return MOODS[(part ? moodStatus(part) : null) ?? moodStatus(whole) ?? 'achieved'];
  };
}

const MOODS: Record<Status, Mode> = {
  achieved: { status: 'achieved', stated: false, origin: origin('MOOD') },
  target: { status: 'target', stated: false, origin: origin('MOOD') },
};

type Mood = { urging: number; telling: number; sentences: number };

/** Null where a part is too short, or urges and tells about as one would between the two. */
function moodStatus({ urging, telling, sentences }: Mood): Status | null {
  if (sentences < MOOD_SENTENCES) return null;
  if (urging >= PLAN_RATIO * Math.max(1, telling)) return 'target';
  return urging <= REVIEW_RATIO * telling ? 'achieved' : null;
}

/** What the words of a sentence are read with. */
export type CueContext = {
  text: string;
  words: WordIndex;
  rules: StatusRules;
  punctuation: Punctuation;
  /** 年. */
  yearUnit: string;
  /** The year reported on; a later one is still to come. */
  year: number | null;
};

/** Answers the status of a place in a sentence: the last cue before it, as far as that reaches, else the mode. */
export function statusWithin(context: CueContext, span: Span, mode: Mode): (at: number) => StatusDecision {
  const { text } = context;
  const cues = findCues(context, span, mode);
  const reaches = (cue: Cue, at: number) => cue.lasts === 'sentence' || clauseEnd(context, cue.at, at) === at;
  return (at) => {
    const cue = cues.findLast((each) => each.at < at && reaches(each, at));
    if (!cue) return mode;
    return { status: cue.status, origin: origin('CUE', { cue: text.slice(cue.at, cue.at + cue.length) }) };
  };
}

/** Where the clause of a place ends, but no further than `limit`. */
const clauseEnd = ({ text, punctuation }: CueContext, from: number, limit: number): number =>
  punctuation.delimiters.until(text, from, limit);

function findCues(context: CueContext, { start, end }: Span, mode: Mode): Cue[] {
  const { text, words, rules } = context;
  const cues: Cue[] = [];
  for (let i = rules.anyCue.firstIn(text, start, end); i >= 0; ) {
    const not = Math.max(rules.notTarget.longestAt(text, i, end), rules.notAchieved.longestAt(text, i, end));
    const cue = not > 0 ? null : cueAt(context, i, { start, end }, mode);
    // What nobody asks about is never cut into words.
    if (cue && words.isBoundary(i)) cues.push(cue);
    i = rules.anyCue.firstIn(text, i + Math.max(1, not), end);
  }
  return cues;
}

function cueAt(context: CueContext, at: number, span: Span, mode: Mode): Cue | null {
  const { text, words, rules } = context;
  const { end } = span;
  const begins = (lexicon: Lexicon) => lexicon.longestAt(text, at, end);
  const plans = (length: number, lasts: Cue['lasts'] = 'sentence'): Cue => ({ at, length, status: 'target', lasts });
  const target = begins(rules.target);
  if (target > 0) return plans(target);
  const reviewed = mode.stated && mode.status === 'achieved';
  const inClause = begins(rules.targetInClause) || (reviewed ? 0 : begins(rules.targetUnlessReview));
  if (inClause > 0) return plans(inClause, 'clause');
  if (isYearToCome(context, at, span)) return plans(begins(rules.until));
  const before = begins(rules.targetBeforeVerb);
  if (before > 0 && words.isBoundary(at + before) && promises(context, at + before, end)) return plans(before);
  const achieved = begins(rules.achieved);
  // 比去年增加: the year compared with says nothing of the figure.
  if (achieved === 0 || rules.comparedWith.longestBefore(text, at) > 0) return null;
  // Inside a plan a thing done is an island: 在已建成5个的基础上，再建3个.
  return { at, length: achieved, status: 'achieved', lasts: mode.status === 'target' ? 'clause' : 'sentence' };
}

/** 将 before a verb promises; before a noun it is 把, and so it is in 将…纳入. */
function promises(context: CueContext, at: number, limit: number): boolean {
  const { text, words, rules } = context;
  return rules.promised.has(words.from(at)) && !rules.disposal.isIn(text, at, clauseEnd(context, at, limit));
}

/** 到2027年 at the start of a clause, where 2027 is later than the report. */
function isYearToCome(
  { text, rules, punctuation, yearUnit, year }: CueContext,
  at: number,
  { start, end }: Span,
): boolean {
  const length = rules.until.longestAt(text, at, end);
  if (length === 0 || !(at === start || punctuation.delimiters.at(text, at - 1))) return false;
  const digits = text.slice(at + length, at + length + 4);
  return /^\d{4}$/.test(digits) && text.startsWith(yearUnit, at + length + 4) && Number(digits) >= (year ?? 0);
}
