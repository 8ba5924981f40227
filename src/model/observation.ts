/** A figure of a report as a cell of a table: a standard indicator (or a name) of a region in a year. */
import type { Time } from './time.ts';
import type { Basis, Bound, Dimension, IndicatorKind, ReportKind, Role, Status } from './vocabulary.ts';

/** What was added to a stock, as the `matter` of an observation: 新增上市公司. */
export const ADDED = 'added';

export type Observation = {
  /** By its official name where it has one, else as the report writes it. */
  region: string | null;
  /** Of GB/T 2260; null where the place is not listed, or its name that of several. */
  regionCode: string | null;
  /** Null where the time is none or of several years. */
  year: number | null;
  time: Time | null;
  /** The id of a standard indicator, or the name that was asked for. */
  concept: string;
  /** What is measured, in the report's own words. */
  name: string | null;
  /** Of a name that was asked for: the same without words for the place. Of a standard indicator null, or `ADDED`. */
  matter: string | null;
  /** What stands in the text directly before the name. */
  before: string;
  /** Words there, or in a name that was asked for, by which it is another place's: 全省 in the report of a county. */
  otherPlace: string | null;
  kind: IndicatorKind;
  /** A target that is told without a figure: 与经济增长同步. Tables leave it out. */
  isGoal: boolean;
  basis: Basis | null;
  /** The year, place or thing that a change is counted from. */
  base: string | null;
  /** For ranks: the body within which they hold. */
  scope: string | null;
  status: Status;
  role: Role | null;
  direction: 'up' | 'down' | null;
  number: number | null;
  min: number | null;
  max: number | null;
  bound: Bound;
  unit: string;
  dimension: Dimension;
  canonicalNumber: number | null;
  canonicalUnit: string | null;
  text: string;
  sentence: string;
  /** Where it stands. */
  report: string;
  line: number;
  column: number;
  start: number;
  end: number;
};

/** In the base unit, where there is one: amounts of several units can be held against each other. */
export const amountOf = ({ canonicalNumber, number }: Pick<Observation, 'canonicalNumber' | 'number'>): number | null =>
  canonicalNumber ?? number;

export const placeOf = ({ report, line, column }: Observation): string => `${report}:${line}:${column}`;

/** What a report says of itself, and how much was found in it. */
export type ReportLine = {
  report: string;
  title: string | null;
  region: string | null;
  regionCode: string | null;
  year: number | null;
  planYear: number | null;
  kind: ReportKind;
  indicators: number;
  placeholders: number;
  observations: number;
};

export type ObservedReport = { line: ReportLine; observations: readonly Observation[] };
