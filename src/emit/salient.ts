/** Which indicators to show where there is room for a few. */
import type { Indicator } from '../model/record.ts';
import type { Dimension, IndicatorKind } from '../model/vocabulary.ts';

/** Places, changes and shares say how things went. */
const KIND_WEIGHTS: Record<IndicatorKind, number> = { rank: 3, change: 2, share: 2, level: 0 };

/** A sum of money says more than a count of meetings. */
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

/** A name of two to twelve characters can be the row header of a yearbook; a longer one is a clause. */
const HEADER_NAME = /^.{2,12}$/;

/**
 * The most telling indicators, in text order: named, not masked, no name twice, of a pair such as 由12%提高到15% the later. One after the other is taken by weight, which falls
 * with every one of the same dimension or section that was taken before; of equals the earlier.
 */
export function salientIndicators(indicators: readonly Indicator[], most: number): Indicator[] {
  const taken: Indicator[] = [];
  let rest = latest(indicators.filter(({ name, masked }) => name !== null && !masked));
  while (taken.length < most && rest.length > 0) {
    const best = heaviest(rest, taken);
    taken.push(best);
    rest = rest.filter(({ name }) => name !== best.name);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

/** Of those that measure the same in one sentence the last: it says how things stand now. */
function latest(indicators: readonly Indicator[]): Indicator[] {
  const last = new Map<string, Indicator>();
  for (const indicator of indicators) last.set(measureOf(indicator), indicator);
  return indicators.filter((indicator) => last.get(measureOf(indicator)) === indicator);
}

const measureOf = ({ sentence, name, kind, unit }: Indicator): string =>
  JSON.stringify([sentence.start, name, kind, unit.symbol]);

function heaviest(candidates: readonly Indicator[], taken: readonly Indicator[]): Indicator {
  const weighed = candidates.map((indicator) => ({
    indicator,
    weight: weightOf(indicator) - likeness(indicator, taken),
  }));
  return weighed.reduce((best, each) => (each.weight > best.weight ? each : best)).indicator;
}

function weightOf({ kind, unit, value, name }: Indicator): number {
  const large = /[万亿]/.test(value.raw) ? 1 : 0;
  const header = HEADER_NAME.test(name ?? '') ? 1 : 0;
  return KIND_WEIGHTS[kind] + (DIMENSION_WEIGHTS[unit.dimension] ?? 0) + large + header;
}

const likeness = ({ unit, section }: Indicator, taken: readonly Indicator[]): number =>
  taken.filter((other) => other.unit.dimension === unit.dimension).length +
  taken.filter((other) => other.section === section).length;
