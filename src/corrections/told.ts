/** What was corrected, as diagnostics of the record. In English, as all data is. */
import { messageOf } from '../messages/problems.ts';
import type { DiagnosticCode, Facts } from '../model/diagnostic.ts';
import type { GaigeRecord, Indicator, Placeholder, Section } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import type { PlacedMark } from './judgements.ts';

type RecordDiagnostic = GaigeRecord['diagnostics'][number];

const told = (code: DiagnosticCode, span: Span, facts: Facts): RecordDiagnostic => ({
  severity: 'info',
  code,
  message: messageOf(code, facts, 'en'),
  span,
});

export const addedDiagnostic = ({ span, text }: Indicator | Placeholder, by: PlacedMark): RecordDiagnostic =>
  told('CORRECTION_ADDED', span, { text, reader: by.reader });

export const removedDiagnostic = ({ span, text }: Indicator | Placeholder, by: PlacedMark): RecordDiagnostic =>
  told('CORRECTION_REMOVED', span, { text, reader: by.reader });

/** Null where all is as it was. All that changed is told: with its kind a figure may lose its direction. */
export function changedDiagnostic<F extends Indicator | Placeholder | Section>(
  before: F,
  after: F,
  by: PlacedMark,
): RecordDiagnostic | null {
  const changes = (Object.keys(after) as (keyof F & string)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => `${field}: ${shown(before[field])} → ${shown(after[field])}`);
  if (changes.length === 0) return null;
  return told('CORRECTED', after.span, { changes: changes.join('; '), reader: by.reader });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
