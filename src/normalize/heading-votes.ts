/** Whether headings of a kind stand on lines of their own, or at the head of a paragraph: told by those of the same part of the text, which begins with the first. */
import type { Marker } from '../knowledge/headings/marker.ts';
import type { MarkerForm } from '../knowledge/headings/table.ts';
import type { Pair } from './lines.ts';

type Ballot = { votes: number };

/** By the line that a marker begins: what the others of its kind say, for above 0; of its part, or where that says nothing of all. */
export function headingVotes(
  pairs: readonly Pair[],
  markerOf: (pair: Pair) => Marker | null,
  voteOf: (pair: Pair) => number,
): (pair: Pair) => number {
  const whole = new Map<MarkerForm, Ballot>();
  const part = new Map<MarkerForm, Ballot>();
  const ballots = new Map<number, { ofPart: Ballot; ofAll: Ballot }>();
  for (const pair of pairs) {
    const marker = markerOf(pair);
    if (marker === null) continue;
    const { form, number } = marker;
    for (const other of part.keys()) if (other.level > form.level) part.delete(other);
    if (number === 1) part.delete(form);
    const [ofPart, ofAll] = [ballotOf(part, form), ballotOf(whole, form)];
    const vote = voteOf(pair);
    ofPart.votes += vote;
    ofAll.votes += vote;
    ballots.set(pair.before.index, { ofPart, ofAll });
  }
  return ({ before }) => {
    const ballot = ballots.get(before.index);
    return ballot?.ofPart.votes || ballot?.ofAll.votes || 0;
  };
}

function ballotOf(ballots: Map<MarkerForm, Ballot>, form: MarkerForm): Ballot {
  const known = ballots.get(form);
  if (known) return known;
  const ballot = { votes: 0 };
  ballots.set(form, ballot);
  return ballot;
}
