/** What of a report a table is made of: observations that are asked for, with whose they are and of what. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Observation } from '../../model/observation.ts';
import { isAsked } from '../../observe/asked.ts';
import { measured } from '../../observe/measure.ts';
import { named } from '../../observe/named.ts';
import { foldRegion } from '../../regions/index.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';
import { goalReader } from './goals.ts';

/** For the observations of one report. Throws USAGE for a concept that is none. */
export function observationTaker(
  options: Options,
  pack: RulePack,
  takesGoals: boolean,
): (observations: readonly Observation[]) => Observation[] {
  const { concept = [], name: names = [] } = options;
  const { definitions } = pack.concepts;
  for (const each of concept) if (!definitions.has(each)) throw usageError('UNKNOWN_CONCEPT', { concept: each });
  const asked = { ...options, region: options.region?.map(officialName) };
  const goalsTold = goalReader(pack, names);
  return (observations) => {
    const told = goalsTold(takesGoals ? observations : observations.filter(({ isGoal }) => !isGoal));
    const official = officialPlace(observations[0]?.region ?? null);
    return measured(named(told, names, pack.concepts), definitions)
      .map((each) => ({ ...each, ...official }))
      .filter((each) => isAsked(each, asked));
  };
}

/** 云南 → 云南省: rows go by official names. */
export const officialName = (region: string): string => officialPlace(region).region ?? region;

/** Official name and code; a place without them as it is written. */
export function officialPlace(region: string | null): Pick<Observation, 'region' | 'regionCode'> {
  const found = foldRegion(region);
  return { region: found?.name ?? region, regionCode: found?.code ?? null };
}
