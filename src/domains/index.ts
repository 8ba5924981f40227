/** Which fields of reform a section, a figure and the whole report belong to: one pass over the text for all terms. */
import type { DomainRules, TermWeight } from '../knowledge/domains/table.ts';
import type { DomainDefinition, FigureDomains, Findings, ReportDomain } from '../model/findings.ts';
import { origin } from '../model/origin.ts';
import type { DomainScore } from '../model/record.ts';
import type { Heading, Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { firstAtLeast } from '../text/sorted.ts';

export type Domains = Findings['domains'] & {
  /** For the figures of a sentence: its own, else those of its section. */
  ofFigures: (sentence: Span, heading: number) => FigureDomains;
};

/** At most this many pieces of evidence for a domain of the report. */
const EVIDENCE = 5;

type Hit = { at: number; term: string; weights: readonly TermWeight[] };

export function findDomains(report: Report, rules: DomainRules): Domains {
  const { text, headings } = report;
  const hits = findTerms(text, rules);
  const sections = sectionDomains(headings, hits, rules);
  return {
    sections,
    report: reportDomains(text, headings, hits, rules),
    ofFigures: (sentence, heading) => {
      const { figureMost } = rules.scoring;
      const own = hitsIn(hits, sentence);
      const local = best(score(own, rules, 1), rules, 1, figureMost, 1).map(({ definition }) => definition.id);
      if (local.length > 0) return { ids: local, origin: () => origin('TERMS', { terms: termsOf(own) }) };
      const ids = (sections[heading] ?? []).slice(0, figureMost).map(({ id }) => id);
      return { ids, origin: () => origin(ids.length > 0 ? 'SECTION' : 'DEFAULT') };
    },
  };
}

/** So many terms of a sentence are shown. */
const MOST_TERMS = 5;

const termsOf = (hits: readonly Hit[]): string =>
  [...new Set(hits.map(({ term }) => term))].slice(0, MOST_TERMS).join(' ');

function findTerms(text: string, { terms, weights }: DomainRules): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < text.length; ) {
    const length = terms.longestAt(text, i);
    if (length === 0) {
      i++;
      continue;
    }
    const term = text.slice(i, i + length);
    hits.push({ at: i, term, weights: weights.get(term) ?? [] });
    i += length;
  }
  return hits;
}

function hitsIn(hits: readonly Hit[], { start, end }: Span): readonly Hit[] {
  const place = (hit: Hit) => hit.at;
  return hits.slice(firstAtLeast(hits, start, place), firstAtLeast(hits, end, place));
}

function score(hits: readonly Hit[], { definitions }: DomainRules, factor: number): number[] {
  const scores = definitions.map(() => 0);
  for (const { weights } of hits) {
    for (const { domain, weight } of weights) scores[domain] = (scores[domain] ?? 0) + factor * weight;
  }
  return scores;
}

const add = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + b[i]!);

function sectionScores({ span, titleSpan }: Heading, hits: readonly Hit[], rules: DomainRules): number[] {
  const body = score(hitsIn(hits, { start: titleSpan.end, end: span.end }), rules, 1);
  const title = score(hitsIn(hits, titleSpan), rules, 1);
  const total = body.reduce((sum, value) => sum + value, 0);
  // A long body must not drown its heading: the heading weighs in proportion to it.
  const factor = Math.max(rules.scoring.headingWeight, 0.08 * total);
  return add(
    body,
    title.map((value) => value * factor),
  );
}

/** A domain by its place among the definitions, with its share of what the strongest scores. */
type RankedDomain = { index: number; definition: DomainDefinition; score: number };

const scoreOf = ({ definition: { id }, score }: RankedDomain): DomainScore => ({ id, score });

function best(
  scores: readonly number[],
  { definitions, scoring }: DomainRules,
  share: number,
  most: number,
  least = scoring.least,
): RankedDomain[] {
  const top = Math.max(...scores, 0);
  if (top < least) return [];
  return definitions
    .map((definition, index) => ({ index, definition, score: round((scores[index] ?? 0) / top) }))
    .filter((domain) => domain.score >= share)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A section that says too little of its own belongs where its parent does. */
function sectionDomains(headings: readonly Heading[], hits: readonly Hit[], rules: DomainRules): DomainScore[][] {
  const { sectionShare, sectionMost } = rules.scoring;
  const sections: DomainScore[][] = [];
  for (const heading of headings) {
    const own = best(sectionScores(heading, hits, rules), rules, sectionShare, sectionMost).map(scoreOf);
    sections.push(own.length > 0 ? own : (sections[heading.parent] ?? []));
  }
  return sections;
}

function reportDomains(
  text: string,
  headings: readonly Heading[],
  hits: readonly Hit[],
  rules: DomainRules,
): ReportDomain[] {
  const titles = headings.map(({ titleSpan }) => score(hitsIn(hits, titleSpan), rules, rules.scoring.headingWeight));
  const scores = titles.reduce(add, score(hits, rules, 1));
  const terms = firstOfEachTerm(hits);
  const { reportShare, reportMost } = rules.scoring;
  return best(scores, rules, reportShare, reportMost).map(({ index, definition, score }) => ({
    ...definition,
    score,
    evidence: evidenceFor(index, terms, text),
  }));
}

function firstOfEachTerm(hits: readonly Hit[]): Hit[] {
  const first = new Map<string, Hit>();
  for (const hit of hits) if (!first.has(hit.term)) first.set(hit.term, hit);
  return [...first.values()];
}

/** The heaviest terms of a domain, in text order, each where it first stands. */
function evidenceFor(domain: number, terms: readonly Hit[], text: string): ReportDomain['evidence'] {
  const weighed = terms.flatMap(({ at, term, weights }) => {
    const weight = weights.find((entry) => entry.domain === domain)?.weight ?? 0;
    return weight > 0 ? [{ span: { start: at, end: at + term.length }, weight }] : [];
  });
  return weighed
    .sort((a, b) => b.weight - a.weight || a.span.start - b.span.start)
    .slice(0, EVIDENCE)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span }) => ({ text: text.slice(span.start, span.end), span }));
}
