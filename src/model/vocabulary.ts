/** The closed word lists of the output contract: every enumerated field of a record takes its values from here. */

/** Of the record's shape. */
export const SCHEMA_VERSION = '2';

export const BOUNDS = ['eq', 'approx', 'gte', 'lte', 'range'] as const;
export const DIMENSIONS = [
  'money',
  'area',
  'length',
  'volume',
  'mass',
  'energy',
  'power',
  'time',
  'percent',
  'percentage-point',
  'ratio',
  'count',
  'rank',
  'other',
] as const;
export const INDICATOR_KINDS = ['level', 'change', 'share', 'rank'] as const;
export const DIRECTIONS = ['up', 'down'] as const;
export const STATUSES = ['achieved', 'target'] as const;
/** What a change is counted from: the year before, year by year over a span, an earlier time, the period before, a place, a target. */
export const BASES = ['yoy', 'average', 'since', 'period', 'place', 'target'] as const;
/** The ends of a move: 由12%提高到15%. */
export const ROLES = ['from', 'to'] as const;
export const PLACEHOLDER_KINDS = ['number', 'ordinal', 'date', 'name', 'text'] as const;
export const REPORT_KINDS = ['work-report', 'reform-summary', 'speech', 'news', 'other'] as const;
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What became of a target. */
export const VERDICTS = ['met', 'near', 'missed', 'unclear', 'no-result', 'not-comparable'] as const;

export type TargetVerdict = (typeof VERDICTS)[number];
export type Bound = (typeof BOUNDS)[number];
export type Dimension = (typeof DIMENSIONS)[number];
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type Status = (typeof STATUSES)[number];
export type Basis = (typeof BASES)[number];
export type Role = (typeof ROLES)[number];
export type PlaceholderKind = (typeof PLACEHOLDER_KINDS)[number];
export type ReportKind = (typeof REPORT_KINDS)[number];
export type Severity = (typeof SEVERITIES)[number];
