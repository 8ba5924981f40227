/** What a change is counted from: the year before, an average year, an earlier time, the period before, a place, a target. */
import type { NamedFigure } from '../../judge/figure.ts';
import { origin } from '../../model/origin.ts';
import type { Dimension } from '../../model/vocabulary.ts';
import type { Kind } from '../kind.ts';
import { lastYear } from '../time/clock.ts';
import type { Dating } from '../time/index.ts';
import { leadsOf } from './leads.ts';
import { type BasisContext, type BasisDecision, decided, statedBasis, yearBefore } from './stated.ts';

export type { BasisDecision } from './stated.ts';

/** A figure of a sentence with what was decided of it. */
type BasedFigure = { figure: NamedFigure; kind: Kind; dating: Dating; decision: BasisDecision };

/** When a move began, and whether that is told by a span of years. */
type MoveStart = Pick<Dating, 'time' | 'isLong'>;

const NO_BASIS = decided(null, null, origin('DEFAULT'));

/** Answers for the figures of a sentence, in text order; `since`: the year that a change of its sentence is counted from. */
export function basesOf(
  context: BasisContext,
): (figure: NamedFigure, kind: Kind, dating: Dating) => BasisDecision & { since: string | null } {
  const basisOfLead = leadsOf(context);
  let before: BasedFigure | null = null;
  let start: MoveStart | null = null;
  let since: string | null = null;
  const decide = (figure: NamedFigure, kind: Kind, dating: Dating): BasisDecision =>
    statedBasis(context, clauseOf(context, figure, before), dating.time) ??
    goingOn(context, figure, kind, dating, before) ??
    sinceMove(figure, before, start) ??
    basisOfLead(figure.left.start, dating.time) ??
    impliedBasis(dating);
  return (figure, kind, dating) => {
    const decision = kind.kind === 'change' ? ofAverage(decide(figure, kind, dating), figure, before) : NO_BASIS;
    if (decision.basis === 'since' && YEAR.test(decision.base ?? '')) since = decision.base;
    if (figure.role !== 'to') start = figure.role === 'from' && dating.mention ? dating : null;
    // 增长29%、居全省第1位，增加4.7万人: a place in an order stands between and changes nothing.
    if (kind.kind !== 'rank') before = { figure, kind, dating, decision };
    const { basis, base, origin: from, isAverage, next } = decision;
    return { basis, base, origin: from, isAverage, next, since };
  };
}

const YEAR = /^\d{4}$/;

/** 年均增长6%、高于全国1.2个百分点. */
function ofAverage(decision: BasisDecision, { name }: NamedFigure, before: BasedFigure | null): BasisDecision {
  const isHeldAgainst = decision.basis === 'place' || decision.basis === 'target';
  const isSame = before?.decision.isAverage && before.figure.name?.text === name?.text;
  return isHeldAgainst && isSame ? { ...decision, isAverage: true } : decision;
}

/** How far before a figure that may stand which it is counted from. */
const CLAUSE_REACH = 200;

/** Where a change may say so: in its clause; with the figure before it, where that is what it is held against: 比30%的控制线高出2.9个百分点. */
function clauseOf(
  { text, pack: { basis, punctuation } }: BasisContext,
  { left }: NamedFigure,
  before: BasedFigure | null,
) {
  const goesOn =
    before !== null &&
    before.kind.kind !== 'change' &&
    left.start - before.figure.quantity.span.end <= FIGURE_TAIL &&
    !punctuation.separators.isIn(text, before.figure.quantity.span.end, left.start + 1) &&
    basis.listed.longestAt(text, left.start) === 0;
  const start = goesOn ? before.figure.left.start : left.start;
  return { start: Math.max(start, left.end - CLAUSE_REACH), end: left.end };
}

/** 600亿元|多|出54%. */
const FIGURE_TAIL = 2;

/** Between the members of a list stands no more: 4.3%|、|5.5%. */
const LIST_REACH = 1;

/**
 * As the change before it: 分别增长4.3%、5.5%; of the same thing in another unit: 比2020年增加210家，增长34%; of other things, since the same time:
 * 比2020年增长32%，税收增长40%.
 */
function goingOn(
  { text, pack }: BasisContext,
  { left, name, quantity }: NamedFigure,
  { kindOrigin }: Kind,
  dating: Dating,
  before: BasedFigure | null,
): BasisDecision | null {
  if (before?.kind.kind !== 'change') return null;
  const { figure, decision } = before;
  if (kindOrigin.by === 'CONTINUES' || left.end - left.start <= LIST_REACH) {
    const [own, ...next] = decision.next;
    return own ? { ...own, next } : ofItsYear(decision, dating, before);
  }
  if (!isTold(decision) || pack.punctuation.statementEnds.isIn(text, figure.quantity.span.end, left.start)) return null;
  if (before.dating.mention !== dating.mention) return null;
  const unit = quantity.unit?.dimension;
  const unitBefore = figure.quantity.unit?.dimension;
  const isSameThing = name !== null && name.text === figure.name?.text && unit !== unitBefore;
  const isAlike = decision.basis === 'since' && isRate(unit) && isRate(unitBefore);
  return isSameThing || isAlike ? decision : null;
}

/** 2024年、2025年分别增长8%、9%: each on the year before its own. */
const ofItsYear = (decision: BasisDecision, { mention, time }: Dating, before: BasedFigure): BasisDecision =>
  decision.basis === 'yoy' && mention !== before.dating.mention ? { ...decision, base: yearBefore(time) } : decision;

/** An earlier time that the text names. */
const isTold = ({ basis, base }: BasisDecision): boolean => (basis === 'since' && base !== null) || basis === 'period';

const isRate = (dimension: Dimension | undefined): boolean =>
  dimension === 'percent' || dimension === 'percentage-point' || dimension === 'ratio';

/** 由2020年的12%提高到15%，提高3个百分点: since the move began. */
function sinceMove({ name }: NamedFigure, before: BasedFigure | null, start: MoveStart | null): BasisDecision | null {
  if (before?.figure.role !== 'to' || before.figure.name?.text !== name?.text || !start?.time) return null;
  const to = before.dating.time;
  const base = start.time.to;
  // 2024年3月以来，由3天压缩至1天: not of a year, though it ends in the next.
  const isOfYear = !start.isLong && to !== null && lastYear(to) - lastYear(start.time) === 1;
  const basis = isOfYear ? 'yoy' : 'since';
  return decided(basis, base, origin('MOVE_SPAN', { from: base }));
}

/** A figure of several years moved since they began, one of a year since the year before. */
const impliedBasis = ({ time, isLong }: Dating): BasisDecision =>
  isLong ? decided('since', null, origin('SEVERAL_YEARS')) : decided('yoy', yearBefore(time), origin('YEAR_BEFORE'));
