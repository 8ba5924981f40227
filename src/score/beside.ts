/** Fields beside the row, scored where they are annotated: the first field of reform, the time, the basis of a change, the standard indicator. */
import type { Indicator } from '../model/record.ts';
import type { Time } from '../model/time.ts';
import type { AnnotatedIndicator } from './annotation.ts';
import { type MatchCounts, noCounts } from './measure.ts';

export type Tally = { right: number; of: number };

export type BesideScore = { topic: Tally; time: Tally; basis: Tally; concept: MatchCounts };

export const noBeside = (): BesideScore => ({
  topic: { right: 0, of: 0 },
  time: { right: 0, of: 0 },
  basis: { right: 0, of: 0 },
  concept: noCounts(),
});

type BesideMiss = (what: 'topic' | 'time' | 'basis' | 'concept', gold: unknown, found: unknown) => void;

export function scoreBeside(gold: AnnotatedIndicator, found: Indicator, score: BesideScore, miss: BesideMiss): void {
  const count = (what: 'topic' | 'time' | 'basis', isRight: boolean, wanted: unknown, got: unknown) => {
    score[what].of++;
    if (isRight) score[what].right++;
    else miss(what, wanted, got);
  };
  const [first] = found.domains;
  if (gold.domains?.length) count('topic', gold.domains.includes(first ?? ''), gold.domains, found.domains);
  if (gold.time === undefined) return;
  count(
    'time',
    [gold.time, ...gold.timeAlt].some((time) => isSameTime(time, found.time)),
    gold.time,
    found.time,
  );
  if (gold.kind === 'change')
    count('basis', [gold.basis ?? null, ...gold.basisAlt].includes(found.basis), gold.basis, found.basis);
  scoreConcept(gold, found.concept, score, miss);
}

const isSameTime = (a: Time | null, b: Time | null): boolean =>
  a === null || b === null ? a === b : a.from === b.from && a.to === b.to;

/** Found where none is right, and missed where one is, are both wrong. */
function scoreConcept(
  gold: AnnotatedIndicator,
  found: string | null,
  { concept }: BesideScore,
  miss: BesideMiss,
): void {
  const wanted = gold.concept ?? null;
  const isRight = found === wanted || gold.conceptAlt.includes(found);
  if (found !== null) concept.found++;
  if (found !== null && isRight) concept.hit++;
  if ((wanted !== null && !(isRight && found === null)) || (found !== null && isRight)) concept.gold++;
  if (!isRight) miss('concept', wanted, found);
}
