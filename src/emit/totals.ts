import type { Envelope, GaigeRecord } from '../model/record.ts';

/** FindingCounts over all records of an output. */
export type FindingCounts = Envelope['summary'];

export function countsOf(record: GaigeRecord): FindingCounts {
  const { sections, indicators, placeholders, diagnostics } = record;
  return {
    reports: 1,
    sections: sections.length,
    indicators: indicators.length,
    placeholders: placeholders.length,
    diagnostics: diagnostics.length,
  };
}

export const NO_COUNTS: FindingCounts = { reports: 0, sections: 0, indicators: 0, placeholders: 0, diagnostics: 0 };

export const addCounts = (a: FindingCounts, b: FindingCounts): FindingCounts => ({
  reports: a.reports + b.reports,
  sections: a.sections + b.sections,
  indicators: a.indicators + b.indicators,
  placeholders: a.placeholders + b.placeholders,
  diagnostics: a.diagnostics + b.diagnostics,
});
