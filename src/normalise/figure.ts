import type { FigureMatches, Match } from '../model/match.ts';
import type { Verdict } from '../model/pattern.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';

/** The best match that speaks of a field: highest priority, then longest, then last in the packs. */
export function decide(matches: readonly Match[], field: keyof Verdict): Match | null {
  let best: Match | null = null;
  for (const match of matches) {
    if (match.rule.verdict[field] !== undefined && (!best || weight(match) >= weight(best))) best = match;
  }
  return best;
}

const weight = ({ rule, span }: Match): number => rule.priority * 10_000 + (span.end - span.start);

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
