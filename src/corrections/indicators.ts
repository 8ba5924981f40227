/** Indicators as readers correct them. */
import type { GaigeRecord, Indicator, Section } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import { changedField, INDICATOR_FIELDS, type IndicatorField } from './fields.ts';
import { ADDED_RULE, type FindingSort } from './findings.ts';
import type { StaleReason } from './stale.ts';

/** The innermost section around a place: of those that begin before it the last. */
export function sectionAt({ start }: Span, sections: readonly Section[]): string | null {
  const around = sections.filter(({ span }) => span.start <= start && start < span.end);
  return (
    around.reduce<Section | null>((best, each) => (best && best.level >= each.level ? best : each), null)?.id ?? null
  );
}

export const INDICATORS: FindingSort<Indicator> = {
  part: 'indicators',
  fields: INDICATOR_FIELDS,
  changed: (indicator, field, to, tools) => changedField(indicator, { field: field as IndicatorField, to }, tools),
  made: (mark, { sections }: GaigeRecord, tools): Indicator | StaleReason => {
    if (mark.mark !== 'add' || mark.type !== 'indicator') return 'NOT_ALLOWED';
    const { span, text, fields } = mark;
    const read = tools.readFigure(span, null);
    if (!read) return 'NO_FIGURE';
    const { value, unit, canonical, masked } = read;
    // In the order of a record's keys.
    let made: Indicator = {
      id: tools.idOf('i', span),
      text,
      span,
      ...tools.positionAt(span.start),
      name: null,
      nameSpan: null,
      value,
      unit,
      canonical,
      kind: fields.kind,
      direction: null,
      basis: null,
      base: null,
      status: fields.status,
      scope: null,
      period: null,
      time: null,
      role: null,
      concept: null,
      masked,
      section: sectionAt(span, sections),
      sentence: tools.sentenceAt(span),
      domains: [],
      rule: ADDED_RULE,
    };
    for (const field of INDICATOR_FIELDS) {
      const to = (fields as Partial<Record<IndicatorField, unknown>>)[field];
      if (to === undefined) continue;
      const next = changedField(made, { field, to }, tools);
      if (typeof next === 'string') return next;
      made = next;
    }
    return made;
  },
};
