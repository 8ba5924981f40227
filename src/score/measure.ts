/** Precision, recall and F1, and the shares of matched findings whose fields are right. */
export type MatchCounts = { hit: number; found: number; gold: number };

export const noCounts = (): MatchCounts => ({ hit: 0, found: 0, gold: 0 });

export function addCounts(to: MatchCounts, { hit, found, gold }: MatchCounts): void {
  to.hit += hit;
  to.found += found;
  to.gold += gold;
}

export const precision = ({ hit, found }: MatchCounts): number => (found === 0 ? 1 : hit / found);
export const recall = ({ hit, gold }: MatchCounts): number => (gold === 0 ? 1 : hit / gold);

export function f1(counts: MatchCounts): number {
  const [p, r] = [precision(counts), recall(counts)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
