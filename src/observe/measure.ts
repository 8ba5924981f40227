/** What of the figures of standard indicators are observations of them, and with which sign. */
import type { Observation } from '../model/observation.ts';
import type { Definitions } from './axes.ts';

type MeasureDefinition = Definitions extends ReadonlyMap<string, infer Definition> ? Definition : never;

/** In their order; what is masked, the rate at which an indicator was completed, its share of the nation's, and what cannot be given out are none. */
export function measured(observations: readonly Observation[], definitions: Definitions): Observation[] {
  const isJoint = jointly(observations);
  return observations
    .filter((each) => isOfIndicator(each, definitions.get(each.concept)) && !isJoint.has(each))
    .map((each) => signed(each, definitions.get(each.concept)));
}

function isOfIndicator(observation: Observation, definition: MeasureDefinition | undefined): boolean {
  const { kind, dimension, number, min, max, isGoal } = observation;
  if (isGoal) return true;
  if (number === null && min === null && max === null) return false;
  const isAmount = kind === 'level' || kind === 'share';
  return !isAmount || definition === undefined || definition.dimensions.includes(dimension);
}

/** Between the values of a list stands no more: 5%、6%. */
const LIST_REACH = 2;

/** 城乡居民收入分别增长5%、6%: two values under one name, of which none is that of the whole. */
function jointly(observations: readonly Observation[]): ReadonlySet<Observation> {
  const joint = new Set<Observation>();
  for (const [i, one] of observations.entries()) {
    const next = observations[i + 1];
    if (!next || next.report !== one.report || next.start - one.end > LIST_REACH || next.start < one.end) continue;
    if (next.name !== one.name) continue;
    if (next.concept === one.concept && next.kind === one.kind && next.unit === one.unit) joint.add(one).add(next);
  }
  return joint;
}

/** What fell is negative, unless falls are what the indicator counts: CPI -0.1, energy intensity 2. */
function signed(observation: Observation, definition: MeasureDefinition | undefined): Observation {
  const { direction, number, min, max, canonicalNumber } = observation;
  if (direction === null) return observation;
  const counted = definition?.countsFalls ? 'down' : 'up';
  const turned = direction === counted ? 1 : -1;
  const turn = (value: number | null) => (value === null ? null : turned * Math.abs(value));
  const ends = turned < 0 ? { min: turn(max), max: turn(min) } : { min: turn(min), max: turn(max) };
  return { ...observation, number: turn(number), ...ends, canonicalNumber: turn(canonicalNumber) };
}
