/** A text without headings of work to come is known by its mood: a plan is written in imperatives. */
import { origin } from '../../model/origin.ts';
import type { Heading } from '../../model/report.ts';
import type { Status } from '../../model/vocabulary.ts';
import type { Mode } from './scope.ts';
import type { SignedSentence, Signs } from './signs.ts';

/** A plan has this many sentences that urge or promise for each that tells of something done; a review has 3 at most. */
const PLAN_RATIO = 6;
const REVIEW_RATIO = 3;
/** A part with fewer sentences has no mood of its own. */
const MOOD_SENTENCES = 12;

type Mood = { urging: number; telling: number; sentences: number };

const MOODS: Record<Status, Mode> = {
  achieved: { status: 'achieved', stated: false, origin: origin('MOOD') },
  target: { status: 'target', stated: false, origin: origin('MOOD') },
};

/** The mood of the part of the report that a heading belongs to; of the whole report where the part is too short. */
export function moodsOf(headings: readonly Heading[], signed: readonly SignedSentence[]): (heading: number) => Mode {
  const tops = topHeadings(headings);
  const whole: Mood = newMood();
  const parts = new Map<number, Mood>();
  for (const { sentence, signs } of signed) {
    const top = tops[sentence.heading] ?? -1;
    const part = parts.get(top) ?? newMood();
    parts.set(top, part);
    count(whole, signs);
    count(part, signs);
  }
  return (heading) => {
    const part = parts.get(tops[heading] ?? -1);
    return MOODS[(part ? moodStatus(part) : null) ?? moodStatus(whole) ?? 'achieved'];
  };
}

const newMood = (): Mood => ({ urging: 0, telling: 0, sentences: 0 });

function count(mood: Mood, { urges, tells }: Signs): void {
  mood.sentences++;
  if (urges) mood.urging++;
  if (tells) mood.telling++;
}

/** Of each heading the outermost one that it stands under. */
function topHeadings(headings: readonly Heading[]): number[] {
  const tops: number[] = [];
  for (const [i, { parent }] of headings.entries()) tops.push(parent < 0 ? i : (tops[parent] ?? i));
  return tops;
}

/** Null where a part is too short, or urges and tells about as one would between the two. */
function moodStatus({ urging, telling, sentences }: Mood): Status | null {
  if (sentences < MOOD_SENTENCES) return null;
  if (urging >= PLAN_RATIO * Math.max(1, telling)) return 'target';
  return urging <= REVIEW_RATIO * telling ? 'achieved' : null;
}
