import type { Span } from './span.ts';
import type { Severity } from './vocabulary.ts';

/** A problem as a value: what went wrong, where, and the facts its wording needs. All wording sits in `wording.ts`. */
export type Diagnostic = {
  severity: Severity;
  code: DiagnosticCode;
  span: Span | null;
  facts: Facts;
};

export type Facts = Readonly<Record<string, string | number>>;

export const DIAGNOSTIC_CODES = [
  'EMPTY_TEXT',
  'LOSSY_DECODING',
  'UNCERTAIN_ENCODING',
  'UNMAPPED_CHARACTERS',
  'SCANNED_DOCUMENT',
  'PAGES_WITHOUT_TEXT',
  'TEXT_COLUMN_GUESSED',
  'CELL_FULL',
  'INVALID_FINDING',
  'UNKNOWN_UNIT',
  'BROKEN_NUMBER',
  'CORRECTED',
  'CORRECTION_ADDED',
  'CORRECTION_REMOVED',
] as const;

export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

export const diagnostic = (
  severity: Severity,
  code: DiagnosticCode,
  span: Span | null = null,
  facts: Facts = {},
): Diagnostic => ({ severity, code, span, facts });
