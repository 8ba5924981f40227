/** What a sentence says of the time of its figures: the last time before a figure that is neither compared with nor another figure's own. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { TimeExpression } from '../../knowledge/time/reader.ts';
import { origin } from '../../model/origin.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import type { Role, Status } from '../../model/vocabulary.ts';
import { firstAtLeast } from '../../text/sorted.ts';
import { type Clock, monthOf, yearAt, yearOf } from './clock.ts';
import { type Governing, isAttached, isBaseOfRatio, isGivenAway, type Mention } from './mentions.ts';

/** A sentence, the times that it names, and what holds where it names none. */
export type TimedSentence = {
  text: string;
  span: Span;
  pack: RulePack;
  clock: Clock;
  mentions: readonly Mention[];
  /** The years of a list that are given out to figures, by where these start. */
  givenOut: ReadonlyMap<number, Mention>;
  /** Whether one of its figures starts at a place. */
  isFigure: (place: number) => boolean;
  /** What paragraph, heading or part of the report say. */
  outer: (status: Status) => Governing | null;
};

const IN_SENTENCE = origin('IN_SENTENCE');

/** The time in the sentence that a figure at a place goes by. */
export function governingAt(sentence: TimedSentence, at: number, role: Role | null): Governing | null {
  const { text, mentions, givenOut } = sentence;
  const own = givenOut.get(at) ?? timesBefore(mentions, at).find((mention) => holds(sentence, mention, at, role));
  return own ? { time: own.time, words: sliceOf(text, own.time), origin: IN_SENTENCE, mention: own } : null;
}

function holds(
  { text, span, pack, isFigure }: TimedSentence,
  mention: Mention,
  at: number,
  role: Role | null,
): boolean {
  const { limit, isCompared, attached } = mention;
  if (limit < at || isCompared) return false;
  if (attached < 0) return true;
  if (!isAttached(mention, at)) return !isGivenAway(mention, isFigure);
  return role !== null || !isBaseOfRatio(pack.time, text, mention, span);
}

/** The year that 全年 and 上半年 are of where they stand. */
export function spokenYearOf(
  { mentions, clock, isFigure, outer }: TimedSentence,
  { start: at, to }: TimeExpression,
  status: Status,
): number | null {
  for (const mention of timesBefore(mentions, at)) {
    const { time, isCompared, limit } = mention;
    if (isCompared || limit < at || time.from.epoch === 'spoken' || isGivenAway(mention, isFigure)) continue;
    const year = yearOf(time.to, clock, null);
    if (year !== null) return year;
  }
  const above = outer(status);
  const inherited = above && above.time.from.epoch !== 'spoken' ? yearOf(above.time.to, clock, null) : null;
  return inherited ?? heldIn(clock, to.month, status) ?? yearOfReport(clock, status);
}

/** A speech that is held in March tells of 1月份 and 1—2月 of its own year. */
const heldIn = ({ held }: Clock, month: number, status: Status): number | null =>
  held !== null && status === 'achieved' && month > 0 && month <= monthOf(held) ? yearAt(held) : null;

export const yearOfReport = ({ planned, reported }: Clock, status: Status): number | null =>
  status === 'target' ? planned : reported;

/** A sentence with more times than that before a figure is a table without its lines. */
const MOST_LOOKED = 32;

/** The nearest first. */
function timesBefore(mentions: readonly Mention[], at: number): Mention[] {
  const next = firstAtLeast(mentions, at + 1, ({ time: { end } }) => end);
  return mentions.slice(Math.max(0, next - MOST_LOOKED), next).reverse();
}
