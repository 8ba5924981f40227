/** Turns drafts into a record: gives ids and places, checks every finding against the output contract. */
import { createRequire } from 'node:module';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Findings } from '../model/findings.ts';
import { positionAt } from '../model/positions.ts';
import type { Domain, GaigeRecord, Indicator, Placeholder, Section, Tool } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { SCHEMA_VERSION } from '../model/vocabulary.ts';
import { messageOf } from '../model/wording.ts';
import { Breach, compileCheck, type JsonSchema } from './contract.ts';
import { idGenerator } from './ids.ts';

/** As `npm run build` writes it; in the same place seen from `src/` and from `dist/`. */
const SCHEMA = createRequire(import.meta.url)('../../dist/schema/record.json') as Required<JsonSchema>;

const checkOf = <T>(findings: 'sections' | 'indicators' | 'placeholders' | 'domains') =>
  compileCheck(SCHEMA.properties[findings]!.items!) as (found: T) => T;

const CHECKS = {
  section: checkOf<Section>('sections'),
  indicator: checkOf<Indicator>('indicators'),
  placeholder: checkOf<Placeholder>('placeholders'),
  domain: checkOf<Domain>('domains'),
};

/** A finding that breaks the contract becomes a diagnostic and is left out. */
export function validate(report: Report, findings: Findings, tool: Tool, includeText: boolean): GaigeRecord {
  const { document, text } = report;
  const { path, name, sha256, format, encoding, bytes } = document;
  const idOf = idGenerator(sha256);
  const problems: Diagnostic[] = [];
  const checked = <T extends { span: Span }>(check: (found: T) => T, found: T, kind: string): T[] => {
    try {
      if (found.span.end > text.length || found.span.start >= found.span.end)
        throw new Breach('outside the text', 'span');
      return [check(found)];
    } catch (error) {
      if (!(error instanceof Breach)) throw error;
      const facts = { kind, path: error.keys.join('.'), problem: error.message };
      problems.push(diagnostic('error', 'INVALID_FINDING', found.span, facts));
      return [];
    }
  };
  const at = (span: Span) => ({ text: sliceOf(text, span), span, ...positionAt(document.positions, span.start) });

  const sectionIds = report.headings.map(({ span }) => idOf('s', span));
  const sections = report.headings.flatMap((heading, i): Section[] => {
    const { level, marker, span, titleSpan, parent } = heading;
    const section = { id: sectionIds[i]!, level, marker, title: sliceOf(text, titleSpan), span, titleSpan };
    const domains = findings.domains.sections[i] ?? [];
    return checked(CHECKS.section, { ...section, parent: sectionIds[parent] ?? null, domains }, 'section');
  });
  const indicators = findings.indicators.flatMap(({ heading, span, ...draft }): Indicator[] => {
    const indicator = { id: idOf('i', span), ...at(span), ...draft, section: sectionIds[heading] ?? null };
    return checked(CHECKS.indicator, indicator, 'indicator');
  });
  const placeholders = findings.placeholders.flatMap(({ heading, span, context, ...draft }): Placeholder[] => {
    const placeholder = { id: idOf('p', span), ...at(span), ...draft, section: sectionIds[heading] ?? null };
    return checked(CHECKS.placeholder, { ...placeholder, context: sliceOf(text, context) }, 'placeholder');
  });
  const domains = findings.domains.report.map((domain): Domain => CHECKS.domain(domain));
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
