/** Records → observations, a record a line of JSON: what `gaige table` and `gaige track` make their tables of. */
import type { Observation, ObservedReport } from '../model/observation.ts';
import type { GaigeRecord, Indicator } from '../model/record.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { EmitContext, Emitter } from './emitter.ts';

export const observations = ({ names }: Pick<EmitContext, 'names'>): Emitter => ({
  begin: () => '',
  record: (record, text) => `${JSON.stringify(observedIn(record, text, names))}\n`,
  between: '',
  end: () => '',
});

/** A report and the observations in it, in text order. Without the text sentences are empty. */
export function observedIn(record: GaigeRecord, text: string | undefined, names: readonly string[]): ObservedReport {
  const { path, title, region, year, planYear, kind } = record.report;
  const observations = observationsOf(record, text, names);
  const counts = {
    indicators: record.indicators.length,
    placeholders: record.placeholders.length,
    observations: observations.length,
  };
  return { line: { report: path, title, region, regionCode: null, year, planYear, kind, ...counts }, observations };
}

/** Figures of standard indicators, and those whose names hold one of `names`. */
const observationsOf = (
  { report, indicators }: GaigeRecord,
  text: string | undefined,
  names: readonly string[],
): Observation[] =>
  indicators.flatMap((indicator) => {
    const { concept } = indicator;
    const held = names.filter((name) => holds(indicator.name, name));
    return [...(concept === null ? [] : [concept]), ...held].map((each) =>
      observationOf(each, indicator, report, text),
    );
  });

/** However the two are written: full-width or not, with or without blanks. */
const holds = (name: string | null, asked: string): boolean => name !== null && plain(name).includes(plain(asked));

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** UTF-16 units: longer than words for a place. */
const NEAR = 10;

const textBefore = (text: string, { start }: Span): string => text.slice(Math.max(0, start - NEAR), start);

function observationOf(
  concept: string,
  indicator: Indicator,
  report: GaigeRecord['report'],
  text: string | undefined,
): Observation {
  const { time, value, unit, canonical, span, kind, basis, status, role, direction, line, column } = indicator;
  return {
    region: report.region,
    regionCode: null,
    year: time === null || time.from.slice(0, 4) !== time.to.slice(0, 4) ? null : Number(time.to.slice(0, 4)),
    time,
    concept,
    name: indicator.name,
    matter: null,
    before: text === undefined || indicator.nameSpan === null ? '' : textBefore(text, indicator.nameSpan),
    otherPlace: null,
    kind,
    basis,
    base: indicator.base,
    scope: indicator.scope,
    status,
    role,
    direction,
    number: value.number,
    min: value.min,
    max: value.max,
    bound: value.bound,
    unit: unit.symbol,
    dimension: unit.dimension,
    canonicalNumber: canonical?.number ?? null,
    canonicalUnit: canonical?.unit ?? null,
    text: indicator.text,
    sentence: text === undefined ? '' : sliceOf(text, indicator.sentence).replace(/\s+/g, ' '),
    report: report.path,
    line,
    column,
    start: span.start,
    end: span.end,
  };
}
