/** Of the concepts that come first, what a report says of each. */
import type { ConceptDefinition } from '../knowledge/concepts/table.ts';
import type { GaigeRecord, Indicator } from '../model/record.ts';

/** At most one amount and one change, in this order: both achieved, or both not. */
type HeadlineFigures = { headline: ConceptDefinition; figures: readonly Indicator[] };

/** In the order of the concepts; those that the report says nothing of are left out. */
export function headlineFigures(
  { indicators, report }: GaigeRecord,
  headlines: readonly ConceptDefinition[],
): HeadlineFigures[] {
  return headlines.flatMap((headline) => {
    const own = indicators.filter((indicator) => tellsOf(headline, indicator));
    const achieved = own.filter(({ status }) => status === 'achieved');
    const figures = figuresOf(achieved.length > 0 ? achieved : own, report.year);
    return figures.length > 0 ? [{ headline, figures }] : [];
  });
}

/** Neither how much of a plan was reached nor what came about over several years. */
const tellsOf = (
  { id, dimensions }: ConceptDefinition,
  { concept, masked, role, kind, unit, basis, time }: Indicator,
): boolean =>
  concept === id &&
  !masked &&
  role !== 'from' &&
  time?.from.slice(0, 4) === time?.to.slice(0, 4) &&
  (kind === 'level' ? dimensions.includes(unit.dimension) : kind === 'change' && (basis === null || basis === 'yoy'));

const KINDS = ['level', 'change'] as const;

const figuresOf = (indicators: readonly Indicator[], year: number | null): Indicator[] =>
  KINDS.flatMap(
    (kind) =>
      nearest(
        indicators.filter((each) => each.kind === kind),
        year,
      ) ?? [],
  );

/** That of the whole year reported on, else what comes nearest; of equals the first. */
function nearest(indicators: readonly Indicator[], year: number | null): Indicator | null {
  const weighed = indicators.map((indicator) => ({ indicator, weight: weightOf(indicator, year) }));
  const [first = null, ...others] = weighed;
  return others.reduce((best, each) => (best && each.weight <= best.weight ? best : each), first)?.indicator ?? null;
}

function weightOf({ time, kind, unit, value }: Indicator, year: number | null): number {
  const isOfYear = year !== null && time?.from === String(year) && time.to === String(year);
  const isRate = kind === 'change' && unit.dimension === 'percent';
  return (isOfYear ? 4 : 0) + (isRate ? 2 : 0) + (value.bound === 'eq' ? 1 : 0);
}
