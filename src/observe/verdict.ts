/** What became of a target: how far its result is from what was promised. The rules are in docs/track.md. */
import { amountOf } from '../model/observation.ts';
import type { TargetVerdict } from '../model/vocabulary.ts';
import type { Definitions } from './axes.ts';
import type { Row } from './fold.ts';

/** What was promised: of a range the end that is nearer to nothing done, its lower one, for a ceiling the upper. */
const promised = (target: Row): number | null => amountOf(target) ?? target.min ?? target.max;

/** The result less the target, in the base unit; null where either has no number. */
export function gapOf(target: Row, result: Row): number | null {
  const [wanted, got] = [promised(target), amountOf(result)];
  return wanted === null || got === null ? null : Number((got - wanted).toPrecision(12));
}

/** 左右 allows three tenths of a point, or three parts in a hundred of an amount. */
const POINTS = 0.3;
const SHARE = 0.03;

export function verdictOf(target: Row, gap: number | null, definitions: Definitions): TargetVerdict {
  if (gap === null) return 'unclear';
  const lowerIsBetter = definitions.get(target.concept)?.lowerIsBetter ?? false;
  const isCeiling = target.bound === 'lte' || (target.bound !== 'gte' && lowerIsBetter);
  const short = isCeiling ? gap : -gap;
  if (short <= 1e-9) return 'met';
  const isNear = short <= toleranceOf(target) + 1e-9;
  if (target.bound === 'approx') return isNear ? 'met' : 'unclear';
  return isNear ? 'near' : 'missed';
}

const toleranceOf = (target: Row): number =>
  target.dimension === 'percent' ? POINTS : Math.abs(promised(target) ?? 0) * SHARE;
