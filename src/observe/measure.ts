/** Whether a figure is measured as its indicator is: the rate at which it was completed is no observation of it. */
import type { Observation } from '../model/observation.ts';
import type { Dimension } from '../model/vocabulary.ts';

export type Definitions = ReadonlyMap<string, { dimensions: readonly Dimension[] }>;

export function isOfIndicator({ concept, kind, dimension }: Observation, definitions: Definitions): boolean {
  const dimensions = definitions.get(concept)?.dimensions;
  return kind !== 'level' || dimensions === undefined || dimensions.includes(dimension);
}
