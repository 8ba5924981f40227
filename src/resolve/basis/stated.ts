/** What the text says that a change is counted from: 同比, 比2020年, 高于全国, 超目标. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { type Origin, origin } from '../../model/origin.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import { formatTime, type Time } from '../../model/time.ts';
import type { Basis } from '../../model/vocabulary.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import { type Clock, firstYear, isOfWholeYears, lastYear, timeOf, yearOf } from '../time/clock.ts';
import type { Mention } from '../time/mentions.ts';

export type BasisDecision = {
  basis: Basis | null;
  base: string | null;
  origin: Origin;
  /** An average of years, or what is said of one: 年均增长高于全国. */
  isAverage: boolean;
  /** What the changes behind it in its list are counted from, where each has its own: 同比、环比分别增长8%、3%. */
  next: readonly BasisDecision[];
};

export const decided = (basis: Basis | null, base: string | null, from: Origin): BasisDecision => ({
  basis,
  base,
  origin: from,
  isAverage: basis === 'average',
  next: [],
});

export type BasisContext = {
  text: string;
  /** The sentence. */
  span: Span;
  pack: RulePack;
  clock: Clock;
  /** The times that the sentence names. */
  mentions: readonly Mention[];
};

/** What a change says of its basis between the start of its clause and the figure: the last that is said; null where nothing is. */
export function statedBasis(context: BasisContext, clause: Span, time: Time | null): BasisDecision | null {
  const cues = cuesIn(context, clause, time);
  const [first, ...next] = listGivenOut(context, cues);
  if (first && next.length > 0) return { ...first, next };
  let found: BasisDecision | null = null;
  // 比2020年|累计增长: what is summed up is counted from there.
  for (const { said } of cues)
    if (!(said.basis === 'since' && said.base === null && found?.basis === 'since')) found = said;
  return found && { ...found, isAverage: cues.some(({ said }) => said.basis === 'average') };
}

type SaidBasis = Span & { said: BasisDecision };

function cuesIn(context: BasisContext, clause: Span, time: Time | null): SaidBasis[] {
  const { text, pack } = context;
  const { cues } = pack.basis;
  const found: SaidBasis[] = [];
  for (let start = cues.firstIn(text, clause.start, clause.end); start >= 0; ) {
    const end = start + cues.longestAt(text, start, clause.end);
    const said = cueAt(context, { start, end }, clause.end, time);
    if (said) found.push({ start, end, said });
    start = cues.firstIn(text, end, clause.end);
  }
  return found;
}

/** 环比、同比|分别增长8%、3%: each of the changes has its own. */
function listGivenOut(context: BasisContext, cues: readonly SaidBasis[]): BasisDecision[] {
  const { text, pack } = context;
  const last = cues.at(-1);
  if (!last || pack.time.respectively.longestAt(text, last.end) === 0) return [];
  const first = cues.findLastIndex(({ start }, i) => !isJoint(context, cues[i - 1]?.end ?? start, start));
  return cues.slice(first).map(({ said }) => said);
}

/** 同比|、|环比, 同比|和|环比. */
const isJoint = ({ text, pack: { time, punctuation } }: BasisContext, start: number, end: number): boolean =>
  time.listJoints.is(text, start, end) || (end - start === 1 && punctuation.enumerators.at(text, start));

function cueAt(context: BasisContext, cue: Span, end: number, time: Time | null): BasisDecision | null {
  const { text } = context;
  const table = context.pack.basis;
  const is = (lexicon: Lexicon) => lexicon.is(text, cue.start, cue.end);
  const from = origin('COMPARED', { cue: sliceOf(text, cue) });
  const stated = (basis: Basis, base: string | null = null) => decided(basis, base, from);
  if (is(table.notCompares)) return null;
  if (is(table.target)) return stated('target');
  if (is(table.average)) return stated('average');
  if (is(table.period)) return stated('period');
  // 1—8月累计增长5%: the months of a year together.
  if (is(table.since)) return time && isOfOneYear(time) ? stated('yoy', yearBefore(time)) : stated('since');
  if (is(table.yoy)) return stated('yoy', yearBefore(time));
  return compared(context, cue, end, time, stated);
}

export type Stated = (basis: Basis, base?: string | null) => BasisDecision;

/** 比|2020年, 高于|全国平均水平, 超|年度目标. */
export function compared(
  context: BasisContext,
  cue: Span,
  end: number,
  time: Time | null,
  stated: Stated,
): BasisDecision | null {
  const { text, pack, mentions } = context;
  const table = pack.basis;
  const holds = table.holdsAgainst.is(text, cue.start, cue.end);
  const joins = table.listed.is(text, cue.start, cue.end) && !table.gaps.isIn(text, cue.end, end);
  const next = mentions[firstAtLeast(mentions, cue.end, ({ time: { start } }) => start)];
  const isNear = next && next.time.end <= end && (!holds || next.time.start === cue.end);
  const mention = isNear ? next : undefined;
  // 机场旅客|和|国际货邮吞吐量, not 与|全国平均水平相比.
  if (joins) return mention?.isCompared ? comparedWithTime(context, mention, time, stated) : null;
  const told = (lexicon: Lexicon, basis: Basis): BasisDecision | null => {
    const last = lastIn(lexicon, text, cue.end, end);
    return last < 0 ? null : stated(basis, text.slice(cue.end, last));
  };
  const target = told(table.targets, 'target');
  if (target) return target;
  const period = holds ? null : told(table.periods, 'period');
  if (period && !mention?.time.isSamePeriod) return period;
  if (mention) return comparedWithTime(context, mention, time, stated);
  if (!holds && table.earlier.isIn(text, cue.end, end)) return stated('since', comparedWords(context, cue.end, end));
  const place = told(pack.resolving.scopes, 'place') ?? told(table.places, 'place');
  if (place) return place;
  return comparedWithThing(context, { start: cue.end, end }, holds, stated);
}

/** 比|高峰期|减少70%: an earlier time; 比|散户|高5元: another thing; 城乡收入比|缩小: nothing. */
function comparedWithThing(
  context: BasisContext,
  { start, end }: Span,
  holds: boolean,
  stated: Stated,
): BasisDecision | null {
  const base = comparedWords(context, start, end);
  if (base === '') return null;
  const { text, pack } = context;
  return stated(
    holds || pack.basis.differs.longestAt(text, verbAt(context, start, end), end) > 0 ? 'place' : 'since',
    base,
  );
}

/** What stands before the verb that says how much more or less: 高峰期|分别|减少. */
function comparedWords(context: BasisContext, start: number, end: number): string {
  const { text, pack } = context;
  const verb = verbAt(context, start, end);
  const adverb = verb - pack.basis.moveAdverbs.longestBefore(text, verb, start);
  return text.slice(start, adverb - pack.time.comparedAfter.longestBefore(text, adverb, start));
}

function verbAt({ text, pack }: BasisContext, start: number, end: number): number {
  const { rise, fall } = pack.resolving;
  const verb = Math.max(startOfLast(rise, text, start, end), startOfLast(fall, text, start, end));
  return verb < 0 ? end : verb;
}

/** 比2020年, 比上半年: the year before the figure's is no other basis than 同比. */
export function comparedWithTime(
  { text, pack, clock }: BasisContext,
  { time: expression }: Mention,
  time: Time | null,
  stated: Stated,
): BasisDecision {
  const { from, isPoint, isSamePeriod } = expression;
  const words = sliceOf(text, expression);
  // 比年初, 比改革前: a time without a year is told as it is written.
  if (isPoint && (from.epoch === 'spoken' || pack.time.befores.is(text, expression.start, expression.end)))
    return stated('since', words);
  const spoken = time && lastYear(time);
  const base = timeOf(expression, clock, spoken);
  const year = yearOf(expression.to, clock, spoken);
  if (!base || year === null) return stated('since', words);
  const isPart = from.month > 0 && !isSamePeriod;
  if (time && isPart && year === lastYear(time)) return stated('period', formatTime(base));
  if (time && from.epoch !== 'reported' && firstYear(base) === year) {
    if (year === lastYear(time) - 1) return stated('yoy', String(year));
    // 比去年 in a report of that year means the year before.
    if (from.epoch === 'given' && year >= lastYear(time)) return stated('yoy', yearBefore(time));
  }
  return stated('since', base.from === base.to ? base.from : words);
}

/** Where the last word of a stretch of text ends; -1 for none. */
function lastIn(lexicon: Lexicon, text: string, start: number, end: number): number {
  let last = -1;
  for (let at = lexicon.firstIn(text, start, end); at >= 0; at = lexicon.firstIn(text, at + 1, end))
    last = at + lexicon.longestAt(text, at, end);
  return last;
}

/** Where the last word of a stretch of text begins; -1 for none. */
function startOfLast(lexicon: Lexicon, text: string, start: number, end: number): number {
  let last = -1;
  for (let at = lexicon.firstIn(text, start, end); at >= 0; ) {
    last = at;
    at = lexicon.firstIn(text, at + lexicon.longestAt(text, at, end), end);
  }
  return last;
}

/** The year before the one that a change of a year is of. */
export const yearBefore = (time: Time | null): string | null =>
  time && String((isOfWholeYears(time) ? lastYear(time) : firstYear(time)) - 1);

/** 2025-01/2025-08. */
const isOfOneYear = (time: Time): boolean => !isOfWholeYears(time) && firstYear(time) === lastYear(time);
