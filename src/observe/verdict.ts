/** What became of a target: how far its result is from what was promised. The rules are in docs/track.md. */
import { amountOf } from '../model/observation.ts';
import type { TargetVerdict } from '../model/vocabulary.ts';
import type { Definitions } from './axes.ts';
import type { Row } from './fold.ts';

/** The result less what was promised. */
export type Shortfall = { number: number; promised: number; unit: string };

type AmountStated = Pick<Row, 'number' | 'min' | 'max' | 'unit' | 'canonicalNumber' | 'canonicalUnit'>;

/** In the unit of both, else in the base unit; null where either has no number of it. */
export function gapOf(target: AmountStated, result: AmountStated): Shortfall | null {
  const isAlike = target.unit === result.unit;
  const unit = isAlike ? target.unit : (target.canonicalUnit ?? target.unit);
  const got = isAlike ? result.number : amountOf(result);
  // Ends of a range are in its own unit alone.
  const wanted = isAlike || unit === target.unit ? promisedIn(target) : amountOf(target);
  if (wanted === null || got === null) return null;
  return { number: Number((got - wanted).toPrecision(12)), promised: wanted, unit };
}

/** Of a range the end that is nearer to nothing done, its lower one, for a ceiling the upper. */
const promisedIn = ({ number, min, max }: AmountStated): number | null => number ?? min ?? max;

/** 左右 allows three tenths of a point, or three parts in a hundred of an amount. */
const POINTS = 0.3;
const SHARE = 0.03;

/** What arithmetic of decimals leaves behind, as a part of the amount. */
const EXACT = 1e-9;

export function verdictOf(target: Row, gap: Shortfall | null, definitions: Definitions): TargetVerdict {
  if (gap === null) return 'unclear';
  const lowerIsBetter = definitions.get(target.concept)?.lowerIsBetter ?? false;
  const isCeiling = target.bound === 'lte' || (target.bound !== 'gte' && lowerIsBetter);
  const short = isCeiling ? gap.number : -gap.number;
  const rest = EXACT * Math.abs(gap.promised);
  if (short <= rest) return 'met';
  const isNear = short <= toleranceOf(target, gap) + rest;
  if (target.bound === 'approx') return isNear ? 'met' : 'unclear';
  return isNear ? 'near' : 'missed';
}

const toleranceOf = ({ dimension }: Row, { promised }: Shortfall): number =>
  dimension === 'percent' ? POINTS : Math.abs(promised) * SHARE;
