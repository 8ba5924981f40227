/** Which fields of reform a section, a figure and the whole report belong to: one pass over the text for all terms. */
import type { DomainRules, TermWeight } from '../knowledge/domains/table.ts';
import type { FigureDomains, Findings, ReportDomain } from '../model/findings.ts';
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
  const { sectionShare, sectionMost, figureMost, least } = rules.scoring;
  const hits = findTerms(text, rules);
  const sections: DomainScore[][] = [];
  for (const heading of headings) {
    const scores = sectionScores(heading, hits, rules);
    const own = best(scores, rules, { share: sectionShare, most: sectionMost, least });
    // A section that says too little of its own belongs where its parent does, which stands before it.
    sections.push(own.length > 0 ? own : (sections[heading.parent] ?? []));
  }
  return {
    sections,
    report: reportDomains(text, headings, hits, rules),
    ofFigures: (sentence, heading) => {
      const own = hitsIn(hits, sentence);
      const local = best(score(own), rules, { share: 1, most: figureMost, least: 1 }).map(({ id }) => id);
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

/** By index of the definition; domains without a term are left out. */
type Scores = ReadonlyMap<number, number>;

function score(hits: readonly Hit[], factor = 1): Scores {
  const scores = new Map<number, number>();
  for (const { weights } of hits) {
    for (const { domain, weight } of weights) scores.set(domain, (scores.get(domain) ?? 0) + factor * weight);
  }
  return scores;
}

function add(a: Scores, b: Scores, factor = 1): Scores {
  const sum = new Map(a);
  for (const [domain, value] of b) sum.set(domain, (sum.get(domain) ?? 0) + factor * value);
  return sum;
}

function sectionScores({ span, titleSpan }: Heading, hits: readonly Hit[], rules: DomainRules): Scores {
  const body = score(hitsIn(hits, { start: titleSpan.end, end: span.end }));
  const title = score(hitsIn(hits, titleSpan));
  const total = [...body.values()].reduce((sum, value) => sum + value, 0);
  // A long body must not drown its heading: the heading weighs in proportion to it.
  return add(body, title, Math.max(rules.scoring.headingWeight, 0.08 * total));
}

/** `share`: of the best score, at least; `least`: the lowest best score. */
type Limits = { share: number; most: number; least: number };

function ranked(scores: Scores, { share, most, least }: Limits) {
  const top = Math.max(0, ...scores.values());
  if (top < least) return [];
  return [...scores]
    .map(([domain, value]) => ({ domain, score: round(value / top) }))
    .filter(({ score }) => score >= share)
    .sort((a, b) => b.score - a.score || a.domain - b.domain)
    .slice(0, most);
}

const best = (scores: Scores, rules: DomainRules, limits: Limits): DomainScore[] =>
  ranked(scores, limits).flatMap(({ domain, score }) => {
    const definition = rules.definitions[domain];
    return definition ? [{ id: definition.id, score }] : [];
  });

const round = (value: number): number => Math.round(value * 1000) / 1000;

function reportDomains(
  text: string,
  headings: readonly Heading[],
  hits: readonly Hit[],
  rules: DomainRules,
): ReportDomain[] {
  const { headingWeight, reportShare, reportMost, least } = rules.scoring;
  const titles = headings.map(({ titleSpan }) => score(hitsIn(hits, titleSpan), headingWeight));
  const scores = titles.reduce((sum, title) => add(sum, title), score(hits));
  const terms = firstOfEachTerm(hits);
  return ranked(scores, { share: reportShare, most: reportMost, least }).flatMap(({ domain, score }) => {
    const definition = rules.definitions[domain];
    return definition ? [{ ...definition, score, evidence: evidenceFor(domain, terms, text) }] : [];
  });
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
