/** Where the terms of the fields of reform stand in a text, and what they weigh together over any stretch of it. */
import type { DomainRules, TermWeight } from '../knowledge/domains/table.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { firstAtLeast } from '../text/sorted.ts';
import { none, type Scores } from './scores.ts';

export type Hit = { at: number; term: string; weights: readonly TermWeight[] };

export type TermEvidence = {
  hits: readonly Hit[];
  /** What the terms of a stretch weigh for each field. */
  over: (span: Span) => Scores;
  /** The terms of a stretch. */
  within: (span: Span) => readonly Hit[];
};

/** One pass over the sentences. Weights are summed as they run, so that a stretch costs the same however long it is. */
export function evidenceIn({ text, sentences }: Report, rules: DomainRules): TermEvidence {
  const hits = sentences.flatMap(({ span }) => findTerms(text, rules, span));
  const size = rules.definitions.length;
  const sums = new Float64Array((hits.length + 1) * size);
  hits.forEach(({ weights }, i) => {
    sums.copyWithin((i + 1) * size, i * size, (i + 1) * size);
    for (const { domain, weight } of weights) sums[(i + 1) * size + domain]! += weight;
  });
  const indexAt = (place: number) => firstAtLeast(hits, place, ({ at }) => at);
  return {
    hits,
    over: ({ start, end }) => {
      const [first, last] = [indexAt(start) * size, indexAt(end) * size];
      if (last <= first) return none(size);
      return sums.slice(last, last + size).map((sum, domain) => sum - sums[first + domain]!);
    },
    within: ({ start, end }) => hits.slice(indexAt(start), indexAt(end)),
  };
}

/** What the terms of words that stand apart weigh: a name, a title. */
export function scoresOf(words: string | null, rules: DomainRules): Scores {
  const scores = none(rules.definitions.length);
  for (const { weights } of words === null ? [] : findTerms(words, rules)) {
    for (const { domain, weight } of weights) scores[domain]! += weight;
  }
  return scores;
}

/** The longest term at each place; terms do not overlap. */
export function findTerms(
  text: string,
  { terms, weights }: DomainRules,
  { start, end }: Span = { start: 0, end: text.length },
): Hit[] {
  const hits: Hit[] = [];
  for (let i = start; i < end; ) {
    const length = terms.longestAt(text, i, end);
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
