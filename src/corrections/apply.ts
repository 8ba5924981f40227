/** A record with what readers said of it. */
import type { GaigeRecord } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import { correctFindings } from './findings.ts';
import { INDICATORS } from './indicators.ts';
import { type CorrectionsFile, judgedFindings } from './judgements.ts';
import { PLACEHOLDERS } from './placeholders.ts';
import { correctSections } from './sections.ts';
import type { StaleMark } from './stale.ts';
import type { ReportTools } from './tools.ts';

export type CorrectedRecord = {
  record: GaigeRecord;
  /** What could not be applied. */
  stale: readonly StaleMark[];
  /** Ids of findings and sections that readers have judged, and that are right now. */
  known: ReadonlySet<string>;
  /** Where readers say that nothing is. */
  none: readonly Span[];
  /** Findings of which readers differ, which are left as they were found. */
  disputed: readonly Span[];
};

/** `files`: those of this report. */
export function applyCorrections(
  record: GaigeRecord,
  files: readonly CorrectionsFile[],
  tools: ReportTools,
): CorrectedRecord {
  const judged = judgedFindings(files);
  const of = (type: 'indicator' | 'placeholder' | 'section') => judged.filter((finding) => finding.type === type);
  const indicators = correctFindings(record, record.indicators, of('indicator'), INDICATORS, tools);
  const placeholders = correctFindings(record, record.placeholders, of('placeholder'), PLACEHOLDERS, tools);
  const sections = correctSections(record.sections, of('section'), tools);
  const parts = [indicators, placeholders, sections];
  const corrected = {
    ...record,
    sections: sections.sections,
    indicators: indicators.findings,
    placeholders: placeholders.findings,
    diagnostics: [...record.diagnostics, ...parts.flatMap(({ diagnostics }) => diagnostics)],
  };
  return {
    record: corrected,
    stale: parts.flatMap(({ stale }) => stale).sort((a, b) => a.mark.span.start - b.mark.span.start),
    known: new Set(parts.flatMap(({ known }) => [...known])),
    none: [...indicators.none, ...placeholders.none],
    disputed: [...indicators.disputed, ...placeholders.disputed],
  };
}
