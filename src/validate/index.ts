/** Turns drafts into a record: gives ids and places, checks every finding against the output contract. */
import type { z } from 'zod';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Findings } from '../model/findings.ts';
import { positionAt } from '../model/positions.ts';
import {
  type Domain,
  domainSchema,
  type GaigeRecord,
  type Indicator,
  indicatorSchema,
  type Placeholder,
  placeholderSchema,
  SCHEMA_VERSION,
  type Section,
  sectionSchema,
  type Tool,
} from '../model/record.ts';
import type { Report } from '../model/report.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { messageOf } from '../model/wording.ts';
import { idGenerator } from './ids.ts';

/** A finding that breaks the contract becomes a diagnostic and is left out. */
export function validate(report: Report, findings: Findings, tool: Tool, includeText: boolean): GaigeRecord {
  const { document, text } = report;
  const { path, name, sha256, format, encoding, bytes } = document;
  const idOf = idGenerator(sha256);
  const problems: Diagnostic[] = [];
  const checked = <T>(schema: z.ZodType<T>, found: T & { span: Span }, kind: string): T[] => {
    const parsed = schema.safeParse(found);
    if (parsed.success && found.span.end <= text.length && found.span.start < found.span.end) return [parsed.data];
    const problem = parsed.error?.issues[0];
    const facts = { kind, path: problem?.path.join('.') ?? 'span', problem: problem?.message ?? 'outside the text' };
    problems.push(diagnostic('error', 'INVALID_FINDING', found.span, facts));
    return [];
  };
  const at = (span: Span) => ({ text: sliceOf(text, span), span, ...positionAt(document.positions, span.start) });

  const sectionIds = report.headings.map(({ span }) => idOf('s', span));
  const sections = report.headings.flatMap((heading, i): Section[] => {
    const { level, marker, span, titleSpan, parent } = heading;
    const section = { id: sectionIds[i]!, level, marker, title: sliceOf(text, titleSpan), span, titleSpan };
    const domains = findings.domains.sections[i] ?? [];
    return checked(sectionSchema, { ...section, parent: sectionIds[parent] ?? null, domains }, 'section');
  });
  const indicators = findings.indicators.flatMap(({ heading, span, ...draft }): Indicator[] => {
    const indicator = { id: idOf('i', span), ...at(span), ...draft, section: sectionIds[heading] ?? null };
    return checked(indicatorSchema, indicator, 'indicator');
  });
  const placeholders = findings.placeholders.flatMap(({ heading, span, context, ...draft }): Placeholder[] => {
    const placeholder = { id: idOf('p', span), ...at(span), ...draft, section: sectionIds[heading] ?? null };
    return checked(placeholderSchema, { ...placeholder, context: sliceOf(text, context) }, 'placeholder');
  });
  const domains = findings.domains.report.map((domain): Domain => domainSchema.parse(domain));
  const diagnostics = [...document.diagnostics, ...problems].map(({ severity, code, span, facts }) => ({
    severity,
    code,
    message: messageOf(code, facts, 'en'),
    span,
  }));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    report: { path, name, sha256, format, encoding, bytes, chars: text.length, ...report.metadata },
    ...(includeText ? { text } : {}),
    sections,
    indicators,
    placeholders,
    domains,
    diagnostics,
  };
}
