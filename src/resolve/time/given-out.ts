/** Which of the years of a list each figure behind it is of: 2021年、2022年分别新建公路46公里、52公里. */
import { firstAtLeast } from '../../text/sorted.ts';
import type { Mention } from './mentions.ts';
import type { TimedSentence } from './sentence.ts';

type YearsListed = Pick<TimedSentence, 'text' | 'span' | 'pack' | 'mentions'>;

/** By where the figures start, which are given in text order. */
export function yearsGivenOut(sentence: YearsListed, figures: readonly number[]): ReadonlyMap<number, Mention> {
  const { text, span, pack, mentions } = sentence;
  const { respectively } = pack.time;
  const years = new Map<number, Mention>();
  if (mentions.length < 2) return years;
  for (let at = respectively.firstIn(text, span.start, span.end); at >= 0; ) {
    const next = firstAtLeast(mentions, at, ({ time }) => time.start);
    const list = listBefore(sentence, next);
    const first = firstAtLeast(figures, at, (start) => start);
    const values = figures.slice(first, first + list.length);
    const isNear = (values.at(-1) ?? at) - at <= LIST_REACH;
    if (isNear && isListOf(sentence, values, list.length, mentions[next]))
      for (const [i, start] of values.entries()) years.set(start, list[i] as Mention);
    at = respectively.firstIn(text, at + 1, span.end);
  }
  return years;
}

/** How far behind the word that gives them out the last figure may stand. */
const LIST_REACH = 200;

/** Longer lists of years are tables without their lines. */
const MOST_YEARS = 12;

/** The times that stand one behind the other before one of them, with but a sign of lists between. */
function listBefore({ text, pack: { time, punctuation }, mentions }: YearsListed, next: number): readonly Mention[] {
  const isJoint = (start: number, end: number) =>
    time.listJoints.is(text, start, end) || (end - start === 1 && punctuation.enumerators.at(text, start));
  const isListed = (at: number) => {
    const [before, after] = [mentions[at - 1], mentions[at]];
    return before && after && !before.isCompared && isJoint(before.time.end, after.time.start);
  };
  let first = next - 1;
  while (next - first < MOST_YEARS && isListed(first)) first--;
  return mentions.slice(Math.max(0, first), next);
}

/** As many values as years, with no comma and no other time between. */
const isListOf = (
  { text, pack }: YearsListed,
  values: readonly number[],
  count: number,
  other: Mention | undefined,
) => {
  const [first, last] = [values[0], values.at(-1)];
  if (count < 2 || values.length < count || first === undefined || last === undefined) return false;
  return !pack.punctuation.commas.isIn(text, first, last) && !(other && other.time.start < last);
};
