import type { Verdict } from '../knowledge/pattern/table.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { FigureMatches, Match } from './match.ts';

/** The best match that speaks of a field: highest priority, then longest, then last in the packs. */
export function decide(matches: readonly Match[], field: keyof Verdict): Match | null {
  let best: Match | null = null;
  for (const match of matches) {
    if (match.rule.verdict[field] !== undefined && (!best || weight(match) >= weight(best))) best = match;
  }
  return best;
}

const weight = ({ rule, span }: Match): number => rule.priority * 10_000 + (span.end - span.start);

/** What the best rule says in words: its own, or those that its pattern captured. */
export function wordsOf(text: string, matches: readonly Match[], field: 'name' | 'scope' | 'period'): string | null {
  const match = decide(matches, field);
  const stated = match?.rule.verdict[field];
  if (!stated?.startsWith('$')) return stated ?? null;
  const capture = match?.captures.get(stated.slice(1));
  return capture ? text.slice(capture.start, capture.end) : null;
}

/** A quantity that the rules accept as an indicator. */
export type Figure = {
  quantity: Quantity;
  matches: readonly Match[];
  /** Its clause to the left, up to the figure before. */
  left: Span;
  /** Its clause to the right, up to the next figure or the next member of a list. */
  right: Span;
};

export const isAccepted = ({ matches }: FigureMatches): boolean =>
  decide(matches, 'accept')?.rule.verdict.accept === true;

export function verdictOf<K extends keyof Verdict>(matches: readonly Match[], field: K): Verdict[K] | undefined {
  return decide(matches, field)?.rule.verdict[field];
}
