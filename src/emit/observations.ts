/** Records → observations, a record a line of JSON: what `gaige table` and `gaige track` make their tables of. */
import type { Observation, ObservedReport } from '../model/observation.ts';
import type { GaigeRecord, Indicator } from '../model/record.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { EmitContext, Emitter } from './emitter.ts';
import { type Goal, goalsIn } from './goals.ts';

export const observations = ({ names, concepts }: Pick<EmitContext, 'names' | 'concepts'>): Emitter => ({
  begin: () => '',
  record: (record, text) => `${JSON.stringify(observedIn(record, text, { names, concepts }))}\n`,
  between: '',
  end: () => '',
});

/** What a report is made of for tables. */
type ObservedWith = Pick<EmitContext, 'names' | 'concepts'>;

/** A report and the observations in it: figures in text order, then what is promised without one. Without the text sentences are empty. */
export function observedIn(record: GaigeRecord, text: string | undefined, context: ObservedWith): ObservedReport {
  const { path, title, region, year, planYear, kind } = record.report;
  const figures = figuresOf(record, text, context);
  const counts = {
    indicators: record.indicators.length,
    placeholders: record.placeholders.length,
    observations: figures.length,
  };
  const line = { report: path, title, region, regionCode: null, year, planYear, kind, ...counts };
  return { line, observations: [...figures, ...goalsOf(record, text, context)] };
}

/** Figures of standard indicators, and those whose names hold one of `names`. */
const figuresOf = (
  { report, indicators }: GaigeRecord,
  text: string | undefined,
  { names }: ObservedWith,
): Observation[] =>
  indicators.flatMap((indicator) => {
    const { concept } = indicator;
    const held = names.filter((name) => holds(indicator.name, name));
    return [...(concept === null ? [] : [concept]), ...held].map((each) =>
      observationOf(each, indicator, report, text),
    );
  });

/** They have no concept yet. */
const goalsOf = (record: GaigeRecord, text: string | undefined, { concepts }: ObservedWith): Observation[] =>
  text === undefined
    ? []
    : goalsIn(record, text, concepts.around).map((goal) =>
        goalOf(goal, observationOf('', goal.beside, record.report, text), text),
      );

/** `beside`: of the figure beside it. */
function goalOf({ name, span, sentence, line, column }: Goal, beside: Observation, text: string): Observation {
  return {
    ...beside,
    name,
    before: '',
    kind: 'change',
    basis: null,
    base: null,
    scope: null,
    isGoal: true,
    role: null,
    direction: null,
    ...NO_AMOUNT,
    text: sliceOf(text, span),
    sentence: plainSentence(text, sentence),
    line,
    column,
    start: span.start,
    end: span.end,
  };
}

const NO_AMOUNT = {
  number: null,
  min: null,
  max: null,
  bound: 'eq',
  unit: '',
  dimension: 'other',
  canonicalNumber: null,
  canonicalUnit: null,
} as const;

/** However the two are written: full-width or not, with or without blanks. */
const holds = (name: string | null, asked: string): boolean => name !== null && plain(name).includes(plain(asked));

const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** UTF-16 units: longer than words for a place. */
const NEAR = 10;

const textBefore = (text: string, { start }: Span): string => text.slice(Math.max(0, start - NEAR), start);

const plainSentence = (text: string, sentence: Span): string => sliceOf(text, sentence).replace(/\s+/g, ' ').trim();

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
    isGoal: false,
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
    sentence: text === undefined ? '' : plainSentence(text, indicator.sentence),
    report: report.path,
    line,
    column,
    start: span.start,
    end: span.end,
  };
}
