/** Which indicators to show where there is room for a few. */
import type { Indicator } from '../model/record.ts';
import type { Dimension, IndicatorKind } from '../model/vocabulary.ts';

/** Places, changes and shares say how things went; a sum of money says more than a count of meetings. */
const KIND_WEIGHTS: Record<IndicatorKind, number> = { rank: 3, change: 2, share: 2, level: 0 };

const DIMENSION_WEIGHTS: Partial<Record<Dimension, number>> = {
  money: 3,
  area: 2,
  mass: 2,
  energy: 2,
  power: 2,
  length: 2,
  volume: 2,
  percent: 1,
  time: -3,
};

/** A name as short as a row header in a yearbook is more often one. */
const SHORT_NAME = 12;

/**
 * The most telling indicators, in text order: named, not masked, one a name, those with the highest weight, of equals the earlier.
 */
export function tellingIndicators(indicators: readonly Indicator[], most: number): Indicator[] {
  const best = indicators
    .filter(({ name, masked }) => name !== null && !masked)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.span.start - b.span.start);
  const byName = new Map<string, Indicator>();
  for (const indicator of best) if (!byName.has(indicator.name!)) byName.set(indicator.name!, indicator);
  return [...byName.values()].slice(0, most).sort((a, b) => a.span.start - b.span.start);
}

function weightOf({ kind, unit, value, name }: Indicator): number {
  const large = /[万亿]/.test(value.raw) ? 1 : 0;
  const short = name!.length <= SHORT_NAME ? 1 : 0;
  return KIND_WEIGHTS[kind] + (DIMENSION_WEIGHTS[unit.dimension] ?? 0) + large + short;
}
