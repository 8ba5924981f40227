/** Findings as examples state them: fields by short names. */
import type { GaigeRecord, Indicator, Placeholder } from '../model/record.ts';
import { formatTime } from '../model/time.ts';

export type FindingFields = Readonly<Record<string, unknown>>;

export function fieldsOfIndicator(indicator: Indicator): FindingFields {
  const {
    value,
    unit,
    canonical,
    name,
    kind,
    direction,
    basis,
    base,
    status,
    scope,
    period,
    time,
    role,
    concept,
    masked,
  } = indicator;
  return {
    name,
    number: value.number,
    min: value.min,
    max: value.max,
    bound: value.bound,
    unit: unit.symbol,
    dimension: unit.dimension,
    canonical: canonical?.number ?? null,
    kind,
    direction,
    basis,
    base,
    status,
    scope,
    period,
    time: time && formatTime(time),
    role,
    concept,
    masked,
  };
}

export const fieldsOfPlaceholder = ({ kind, expects }: Placeholder): FindingFields => ({ kind, expects });

/** The fields that an example states of a finding, as they were found. */
export const pick = (found: FindingFields, stated: FindingFields): FindingFields =>
  Object.fromEntries(Object.keys(stated).map((key) => [key, found[key]]));

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a new example states of all that was found. */
export const wholeOf = ({ indicators, placeholders, domains }: GaigeRecord): FindingFields => ({
  ...(indicators.length > 0 ? { indicators: indicators.map(mainFields) } : {}),
  ...(placeholders.length > 0 ? { placeholders: placeholders.map(fieldsOfPlaceholder) } : {}),
  ...(indicators.length + placeholders.length === 0 ? { domains: domains.map(({ id }) => id) } : {}),
});

function mainFields(indicator: Indicator): FindingFields {
  const { name, number, bound, unit, kind, direction, status } = fieldsOfIndicator(indicator);
  return { name, number, bound, unit, kind, ...(direction === null ? {} : { direction }), status };
}
