/** What a change is counted from: the year before, an average year, an earlier time, the period before, a place, a target. */
import type { NamedFigure } from '../judge/figure.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { type Origin, origin } from '../model/origin.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { formatTime, type Time } from '../model/time.ts';
import type { Basis } from '../model/vocabulary.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { once } from '../text/once.ts';
import { firstAtLeast } from '../text/sorted.ts';
import type { Kind } from './kind.ts';
import { type Clock, firstYear, lastYear, timeOf, yearOf } from './time/clock.ts';
import type { Mention } from './time/mentions.ts';

export type BasisDecision = { basis: Basis | null; base: string | null; origin: Origin };

const NO_BASIS: BasisDecision = { basis: null, base: null, origin: origin('DEFAULT') };

export type BasisContext = {
  text: string;
  pack: RulePack;
  clock: Clock;
  /** The times that the sentence names. */
  mentions: readonly Mention[];
};

/** Answers for the figures of a sentence, in text order; `time` is the figure's own. */
export function basesOf(context: BasisContext): (figure: NamedFigure, kind: Kind, time: Time | null) => BasisDecision {
  const { text } = context;
  const { attributive } = context.pack.time;
  let last: BasisDecision | null = null;
  let before = 0;
  const lead = once(() => leadOf(context));
  const generalBasis = (at: number, time: Time | null): BasisDecision => {
    const leading = lead();
    return leading && leading.time.end <= at ? leadingBasis(context, leading, time) : impliedBasis(time);
  };
  return ({ left }, { kind, kindOrigin }, time) => {
    const goesOn = kindOrigin.by === 'CONTINUES' || left.end - left.start <= LIST_REACH;
    // 比30%的控制线高出2.9个百分点: what is compared with holds the figure before.
    const clause = {
      start: Math.max(
        attributive.longestAt(text, left.start, left.end) > 0 ? before : left.start,
        left.end - CLAUSE_REACH,
      ),
      end: left.end,
    };
    before = left.start;
    if (kind !== 'change') last = null;
    else last = statedBasis(context, clause, time) ?? (goesOn ? last : null) ?? generalBasis(left.start, time);
    return last ?? NO_BASIS;
  };
}

/** How far before a figure that may stand which it is counted from. */
const CLAUSE_REACH = 200;

/** Between the members of a list stands no more: 4.3%|、|5.5%. */
const LIST_REACH = 1;

/** What a change says of its basis between the start of its clause and the figure; null where it says nothing. */
function statedBasis(context: BasisContext, clause: Span, time: Time | null): BasisDecision | null {
  const { text } = context;
  const { cues } = context.pack.basis;
  let found: BasisDecision | null = null;
  for (let at = cues.firstIn(text, clause.start, clause.end); at >= 0; ) {
    const end = at + cues.longestAt(text, at, clause.end);
    found = cueAt(context, { start: at, end }, clause.end, time) ?? found;
    at = cues.firstIn(text, end, clause.end);
  }
  return found;
}

/** 与2020年相比，…: before a comma, of all changes behind it. */
function leadOf({ text, pack, mentions }: BasisContext): Mention | null {
  const { commas } = pack.punctuation;
  const leads = ({ time: { end }, isCompared }: Mention) => {
    const after = pack.time.comparedAfter.longestAt(text, end);
    return isCompared && after > 0 && commas.at(text, end + after);
  };
  return mentions.find(leads) ?? null;
}

function leadingBasis(context: BasisContext, lead: Mention, time: Time | null): BasisDecision {
  const from = origin('COMPARED', { cue: sliceOf(context.text, lead.time) });
  return comparedWithTime(context, lead, time, (basis, base = null) => ({ basis, base, origin: from }));
}

/** A figure of several years moved since they began, one of a year since the year before. */
function impliedBasis(time: Time | null): BasisDecision {
  if (time && firstYear(time) < lastYear(time)) return { basis: 'since', base: null, origin: origin('DEFAULT') };
  return { basis: 'yoy', base: yearBefore(time), origin: origin('DEFAULT') };
}

function cueAt(context: BasisContext, cue: Span, end: number, time: Time | null): BasisDecision | null {
  const { text } = context;
  const table = context.pack.basis;
  const is = (lexicon: Lexicon) => lexicon.is(text, cue.start, cue.end);
  const from = origin('COMPARED', { cue: sliceOf(text, cue) });
  const stated = (basis: Basis, base: string | null = null): BasisDecision => ({ basis, base, origin: from });
  if (is(table.notCompares)) return null;
  if (is(table.target)) return stated('target');
  if (is(table.average)) return stated('average');
  if (is(table.period)) return stated('period');
  if (is(table.since)) return stated('since');
  if (is(table.yoy)) return stated('yoy', yearBefore(time));
  return compared(context, cue, end, time, stated);
}

type Stated = (basis: Basis, base?: string | null) => BasisDecision;

/** 比|2020年, 高于|全国平均水平, 超|年度目标. */
function compared(
  context: BasisContext,
  cue: Span,
  end: number,
  time: Time | null,
  stated: Stated,
): BasisDecision | null {
  const { text, pack, mentions } = context;
  const table = pack.basis;
  const holds = table.holdsAgainst.is(text, cue.start, cue.end);
  const next = mentions[firstAtLeast(mentions, cue.end, ({ time: { start } }) => start)];
  const isNear = next && next.time.end <= end && (!holds || next.time.start === cue.end);
  const mention = isNear ? next : undefined;
  const told = (lexicon: Lexicon, basis: Basis): BasisDecision | null => {
    const last = lastIn(lexicon, text, cue.end, end);
    return last < 0 ? null : stated(basis, text.slice(cue.end, last));
  };
  const target = told(table.targets, 'target');
  if (target) return target;
  const period = holds ? null : told(table.periods, 'period');
  if (period && !mention?.time.isSamePeriod) return period;
  if (mention) return comparedWithTime(context, mention, time, stated);
  const earlier = holds ? null : told(table.earlier, 'since');
  const place = earlier ?? told(pack.resolving.scopes, 'place') ?? told(table.places, 'place');
  if (place || end === cue.end || table.listed.is(text, cue.start, cue.end)) return place;
  return stated(holds ? 'place' : 'since', text.slice(cue.end, end));
}

/** 比2020年, 比上半年: the year before the figure's is no other basis than 同比. */
function comparedWithTime(
  { text, clock }: BasisContext,
  { time: expression }: Mention,
  time: Time | null,
  stated: Stated,
): BasisDecision {
  const { from, isPoint, isSamePeriod } = expression;
  // 比年初: a time without a year is told as it is written.
  if (isPoint && from.epoch === 'spoken') return stated('since', sliceOf(text, expression));
  const spoken = time && lastYear(time);
  const base = timeOf(expression, clock, spoken);
  const year = yearOf(expression.to, clock, spoken);
  if (!base || year === null) return stated('since', sliceOf(text, expression));
  const isPart = from.month > 0 && !isSamePeriod;
  if (time && isPart && year === lastYear(time)) return stated('period', formatTime(base));
  if (time && from.epoch !== 'reported' && year === lastYear(time) - 1 && firstYear(base) === year)
    return stated('yoy', String(year));
  return stated('since', base.from === base.to ? base.from : sliceOf(text, expression));
}

/** Where the last word of a stretch of text ends; -1 for none. */
function lastIn(lexicon: Lexicon, text: string, start: number, end: number): number {
  let last = -1;
  for (let at = lexicon.firstIn(text, start, end); at >= 0; at = lexicon.firstIn(text, at + 1, end))
    last = at + lexicon.longestAt(text, at, end);
  return last;
}

const yearBefore = (time: Time | null): string | null => (time ? String(firstYear(time) - 1) : null);
