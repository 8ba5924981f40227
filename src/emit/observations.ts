/** Records → observations, one JSON line each: what `gaige table` and `gaige track` make their tables of. */
import type { Observation } from '../model/observation.ts';
import type { GaigeRecord, Indicator } from '../model/record.ts';
import { sliceOf } from '../model/span.ts';
import type { Emitter } from './emitter.ts';

export const observations = (): Emitter => ({
  begin: () => '',
  record: (record, text) =>
    observationsOf(record, text)
      .map((observation) => `${JSON.stringify(observation)}\n`)
      .join(''),
  between: '',
  end: () => '',
});

/** Figures of standard indicators, in text order. Without the text sentences are empty. */
export const observationsOf = ({ report, indicators }: GaigeRecord, text: string | undefined): Observation[] =>
  indicators.flatMap((indicator) => (indicator.concept === null ? [] : [observationOf(indicator, report, text)]));

function observationOf(indicator: Indicator, report: GaigeRecord['report'], text: string | undefined): Observation {
  const { time, value, unit, canonical, span, kind, basis, status, role, direction, line, column } = indicator;
  return {
    region: report.region,
    regionCode: null,
    year: time === null || time.from.slice(0, 4) !== time.to.slice(0, 4) ? null : Number(time.to.slice(0, 4)),
    time,
    concept: indicator.concept ?? '',
    kind,
    basis,
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
