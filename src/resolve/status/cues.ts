/** The words of a sentence that make what follows a plan or a thing done, and how far each reaches. */
import type { Punctuation } from '../../knowledge/punctuation/table.ts';
import type { StatusRules } from '../../knowledge/status/table.ts';
import type { Span } from '../../model/span.ts';
import type { Status } from '../../model/vocabulary.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import type { WordIndex } from '../../text/words.ts';
import type { Mode } from './scope.ts';
import type { YearWords } from './years.ts';

/** How far a cue reaches: up to a comma, to a semicolon, or to the end of its sentence. */
export type Reach = 'clause' | 'statement' | 'sentence';

/** `end`: where it stops within its clause, if before the clause's end. */
export type Cue = { at: number; length: number; status: Status; reach: Reach; end?: number };

/** What the words of a sentence are read with. */
export type CueContext = {
  text: string;
  words: WordIndex;
  rules: StatusRules;
  punctuation: Punctuation;
  years: YearWords;
  /** The figures of the sentence, in order. */
  figures: readonly CuedFigure[];
};

/** Where a figure stands, and whether it counts things. */
export type CuedFigure = { span: Span; counts: boolean };

/** Where a cue may stand: in which sentence, where its statement and clause begin, under which mode, and after which cue that still reaches it. */
export type CuePlace = { sentence: Span; statement: number; clause: number; mode: Mode; current: Cue | null };

/** The cue that begins at a place, and how many characters need not be looked at again. */
export function cueAt(context: CueContext, at: number, place: CuePlace): { cue: Cue | null; passed: number } {
  const { text, words, rules } = context;
  const { end } = place.sentence;
  const year = yearCue(context, at, place);
  if (year) return { cue: year, passed: year.length };
  if (rules.anyCue.longestAt(text, at, end) === 0) return { cue: null, passed: 1 };
  const not = Math.max(rules.notTarget.longestAt(text, at, end), rules.notAchieved.longestAt(text, at, end));
  if (not > 0) return { cue: null, passed: not };
  if (isHeldAgainst(context, at, place)) return { cue: null, passed: rules.anyCue.longestAt(text, at, end) };
  const cue = within(context, planCue(context, at, place) ?? doneCue(context, at, place), end);
  // What nobody asks about is never cut into words. 年度计划 that is no cue holds none.
  return cue && words.isBoundary(at)
    ? { cue, passed: 1 }
    : { cue: null, passed: rules.planned.longestAt(text, at, end) || 1 };
}

/** 高于|年初|预期0.1个百分点: what is compared with was expected, not the figure. */
function isHeldAgainst({ text, rules, figures }: CueContext, at: number, { clause }: CuePlace): boolean {
  if (rules.expected.longestAt(text, at) === 0) return false;
  const start = Math.max(clause, at - HELD_CHARS);
  const held = rules.heldAgainst.firstIn(text, start, at);
  return held >= 0 && (figures[firstAtLeast(figures, held, ({ span }) => span.start)]?.span.start ?? at) >= at;
}

/** Between the comparing word and what was expected stands at most whose it is or of when. */
const HELD_CHARS = 8;

/** What begins a bracket ends with it: 加装电梯11部（2024年为8部）. */
function within({ text, punctuation }: CueContext, cue: Cue | null, limit: number): Cue | null {
  if (!cue || !punctuation.openers.at(text, cue.at - 1)) return cue;
  const end = punctuation.closers.until(text, cue.at, limit);
  return { ...cue, reach: 'clause', end: Math.min(end, cue.end ?? end) };
}

const opensClause = ({ text, punctuation }: CueContext, at: number, { clause }: CuePlace): boolean =>
  at === clause || punctuation.openers.at(text, at - 1);

/** 2024年 at the start of a clause of a plan tells what was. */
function yearCue(context: CueContext, at: number, place: CuePlace): Cue | null {
  const { years } = context;
  const year = place.mode.status === 'target' && opensClause(context, at, place) ? years.at(at) : null;
  if (year === null || !years.isPast(year)) return null;
  return within(
    context,
    { at, length: years.endOf(at) - at, status: 'achieved', reach: 'statement' },
    place.sentence.end,
  );
}

function planCue(context: CueContext, at: number, place: CuePlace): Cue | null {
  const { text, words, rules } = context;
  const { end } = place.sentence;
  const begins = (lexicon: Lexicon) => lexicon.longestAt(text, at, end);
  const plans = (length: number, reach: Reach): Cue => ({ at, length, status: 'target', reach });
  const goal = begins(rules.target);
  if (goal > 0) return plans(goal, 'sentence');
  const wish = begins(rules.wishes);
  if (wish > 0) return plans(wish, isPurpose(context, at, place) ? 'clause' : wishReach(context, at, place));
  const reviewed = place.mode.stated && place.mode.status === 'achieved';
  const call = begins(rules.calls);
  if (call > 0) return opensSubject(context, at, place) ? plans(call, 'statement') : null;
  const forecast = begins(rules.forecasts);
  if (forecast > 0) return isStillToCome(context, at + forecast, place) ? plans(forecast, 'statement') : null;
  const ready = begins(rules.afterwards);
  if (ready > 0) return isPossible(context, at + ready, place) ? plans(ready, 'statement') : null;
  const effort = begins(rules.targetUnlessReview);
  if (effort > 0 && reviewed) return null;
  const inClause = begins(rules.targetInClause);
  if (inClause > 0) return plans(inClause, 'clause');
  const until = begins(rules.until);
  if (until > 0 && isYearToCome(context, at + until, place, at)) return plans(until, 'sentence');
  const before = begins(rules.targetBeforeVerb);
  if (before > 0 && words.isBoundary(at + before) && promises(context, at + before, end)) {
    const relative = endOfRelative(context, at + before, end);
    return relative > 0 ? { ...plans(before, 'clause'), end: relative } : plans(before, wishReach(context, at, place));
  }
  if (effort > 0 && before === 0) return plans(effort, 'clause');
  const planned = begins(rules.planned);
  return planned > 0 && isPlannedAmount(context, at, at + planned, place) ? plans(planned, 'clause') : null;
}

/** What is wished of one thing ends before what is said of the next (二期力争年底完工；一期…); what is wished without a subject goes on. */
function wishReach({ text, punctuation, rules }: CueContext, cue: number, { statement }: CuePlace): Reach {
  let at = statement;
  for (let length = 1; at < cue && length > 0; at += length)
    length = punctuation.delimiters.at(text, at) ? 1 : rules.wholeSubjects.longestAt(text, at, cue);
  return at === cue ? 'sentence' : 'statement';
}

/** 打造品牌，确保规范，…: without a figure of its own 确保 tells what for, and nothing of the clauses that follow. */
const isPurpose = (context: CueContext, at: number, { mode, sentence }: CuePlace): boolean =>
  mode.status === 'achieved' &&
  context.rules.purposes.longestAt(context.text, at, sentence.end) > 0 &&
  nextFigure(context, at) >= clauseEnd(context, at, sentence.end);

const clauseEnd = ({ text, punctuation }: CueContext, at: number, limit: number): number =>
  punctuation.delimiters.until(text, at, limit);

/** Where the next figure begins; infinite where there is none. */
const nextFigure = ({ figures }: CueContext, at: number): number =>
  figures[firstAtLeast(figures, at, ({ span }) => span.start)]?.span.start ?? Number.POSITIVE_INFINITY;

/** Inside a plan a thing done is an island: 在已建成5个的基础上再建3个. */
function doneCue(context: CueContext, at: number, place: CuePlace): Cue | null {
  const { text, rules } = context;
  const { end } = place.sentence;
  const existing = rules.existing.longestAt(text, at, end);
  const time = rules.pastTimes.longestAt(text, at, end);
  // 将现有56个网格调整为68个, 比去年的8亿元增长12%: what is there already is the one figure behind.
  if (existing > 0 || (time > 0 && rules.relative.longestAt(text, at + time, end) > 0))
    return { at, length: existing || time, status: 'achieved', reach: 'clause', end: nextFigure(context, at) + 1 };
  const length = Math.max(time, rules.achieved.longestAt(text, at, end), answerAt(context, at, place));
  // 比去年增加: the year compared with says nothing of the figure.
  if (length === 0 || rules.comparedWith.longestBefore(text, at) > 0) return null;
  const cue: Cue = { at, length, status: 'achieved', reach: 'sentence' };
  if (place.mode.status === 'achieved') return cue;
  const stop = clauseEnd(context, at, end);
  const grounds = rules.groundsEnds.firstIn(text, at, stop);
  if (grounds >= 0) return { ...cue, reach: 'clause', end: grounds };
  // 目前成立41个，组建率78.8%; but 去年启动的工程 only tells which one is meant.
  const isTime = time > 0 && opensClause(context, at, place) && !rules.relative.isIn(text, at, stop);
  return { ...cue, reach: isTime ? 'statement' : 'clause' };
}

/** 今年计划种植38万亩，全年完成39万亩: what came of the plan that was told before. */
function answerAt({ text, rules }: CueContext, at: number, { clause, current, sentence }: CuePlace): number {
  if (at !== clause || current?.status !== 'target') return 0;
  const isPlanned = rules.planned.is(text, current.at, current.at + current.length);
  return isPlanned ? rules.answers.longestAt(text, at, sentence.end) : 0;
}

/** 将 before a verb promises; before a noun it is 把, and so it is in 将…纳入 and 将…由20个压缩至5个. */
function promises(context: CueContext, at: number, limit: number): boolean {
  const { text, words, rules } = context;
  const first = words.from(at);
  if (!rules.promised.has(first)) return false;
  return !rules.disposal.isIn(text, at + (first?.text.length ?? 0), clauseEnd(context, at, limit));
}

/** 计划出让的地块: a plan that only tells which one is meant ends with its 的. */
function endOfRelative({ text, words, rules }: CueContext, at: number, limit: number): number {
  const verb = words.from(at);
  const end = at + (verb?.text.length ?? 0);
  return verb && rules.relative.longestAt(text, end, limit) > 0 ? end : 0;
}

/** 预计年底前完工, 预计2027年投产: a forecast of a time to come. 预计全年完成6亿元 in a review is as good as done. */
function isStillToCome(context: CueContext, after: number, place: CuePlace): boolean {
  const { text, rules, years, punctuation } = context;
  const stop = clauseEnd(context, after, place.sentence.end);
  for (let at = after; at < stop; at++) {
    const year = years.at(at);
    if (year !== null) return years.isToCome(year);
    if (rules.deadlines.longestAt(text, at, stop) > 0) return true;
    if (punctuation.openers.at(text, at)) return false;
  }
  return false;
}

/** 工业方面，要求…; 我们设想，…: at the start of its clause, or behind a subject of the whole sentence. */
const opensSubject = (context: CueContext, at: number, place: CuePlace): boolean =>
  opensClause(context, at, place) || context.rules.wholeSubjects.longestBefore(context.text, at, place.clause) > 0;

/** 建成后可灌溉3万亩, 工程完成以后，可以发电2亿千瓦时: what a work will be good for. */
function isPossible({ text, rules, punctuation }: CueContext, after: number, { sentence }: CuePlace): boolean {
  const at = after + (punctuation.commas.at(text, after) ? 1 : 0);
  const subject = rules.ability.firstIn(text, at, punctuation.delimiters.until(text, at, sentence.end));
  return subject >= 0 && subject - at <= ABLE_CHARS;
}

/** Between the work being done and what it will do stands at most a subject: 投产后全县年产能可达…. */
const ABLE_CHARS = 10;

/** 今年计划种植面积38万亩: the amount planned, not a name (国家人才计划) nor how it was met (完成年度计划的98%). */
function isPlannedAmount(context: CueContext, at: number, after: number, { clause }: CuePlace): boolean {
  const { text, words, rules } = context;
  const isAmount =
    at === clause ||
    rules.planTimes.longestBefore(text, at, clause) > 0 ||
    rules.wholeSubjects.longestBefore(text, at, clause) > 0;
  return (
    isAmount &&
    words.isBoundary(after) &&
    (rules.plannable.has(words.from(after)) || isNumeral(context, after)) &&
    !rules.meetsPlan.isIn(text, clause, at)
  );
}

/** Figures are no words: 计划三年内建成. */
const isNumeral = ({ text, words, punctuation }: CueContext, at: number): boolean =>
  !words.from(at) && !punctuation.separators.at(text, at) && !punctuation.closers.at(text, at);

/** 到2027年, 到“十六五”末 at the start of a clause, where that year is later than the one reported on, or that is not known. */
function isYearToCome(context: CueContext, at: number, place: CuePlace, cue: number): boolean {
  const { years } = context;
  const year = opensClause(context, cue, place) ? (years.at(at) ?? years.endOfPlanAt(at)) : null;
  return year !== null && !years.isPast(year);
}
