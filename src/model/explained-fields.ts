import type { IndicatorOrigins } from './findings.ts';

/** The fields of an indicator of which it is told where they come from, in the order in which they are shown. */
export const INDICATOR_FIELDS = [
  'accept',
  'value',
  'bound',
  'unit',
  'canonical',
  'name',
  'kind',
  'direction',
  'basis',
  'status',
  'scope',
  'period',
  'time',
  'role',
  'concept',
  'domains',
] as const satisfies (keyof IndicatorOrigins)[];
