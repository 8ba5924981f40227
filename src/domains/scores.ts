/** What speaks for each field of reform, by index of its definition; and how that adds up. */
export type Scores = readonly number[];

export const none = (size: number): number[] => new Array<number>(size).fill(0);

export type WeighedScores = readonly [weight: number, scores: Scores];

/** The sum of several pieces of evidence, each with what it counts. */
export function sumOf(size: number, parts: readonly WeighedScores[]): Scores {
  const sum = none(size);
  for (const [weight, scores] of parts)
    if (scores.length > 0) for (let i = 0; i < size; i++) sum[i]! += weight * scores[i]!;
  return sum;
}

function total(scores: Scores): number {
  let sum = 0;
  for (const score of scores) sum += score;
  return sum;
}

/** A long stretch has many terms: the more there are the less each adds, and together they weigh less than `most`. */
export function bounded(scores: Scores, most: number): Scores {
  if (scores.length === 0) return scores;
  const factor = most / (most + total(scores));
  return scores.map((score) => score * factor);
}

/** Shares of the whole: what a section hands on, however long it is. */
export function shares(scores: Scores): Scores {
  const all = total(scores);
  return all > 0 ? scores.map((score) => score / all) : scores;
}

/** `share`: of the best score, at least; `least`: the lowest best score; `part`: of all scores, the smallest best one. */
export type Limits = { share: number; most: number; least: number; part?: number };

/** The best fields, each with its share of the best one's score. */
export function ranked(scores: Scores, { share, most, least, part = 0 }: Limits): { domain: number; score: number }[] {
  let top = 0;
  for (const score of scores) if (score > top) top = score;
  // What speaks of everything alike is about no field.
  if (top <= 0 || top < least || top < part * total(scores)) return [];
  const best: { domain: number; score: number }[] = [];
  for (let domain = 0; domain < scores.length; domain++) {
    const score = Math.round((1000 * scores[domain]!) / top) / 1000;
    if (score > 0 && score >= share) best.push({ domain, score });
  }
  return best.sort((a, b) => b.score - a.score || a.domain - b.domain).slice(0, most);
}
