/** Turns drafts into a record: gives ids and places, checks every finding against the output contract. */

import { messageOf } from '../messages/problems.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Findings } from '../model/findings.ts';
import type { GaigeRecord, Indicator, Placeholder, Section, Tool } from '../model/record.ts';
import type { Report } from '../model/report.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { SCHEMA_VERSION } from '../model/vocabulary.ts';
import { positionAt } from '../text/positions.ts';
import { breachOf, type RecordPart } from './checks.ts';
import { idGenerator } from './ids.ts';

/** A finding that breaks the contract becomes a diagnostic and is left out. */
export function validate(
  report: Report,
  findings: Findings,
  noted: readonly Diagnostic[],
  tool: Tool,
  includeText: boolean,
): GaigeRecord {
  const { document, text } = report;
  const { path, name, sha256, format, encoding, bytes } = document;
  const idOf = idGenerator(sha256);
  const problems: Diagnostic[] = [];
  const isInside = ({ start, end }: Span) => start < end && end <= text.length;
  const isSound = <P extends RecordPart>(part: P, member: GaigeRecord[P][number], span: Span | null): boolean => {
    const outside =
      span !== null && !isInside(span) ? { instancePath: '/span', message: 'must lie in the text' } : null;
    const breach = breachOf(part, member) ?? outside;
    if (!breach) return true;
    const facts = { kind: part, path: breach.instancePath, problem: breach.message ?? '' };
    problems.push(diagnostic('error', 'INVALID_FINDING', span, facts));
    return false;
  };
  const at = (span: Span) => ({ text: sliceOf(text, span), span, ...positionAt(document.positions, span.start) });

  const headings = report.headings.map((heading) => ({ ...heading, id: idOf('s', heading.span) }));
  const sectionOf = (heading: number) => headings[heading]?.id ?? null;
  const sections = headings.map(({ id, level, marker, span, titleSpan, parent }, i): Section => {
    const title = sliceOf(text, titleSpan);
    const domains = findings.domains.sections[i] ?? [];
    return { id, level, marker, title, span, titleSpan, parent: sectionOf(parent), domains };
  });
  const indicators = findings.indicators.map(
    (draft): Indicator => ({
      id: idOf('i', draft.span),
      ...at(draft.span),
      name: draft.name,
      nameSpan: draft.nameSpan,
      value: draft.value,
      unit: draft.unit,
      canonical: draft.canonical,
      kind: draft.kind,
      direction: draft.direction,
      status: draft.status,
      scope: draft.scope,
      period: draft.period,
      masked: draft.masked,
      section: sectionOf(draft.heading),
      sentence: draft.sentence,
      domains: draft.domains,
      rule: draft.rule,
    }),
  );
  const placeholders = findings.placeholders.map(
    (draft): Placeholder => ({
      id: idOf('p', draft.span),
      ...at(draft.span),
      kind: draft.kind,
      expects: draft.expects,
      section: sectionOf(draft.heading),
      context: sliceOf(text, draft.context),
      rule: draft.rule,
    }),
  );
  const sound = {
    sections: sections.filter((section) => isSound('sections', section, section.span)),
    indicators: indicators.filter((indicator) => isSound('indicators', indicator, indicator.span)),
    placeholders: placeholders.filter((placeholder) => isSound('placeholders', placeholder, placeholder.span)),
    domains: findings.domains.report.filter((domain) => isSound('domains', domain, null)),
  };
  const diagnostics = [...document.diagnostics, ...noted, ...problems].map(({ severity, code, span, facts }) => ({
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
    ...sound,
    diagnostics,
  };
}
