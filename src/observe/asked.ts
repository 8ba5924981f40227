/** Which observations a table is asked for. */
import type { Observation } from '../model/observation.ts';
import type { Basis, IndicatorKind, Status } from '../model/vocabulary.ts';

/** What is undefined excludes nothing. */
export type Asked = {
  /** With names alone, standard indicators are not asked for. */
  concept?: readonly string[] | undefined;
  name?: readonly string[] | undefined;
  status?: Status | undefined;
  kind?: IndicatorKind | undefined;
  basis?: Basis | undefined;
  year?: readonly [first: number, last: number] | undefined;
  region?: readonly string[] | undefined;
};

export function isAsked(
  observation: Observation,
  { concept, name, status, kind, basis, year, region }: Asked,
): boolean {
  return (
    ((concept === undefined && name === undefined) ||
      [...(concept ?? []), ...(name ?? [])].includes(observation.concept)) &&
    (status === undefined || status === observation.status) &&
    (kind === undefined || kind === observation.kind) &&
    (basis === undefined || observation.kind !== 'change' || basis === observation.basis) &&
    (year === undefined || isWithin(observation.year, year)) &&
    (region === undefined || region.includes(observation.region ?? ''))
  );
}

const isWithin = (year: number | null, [first, last]: readonly [number, number]): boolean =>
  year !== null && year >= first && year <= last;
