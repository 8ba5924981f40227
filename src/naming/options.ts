import type { Figure } from '../judge/figure.ts';
import { ruledValue } from '../judge/verdict.ts';
import type { LeftPhraseOptions } from './phrase.ts';

/** What the kind and the unit of a figure let the words left of it be. */
export function optionsOf({ quantity: { unit, form }, verdict }: Figure): LeftPhraseOptions {
  const isPart = unit?.dimension === 'percent' || form === 'fraction';
  const isChange = ruledValue(verdict, 'kind') === 'change';
  const isMultiple = unit?.dimension === 'ratio';
  const isPoint = unit?.dimension === 'percentage-point' || isChange;
  const isRank = form === 'rank' || unit?.dimension === 'rank';
  return { isShare: isPart && !isChange, isCount: unit?.dimension === 'count', isChange, isMultiple, isPoint, isRank };
}
