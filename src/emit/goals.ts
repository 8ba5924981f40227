/** What a report promises without a figure: 居民收入增长与经济增长同步. */
import type { ConceptRules } from '../knowledge/concepts/table.ts';
import type { GaigeRecord, Indicator } from '../model/record.ts';
import { type Span, sliceOf } from '../model/span.ts';

export type Goal = {
  /** What it is promised of, as the text has it, words around the name included. */
  name: string;
  span: Span;
  sentence: Span;
  line: number;
  column: number;
  /** A promised figure, of whose time the goal is: the nearest before it, else the first of its sentence. */
  beside: Indicator;
};

type Goals = ConceptRules['around']['goals'];

/** Those of sentences that promise figures; then those of a plan between such sentences. */
export function goalsIn(
  { indicators }: Pick<GaigeRecord, 'indicators'>,
  text: string,
  { goals }: Pick<ConceptRules['around'], 'goals'>,
): Goal[] {
  return [
    ...promisedSentences(indicators).flatMap((promised) => goalsBeside(promised, text, goals)),
    ...gapsOf(indicators).flatMap((gap) => goalsBetween(gap, text, goals)),
  ];
}

/** `promised`: the promised figures of one sentence. */
function goalsBeside(promised: readonly Indicator[], text: string, goals: Goals): Goal[] {
  const [first] = promised;
  if (!first) return [];
  const { sentence } = first;
  return goalsWithin(sentence, text, goals).flatMap(({ name, span }) => {
    if (promised.some((each) => hasFigure(span, each, text))) return [];
    const beside = promised.findLast((each) => each.span.end <= span.start) ?? first;
    return [{ name, span, sentence, beside, ...placeBeside(span, beside, text) }];
  });
}

/** What a plan says between two figures that it promises for the same time, in sentences that hold none. */
type PlanGap = { before: Indicator; after: Indicator };

function gapsOf(indicators: readonly Indicator[]): PlanGap[] {
  const gaps: PlanGap[] = [];
  for (const [i, before] of indicators.entries()) {
    const after = indicators[i + 1];
    if (after && isPromised(before) && isPromised(after) && isOfSameTime(before, after)) gaps.push({ before, after });
  }
  return gaps;
}

const isPromised = ({ status, time }: Indicator): boolean => status === 'target' && time !== null;

const isOfSameTime = ({ time: one }: Indicator, { time: other }: Indicator): boolean =>
  one?.from === other?.from && one?.to === other?.to;

function goalsBetween(gap: PlanGap, text: string, goals: Goals): Goal[] {
  const { before, after } = gap;
  const between = { start: before.sentence.end, end: after.sentence.start };
  return goalsWithin(between, text, goals).map(({ name, span }) => ({
    name,
    span,
    sentence: sentenceAround(span, between, text),
    beside: before,
    ...placeBetween(span, gap, text),
  }));
}

function goalsWithin({ start, end }: Span, text: string, goals: Goals): Pick<Goal, 'name' | 'span'>[] {
  const found: Pick<Goal, 'name' | 'span'>[] = [];
  let floor = start;
  for (let at = goals.firstIn(text, floor, end); at >= 0; at = goals.firstIn(text, floor, end)) {
    const span = { start: at, end: at + goals.longestAt(text, at, end) };
    const name = clauseBefore(text, floor, at);
    floor = span.end;
    if (name !== '') found.push({ name, span });
  }
  return found;
}

/** 稳定在70万吨: the figure tells more. */
const hasFigure = (goal: Span, { span }: Indicator, text: string): boolean =>
  span.start >= goal.end && !PUNCTUATION.test(text.slice(goal.end, span.start));

const PUNCTUATION = /[\p{P}\s]/u;

/** Promised figures by their sentences. */
function promisedSentences(indicators: readonly Indicator[]): Indicator[][] {
  const sentences = new Map<number, Indicator[]>();
  for (const each of indicators) {
    if (each.status !== 'target') continue;
    const others = sentences.get(each.sentence.start);
    if (others) others.push(each);
    else sentences.set(each.sentence.start, [each]);
  }
  return [...sentences.values()];
}

/** From the nearest sign of punctuation on. */
const clauseBefore = (text: string, start: number, end: number): string =>
  /[^\p{P}\s]*$/u.exec(text.slice(start, end))?.[0] ?? '';

const SENTENCE_ENDS = /[\p{Sentence_Terminal}\n]/u;

/** No wider than `limits`. */
function sentenceAround({ start, end }: Span, limits: Span, text: string): Span {
  const before = text.slice(limits.start, start).split(SENTENCE_ENDS).at(-1) ?? '';
  const after = text.slice(end, limits.end);
  const rest = after.search(SENTENCE_ENDS);
  return { start: start - before.length, end: rest < 0 ? limits.end : end + rest + 1 };
}

type GoalPlace = Pick<Goal, 'line' | 'column'>;

/** In the line of the figure beside it, counted from there; where a line ends between them, the figure's own place. */
function placeBeside({ start }: Span, { line, column, span }: Indicator, text: string): GoalPlace {
  const isBroken = breaksIn({ start: Math.min(start, span.start), end: Math.max(start, span.start) }, text) > 0;
  return { line, column: isBroken ? column : column + start - span.start };
}

/** Counted in lines from the figure before it, where lines of the text are those of the report. */
function placeBetween(span: Span, { before, after }: PlanGap, text: string): GoalPlace {
  const from = before.span.start;
  const lines = breaksIn({ start: from, end: span.start }, text);
  const areLines = after.line - before.line === breaksIn({ start: from, end: after.span.start }, text);
  if (lines === 0 || !areLines) return placeBeside(span, before, text);
  return { line: before.line + lines, column: span.start - text.lastIndexOf('\n', span.start - 1) };
}

const breaksIn = (span: Span, text: string): number => sliceOf(text, span).split('\n').length - 1;
