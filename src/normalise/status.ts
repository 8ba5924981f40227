/**
 * Achieved or promised. Decided by the heading or lead sentence that governs a figure, then by the words of its sentence;
 * a text without headings of work to come is known by its mood: a plan is written in imperatives.
 */
import type { Lexicon } from '../model/lexicon.ts';
import type { Heading, Report, Sentence } from '../model/report.ts';
import type { Punctuation } from '../model/rulepack.ts';
import type { Span } from '../model/span.ts';
import type { StatusRules } from '../model/status.ts';
import type { Status } from '../model/vocabulary.ts';
import type { WordIndex } from '../model/word-index.ts';

/** A plan has this many imperative sentences for each that tells of something done. */
const PLAN_RATIO = 3;
const PLAN_SENTENCES = 20;

type Cue = { at: number; status: Status; lasts: 'clause' | 'sentence' };

/** Answers the mode of each sentence in text order: what its figures are unless its own words say otherwise. */
export function sentenceModes(report: Report, rules: StatusRules): (sentence: Sentence) => Status {
  const { text, headings } = report;
  const stated = headings.map(({ titleSpan }) => modeOfTitle(text, titleSpan, rules));
  const led = new Map<number, Status>();
  const fallback: Status = readsAsPlan(report, stated, rules) ? 'target' : 'achieved';
  const modes = new Map<Sentence, Status>();
  let paragraphLed = false;
  let end = 0;
  for (const sentence of report.sentences) {
    const { span, heading } = sentence;
    // 下一步 governs what follows in its paragraph.
    if (text.slice(end, span.start).includes('\n')) paragraphLed = false;
    end = span.end;
    if (holds(text, span, rules.planLeads)) led.set(heading, 'target');
    if (holds(text, span, rules.paragraphLeads)) paragraphLed = true;
    modes.set(sentence, paragraphLed ? 'target' : (governing(heading, headings, stated, led) ?? fallback));
  }
  return (sentence) => modes.get(sentence) ?? fallback;
}

function governing(
  heading: number,
  headings: readonly Heading[],
  stated: readonly (Status | null)[],
  led: ReadonlyMap<number, Status>,
): Status | null {
  for (let i = heading; i >= 0; i = headings[i]!.parent) {
    const mode = led.get(i) ?? stated[i];
    if (mode) return mode;
  }
  return led.get(-1) ?? null;
}

function modeOfTitle(text: string, title: Span, rules: StatusRules): Status | null {
  if (holds(text, title, rules.planHeadings)) return 'target';
  return holds(text, title, rules.reviewHeadings) ? 'achieved' : null;
}

function holds(text: string, { start, end }: Span, words: Lexicon): boolean {
  for (let i = start; i < end; i++) if (words.longestAt(text, i, end) > 0) return true;
  return false;
}

function readsAsPlan({ text, sentences }: Report, stated: readonly (Status | null)[], rules: StatusRules): boolean {
  if (stated.some((mode) => mode !== null) || sentences.length < PLAN_SENTENCES) return false;
  let imperative = 0;
  let completed = 0;
  for (const { span } of sentences) {
    if (rules.imperative.longestAt(text, span.start, span.end) > 0) imperative++;
    if (holds(text, span, rules.completed)) completed++;
  }
  return imperative >= PLAN_RATIO * completed;
}

/** Answers the status of a place in a sentence: the last cue before it, as far as that reaches, else the mode. */
export function statusWithin(
  text: string,
  span: Span,
  mode: Status,
  words: WordIndex,
  rules: StatusRules,
  { delimiters }: Punctuation,
): (at: number) => Status {
  const cues = findCues(text, span, words, rules, mode);
  return (at) => {
    const cue = cues.findLast((each) => each.at < at && reaches(each, at));
    return cue?.status ?? mode;
  };

  function reaches(cue: Cue, at: number): boolean {
    return cue.lasts === 'sentence' || !isDelimited(text, cue.at, at, delimiters);
  }
}

function isDelimited(text: string, from: number, to: number, delimiters: ReadonlySet<string>): boolean {
  for (let i = from; i < to; i++) if (delimiters.has(text[i]!)) return true;
  return false;
}

function findCues(text: string, { start, end }: Span, words: WordIndex, rules: StatusRules, mode: Status): Cue[] {
  const cues: Cue[] = [];
  for (let i = start; i < end; ) {
    const not = Math.max(rules.notTarget.longestAt(text, i, end), rules.notAchieved.longestAt(text, i, end));
    if (not > 0) {
      i += not;
      continue;
    }
    const cue = cueAt(text, i, end, words, rules, mode);
    if (cue) cues.push(cue);
    i++;
  }
  return cues;
}

function cueAt(text: string, at: number, end: number, words: WordIndex, rules: StatusRules, mode: Status): Cue | null {
  const target = rules.target.longestAt(text, at, end);
  if (target > 0) return { at, status: 'target', lasts: 'sentence' };
  const before = rules.targetBeforeVerb.longestAt(text, at, end);
  if (before > 0 && words.isBoundary(at) && words.isBoundary(at + before) && isVerb(words, at + before)) {
    return { at, status: 'target', lasts: 'sentence' };
  }
  const achieved = rules.achieved.longestAt(text, at, end);
  if (achieved === 0 || !words.isBoundary(at)) return null;
  // Inside a plan a thing done is an island: 在已建成5个的基础上，再建3个.
  return { at, status: 'achieved', lasts: mode === 'target' ? 'clause' : 'sentence' };
}

/** 将 before a verb promises; before a noun it is 把. */
function isVerb(words: WordIndex, at: number): boolean {
  const tag = words.from(at)?.tag ?? '';
  return tag.startsWith('v') || tag.startsWith('d');
}
