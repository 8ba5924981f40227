import type { Envelope, GaigeRecord } from '../model/record.ts';

/** Counts over all records of an output. */
export type Counts = Envelope['summary'];

export function countsOf(record: GaigeRecord): Counts {
  const { sections, indicators, placeholders, diagnostics } = record;
  return {
    reports: 1,
    sections: sections.length,
    indicators: indicators.length,
    placeholders: placeholders.length,
    diagnostics: diagnostics.length,
  };
}

export const NO_COUNTS: Counts = { reports: 0, sections: 0, indicators: 0, placeholders: 0, diagnostics: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  reports: a.reports + b.reports,
  sections: a.sections + b.sections,
  indicators: a.indicators + b.indicators,
  placeholders: a.placeholders + b.placeholders,
  diagnostics: a.diagnostics + b.diagnostics,
});
