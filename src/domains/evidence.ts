/** Where the terms of the fields of reform stand in a text, and what they weigh together over any stretch of it. */
import type { DomainRules, WeighedTerm } from '../knowledge/domains/table.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { none, type Scores } from './scores.ts';

export type Hit = WeighedTerm & { at: number };

export type TermEvidence = {
  hits: readonly Hit[];
  /** What the terms of a stretch weigh for each field. */
  over: (span: Span) => Scores;
  /** The terms of a stretch. */
  within: (span: Span) => readonly Hit[];
};

/** One pass over the sentences. Weights are summed as they run, so that a long stretch costs no more than a short one. */
export function evidenceIn({ text, sentences }: Report, rules: DomainRules): TermEvidence {
  const hits: Hit[] = [];
  for (const { span } of sentences) findTerms(text, rules, span, hits);
  const size = rules.definitions.length;
  const sums = runningSums(hits, size);
  const indexAt = (place: number) => firstAtLeast(hits, place, placeOf);
  return {
    hits,
    over: ({ start, end }) => {
      const [first, last] = [indexAt(start), indexAt(end)];
      if (last <= first) return NOTHING;
      const scores = none(size);
      for (let i = 0; i < size; i++) scores[i] = sums[last * size + i]! - sums[first * size + i]!;
      return scores;
    },
    within: ({ start, end }) => hits.slice(indexAt(start), indexAt(end)),
  };
}

const placeOf = ({ at }: Hit): number => at;

/** No term: no field has a score. */
const NOTHING: Scores = [];

function runningSums(hits: readonly Hit[], size: number): Float64Array {
  const sums = new Float64Array((hits.length + 1) * size);
  let at = size;
  for (const { weights } of hits) {
    for (let i = 0; i < size; i++) sums[at + i] = sums[at - size + i]!;
    for (const { domain, weight } of weights) sums[at + domain]! += weight;
    at += size;
  }
  return sums;
}

/** What the terms of words that stand apart weigh: a name, a title. */
export function scoresOf(words: string | null, rules: DomainRules): Scores {
  const hits = words === null ? [] : findTerms(words, rules);
  if (hits.length === 0) return NOTHING;
  const scores = none(rules.definitions.length);
  for (const { weights } of hits) for (const { domain, weight } of weights) scores[domain]! += weight;
  return scores;
}

/** The longest term at each place; terms do not overlap. */
export function findTerms(
  text: string,
  { terms, weighed }: DomainRules,
  { start, end }: Span = { start: 0, end: text.length },
  hits: Hit[] = [],
): Hit[] {
  for (let at = terms.firstIn(text, start, end); at >= 0; ) {
    const { term, weights } = weighed[terms.wordAt(text, at, end)]!;
    hits.push({ at, term, weights });
    at = terms.firstIn(text, at + term.length, end);
  }
  return hits;
}
