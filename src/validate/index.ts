/** Turns drafts into a record: gives ids and places, checks every finding against the output contract. */

import { messageOf } from '../messages/problems.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Findings } from '../model/findings.ts';
import type { Domain, GaigeRecord, Indicator, Placeholder, Section, Tool } from '../model/record.ts';
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
  const { normal } = report;
  const { document, isFolded, spanOf, asWritten } = normal;
  const { text } = document;
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
  const at = (normalSpan: Span) => {
    const span = spanOf(normalSpan);
    const { line, column } = positionAt(document.positions, span.start);
    return { text: sliceOf(text, span), span, line, column };
  };
  const written = (words: string | null, near: Span) => words && asWritten(words, near);

  const headings = report.headings.map((heading) => {
    const span = spanOf(heading.span);
    return { heading, id: idOf('s', span), span };
  });
  const sectionOf = (heading: number) => headings[heading]?.id ?? null;
  const sections = headings.map(({ heading: { level, marker, titleSpan, parent }, id, span }, i): Section => {
    const title = asWritten(sliceOf(report.text, titleSpan), titleSpan);
    const domains = findings.domains.sections[i] ?? [];
    return { id, level, marker, title, span, titleSpan: spanOf(titleSpan), parent: sectionOf(parent), domains };
  });
  const indicators = findings.indicators.map((draft): Indicator => {
    const { text, span, line, column } = at(draft.span);
    return {
      id: idOf('i', span),
      text,
      span,
      line,
      column,
      name: written(draft.name, draft.nameSpan ?? draft.span),
      nameSpan: draft.nameSpan && spanOf(draft.nameSpan),
      value: isFolded ? { ...draft.value, raw: asWritten(draft.value.raw, draft.span) } : draft.value,
      unit: isFolded ? { ...draft.unit, raw: asWritten(draft.unit.raw, draft.span) } : draft.unit,
      canonical: draft.canonical,
      kind: draft.kind,
      direction: draft.direction,
      basis: draft.basis,
      base: written(draft.base, draft.span),
      status: draft.status,
      scope: written(draft.scope, draft.span),
      period: written(draft.period, draft.span),
      time: draft.time,
      role: draft.role,
      concept: draft.concept,
      masked: draft.masked,
      section: sectionOf(draft.heading),
      sentence: spanOf(draft.sentence),
      domains: draft.domains,
      rule: draft.rule,
    };
  });
  const placeholders = findings.placeholders.map((draft): Placeholder => {
    const place = at(draft.span);
    return {
      id: idOf('p', place.span),
      ...place,
      kind: draft.kind,
      expects: written(draft.expects, draft.span),
      section: sectionOf(draft.heading),
      context: sliceOf(text, spanOf(draft.context)),
      rule: draft.rule,
    };
  });
  const domains = findings.domains.report.map((domain): Domain => {
    const evidence = domain.evidence.map(({ span }) => ({ text: sliceOf(text, spanOf(span)), span: spanOf(span) }));
    return { ...domain, evidence };
  });
  const sound = {
    sections: sections.filter((section) => isSound('sections', section, section.span)),
    indicators: indicators.filter((indicator) => isSound('indicators', indicator, indicator.span)),
    placeholders: placeholders.filter((placeholder) => isSound('placeholders', placeholder, placeholder.span)),
    domains: domains.filter((domain) => isSound('domains', domain, null)),
  };
  const told = noted.map((each) => ({ ...each, span: each.span && spanOf(each.span) }));
  const diagnostics = [...document.diagnostics, ...told, ...problems].map(({ severity, code, span, facts }) => ({
    severity,
    code,
    message: messageOf(code, facts, 'en'),
    span,
  }));
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    report: { path, name, sha256, format, encoding, bytes, chars: text.length, ...report.writtenMetadata },
    ...(includeText ? { text } : {}),
    ...sound,
    diagnostics,
  };
}
