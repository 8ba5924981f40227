/** Which fields of reform a figure belongs to: what it measures weighs most, then its clause, sentence, paragraph and section. */
import type { DomainRules } from '../knowledge/domains/table.ts';
import type { FigureDomainsOf, FigureSetting } from '../model/findings.ts';
import { origin } from '../model/origin.ts';
import { findTerms, type Hit, scoresOf, type TermEvidence } from './evidence.ts';
import { bounded, ranked, type Scores, sumOf } from './scores.ts';

export const figureDomains =
  (evidence: TermEvidence, sectionOf: (heading: number) => Scores, rules: DomainRules): FigureDomainsOf =>
  (setting) => {
    const { definitions, scoring } = rules;
    const { name, clause, sentence, paragraph, heading } = setting;
    const lead = { start: paragraph, end: sentence.start };
    const scores = sumOf(definitions.length, [
      [scoring.nameWeight, scoresOf(name, rules)],
      [scoring.clauseWeight, evidence.over(clause)],
      [scoring.sentenceWeight, bounded(evidence.over(sentence), scoring.contextMost)],
      [scoring.paragraphWeight, bounded(evidence.over(lead), scoring.contextMost)],
      [scoring.sectionWeight, sectionOf(heading)],
    ]);
    const { figureShare: share, figureMost: most, figureLeast: least } = scoring;
    const best = ranked(scores, { share, most, least });
    const ids = best.map(({ domain }) => definitions[domain]!.id);
    return { ids, origin: () => originOf(best[0]?.domain, setting, evidence, rules) };
  };

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
