/** Which fields of reform the report as a whole is about, with what shows it. */
import type { DomainRules } from '../knowledge/domains/table.ts';
import type { ReportDomain } from '../model/findings.ts';
import type { Heading } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { Hit, TermEvidence } from './evidence.ts';
import { ranked, type Scores, sumOf } from './scores.ts';

/** At most this many pieces of evidence for a domain of the report. */
const EVIDENCE = 5;

export function reportDomains(
  text: string,
  headings: readonly Heading[],
  { hits, over }: TermEvidence,
  title: Scores,
  { definitions, scoring }: DomainRules,
): ReportDomain[] {
  const { headingWeight, reportShare, reportMost, reportLeast } = scoring;
  const scores = sumOf(definitions.length, [
    [headingWeight, title],
    ...headings.map(({ titleSpan }) => [headingWeight, over(titleSpan)] as const),
    [1, over({ start: 0, end: text.length })],
  ]);
  const terms = firstOfEachTerm(hits);
  return ranked(scores, { share: reportShare, most: reportMost, least: reportLeast }).map(({ domain, score }) => ({
    id: definitions[domain]!.id,
    label: definitions[domain]!.label,
    field: definitions[domain]!.field,
    score,
    evidence: evidenceFor(domain, terms, text),
  }));
}

function firstOfEachTerm(hits: readonly Hit[]): Hit[] {
  const first = new Map<string, Hit>();
  for (const hit of hits) if (!first.has(hit.term)) first.set(hit.term, hit);
  return [...first.values()];
}

/** The heaviest terms of a domain, in text order, each where it first stands. */
function evidenceFor(domain: number, terms: readonly Hit[], text: string): ReportDomain['evidence'] {
  const weighed: { span: Span; weight: number }[] = [];
  for (const { at, term, weights } of terms)
    for (const entry of weights)
      if (entry.domain === domain && entry.weight > 0)
        weighed.push({ span: { start: at, end: at + term.length }, weight: entry.weight });
  return weighed
    .sort((a, b) => b.weight - a.weight || a.span.start - b.span.start)
    .slice(0, EVIDENCE)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span }) => ({ text: text.slice(span.start, span.end), span }));
}
