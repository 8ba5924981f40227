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

/** Weights are summed up to each block of so many terms, so that a long stretch costs no more than a short one. */
const BLOCK = 32;

/** One pass over the sentences. */
export function evidenceIn({ text, sentences }: Report, rules: DomainRules): TermEvidence {
  const hits: Hit[] = [];
  for (const { span } of sentences) findTerms(text, rules, span, hits);
  const size = rules.definitions.length;
  const sums = blockSums(hits, size);
  const places = hits.map(({ at }) => at);
  const indexAt = (place: number) => firstAtLeast(places, place, itself);
  return {
    hits,
    over: ({ start, end }) => {
      const [first, last] = [indexAt(start), indexAt(end)];
      if (last <= first) return NOTHING;
      const scores = none(size);
      const [from, to] = [Math.ceil(first / BLOCK), Math.floor(last / BLOCK)];
      if (from >= to) {
        addWeights(scores, hits, first, last);
        return scores;
      }
      for (let i = 0; i < size; i++) scores[i] = sums[to]![i]! - sums[from]![i]!;
      addWeights(scores, hits, first, from * BLOCK);
      addWeights(scores, hits, to * BLOCK, last);
      return scores;
    },
    within: ({ start, end }) => hits.slice(indexAt(start), indexAt(end)),
  };
}

const itself = (place: number): number => place;

/** No term: no field has a score. */
export const NOTHING: Scores = [];

/** What all terms before each block weigh. */
function blockSums(hits: readonly Hit[], size: number): Scores[] {
  const before = none(size);
  const sums = [[...before]];
  for (let end = BLOCK; end <= hits.length; end += BLOCK) {
    addWeights(before, hits, end - BLOCK, end);
    sums.push([...before]);
  }
  return sums;
}

function addWeights(scores: number[], hits: readonly Hit[], first: number, last: number): void {
  for (let i = first; i < last; i++) for (const { domain, weight } of hits[i]!.weights) scores[domain]! += weight;
}

/** What the terms of words that stand apart weigh: a name, a title. */
export function scoresOf(words: string | null, rules: DomainRules): Scores {
  const hits = words === null ? [] : findTerms(words, rules);
  if (hits.length === 0) return NOTHING;
  const scores = none(rules.definitions.length);
  addWeights(scores, hits, 0, hits.length);
  return scores;
}

/** The longest term at each place; terms do not overlap. */
export function findTerms(
  text: string,
  { terms: { words, weighed } }: DomainRules,
  span: Span = { start: 0, end: text.length },
  hits: Hit[] = [],
): Hit[] {
  words.each(text, span, (at, word) => {
    const { term, weights } = weighed[word]!;
    hits.push({ at, term, weights });
    return at + term.length;
  });
  return hits;
}
