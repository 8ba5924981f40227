/** Corrections → annotations: what readers said of a report, in the form that scores are taken from. See docs/corrections.md. */
import type { CorrectedRecord } from '../corrections/apply.ts';
import type { Indicator, Placeholder, Section } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { AnnotatedIndicator, AnnotatedPlaceholder, Annotation } from './annotation.ts';

export type GoldRequest = {
  /** The text, as a path from the annotation. */
  file: string;
  /** Stretches that were read to their end: what stands there unmarked is right. */
  reviewed: readonly Span[];
  /** All that is not marked is taken to be right, and nothing to be missing. */
  acceptUnmarked: boolean;
};

type AnnotatedStretch = [start: number, end: number];

export function annotationOf(corrected: CorrectedRecord, { file, reviewed, acceptUnmarked }: GoldRequest): Annotation {
  const { record, known, none, disputed } = corrected;
  const isDisputed = ({ start, end }: Span) => disputed.some((span) => span.start < end && start < span.end);
  const isReviewed = ({ start }: Span) =>
    acceptUnmarked || reviewed.some((span) => span.start <= start && start < span.end);
  const isKnown = ({ id, span }: { id: string; span: Span }) =>
    known.has(id) || (isReviewed(span) && !isDisputed(span));
  const isWhole = acceptUnmarked && disputed.length === 0;
  const read = acceptUnmarked ? [{ start: 0, end: record.report.chars }] : reviewed;
  const judged = [...record.indicators, ...record.placeholders].filter(isKnown).map(({ span }) => span);
  const within = without(joined([...read, ...none, ...judged]), disputed);
  // A mask is often both: what nobody spoke of counts for nothing, though it stands where something else was marked.
  const isWithin = ({ span: { start } }: { span: Span }) => within.some(([from, to]) => from <= start && start < to);
  const told = <F extends { id: string; span: Span }>(findings: readonly F[]) =>
    findings.filter((each) => isKnown(each) || isWithin(each)).map((each) => ({ finding: each, must: isKnown(each) }));
  return {
    file,
    ...(isWhole ? {} : { within }),
    indicators: told(record.indicators).map(({ finding, must }) => annotatedIndicator(finding, must)),
    placeholders: told(record.placeholders).map(({ finding, must }) => annotatedPlaceholder(finding, must)),
    sections: acceptUnmarked
      ? record.sections.map(({ span, level, marker, title }) => ({ start: span.start, level, marker, title }))
      : null,
    domains: record.sections
      .filter((section) => acceptUnmarked || known.has(section.id))
      .map(({ span, domains }: Section) => ({ start: span.start, ids: domains.map(({ id }) => id), section: true })),
  };
}

const annotatedPlaceholder = ({ span, text, kind, expects }: Placeholder, must: boolean): AnnotatedPlaceholder => ({
  start: span.start,
  text,
  must,
  kind,
  expects,
});

const annotatedIndicator = (indicator: Indicator, must: boolean): AnnotatedIndicator => {
  const { span, text, value, unit, kind, direction, status, name, domains, time, basis, concept } = indicator;
  return {
    start: span.start,
    text,
    must,
    number: value.number,
    min: value.min,
    max: value.max,
    bound: value.bound,
    unit: unit.symbol,
    kind,
    direction,
    status,
    names: name === null ? [] : [name],
    domains,
    time,
    timeAlt: [],
    basis,
    basisAlt: [],
    concept,
    conceptAlt: [],
  };
};

/** In the order of the text, those that meet as one. */
function joined(spans: readonly Span[]): AnnotatedStretch[] {
  const stretches: AnnotatedStretch[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else stretches.push([start, end]);
  }
  return stretches;
}

/** What is in dispute is not asked about. */
function without(stretches: readonly AnnotatedStretch[], disputed: readonly Span[]): AnnotatedStretch[] {
  let left = [...stretches];
  for (const { start, end } of disputed) {
    left = left.flatMap(([from, to]): AnnotatedStretch[] =>
      end <= from || to <= start
        ? [[from, to]]
        : (
            [
              [from, start],
              [end, to],
            ] as AnnotatedStretch[]
          ).filter(([a, b]) => a < b),
    );
  }
  return left;
}
