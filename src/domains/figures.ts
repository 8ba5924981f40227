/** Which fields of reform a figure belongs to: what it measures weighs most, then its clause, sentence, paragraph and section. */
import type { DomainRules } from '../knowledge/domains/table.ts';
import type { FigureDomainsOf, FigureSetting } from '../model/findings.ts';
import { origin } from '../model/origin.ts';
import type { Span } from '../model/span.ts';
import { findTerms, type Hit, NOTHING, scoresOf, type TermEvidence } from './evidence.ts';
import { bounded, ranked, type Scores, sumOf } from './scores.ts';

export function figureDomains(
  evidence: TermEvidence,
  sectionOf: (heading: number) => Scores,
  rules: DomainRules,
): FigureDomainsOf {
  const { definitions, scoring } = rules;
  const { figureShare: share, figureMost: most, figureLeast: least, contextMost } = scoring;
  const surroundings = ({ sentence, paragraph, heading }: FigureSetting): Scores =>
    sumOf(definitions.length, [
      [scoring.sentenceWeight, bounded(evidence.over(sentence), contextMost)],
      [scoring.paragraphWeight, bounded(evidence.over({ start: paragraph, end: sentence.start }), contextMost)],
      [scoring.sectionWeight, sectionOf(heading)],
    ]);
  // Each name of a report is weighed once.
  const named = new Map<string, Scores>();
  const nameScores = (name: string): Scores => {
    const before = named.get(name);
    if (before) return before;
    const scores = scoresOf(name, rules);
    named.set(name, scores);
    return scores;
  };
  // The figures of a sentence come one after the other.
  let around: { sentence: Span | null; scores: Scores } = { sentence: null, scores: [] };
  return (setting) => {
    const { name, clause, sentence } = setting;
    if (around.sentence !== sentence) around = { sentence, scores: surroundings(setting) };
    const scores = sumOf(definitions.length, [
      [scoring.nameWeight, name === null ? NOTHING : nameScores(name)],
      [scoring.clauseWeight, evidence.over(clause)],
      [1, around.scores],
    ]);
    const best = ranked(scores, { share, most, least });
    const ids = best.map(({ domain }) => definitions[domain]!.id);
    return { ids, origin: () => originOf(best[0]?.domain, setting, evidence, rules) };
  };
}

/** So many terms are shown. */
const MOST_TERMS = 5;

/** The terms that speak for the field nearest to the figure; its section where none do. */
function originOf(
  domain: number | undefined,
  { name, clause, sentence }: FigureSetting,
  evidence: TermEvidence,
  rules: DomainRules,
) {
  if (domain === undefined) return origin('DEFAULT');
  const near = [...(name === null ? [] : findTerms(name, rules)), ...evidence.within(clause)];
  const terms = [near, evidence.within(sentence)]
    .map((hits) => hits.filter((hit) => speaksFor(hit, domain)).map(({ term }) => term))
    .find((found) => found.length > 0);
  return terms ? origin('TERMS', { terms: [...new Set(terms)].slice(0, MOST_TERMS).join(' ') }) : origin('SECTION');
}

const speaksFor = ({ weights }: Hit, domain: number): boolean => weights.some((weight) => weight.domain === domain);
