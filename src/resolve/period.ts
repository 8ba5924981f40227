/** The time that a figure refers to, as written. */
import type { ResolvingWords } from '../knowledge/resolving/table.ts';
import { type Origin, origin } from '../model/origin.ts';
import type { Quantity } from '../model/quantity.ts';
import { type Span, sliceOf } from '../model/span.ts';
import { once } from '../text/once.ts';

type PeriodWords = Pick<ResolvingWords, 'periods' | 'periodTail' | 'compared'>;

export type Period = { text: string; origin: Origin };

/**
 * Answers the time that a figure of a sentence refers to: the last one named before it in the sentence, else the first that
 * opens a clause of its paragraph; a year compared with is none. `times` are the quantities of time between `paragraph` and the end of the
 * sentence.
 */
export function periodsOf(
  text: string,
  sentence: Span,
  paragraph: number,
  times: readonly Quantity[],
  words: PeriodWords,
  yearUnit: string,
): (at: number) => Period | null {
  const own = timesIn(text, sentence, times, words, yearUnit);
  const inherited = once(() => {
    const earlier = timesIn(text, { start: paragraph, end: sentence.start }, times, words, yearUnit);
    const opensClause = ({ start }: Span) => start === paragraph || !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '');
    return periodAt(text, earlier.find(opensClause), 'IN_PARAGRAPH');
  });
  return (at) =>
    periodAt(
      text,
      own.findLast(({ end }) => end <= at),
      'IN_SENTENCE',
    ) ?? inherited();
}

const periodAt = (text: string, span: Span | undefined, code: 'IN_SENTENCE' | 'IN_PARAGRAPH'): Period | null =>
  span ? { text: sliceOf(text, span), origin: origin(code) } : null;

function timesIn(
  text: string,
  { start, end }: Span,
  times: readonly Quantity[],
  { periods, periodTail, compared }: PeriodWords,
  yearUnit: string,
): Span[] {
  const found: Span[] = [];
  let next = 0;
  for (let i = start; i < end; ) {
    while ((times[next]?.span.end ?? Number.POSITIVE_INFINITY) <= i) next++;
    const time = times[next];
    if (time && time.span.start === i && time.span.end <= end) {
      const tail = periodTail.longestAt(text, time.span.end, end);
      const isPeriod = tail > 0 || (isYear(time, yearUnit) && compared.longestBefore(text, i, start) === 0);
      if (isPeriod) found.push({ start: i, end: time.span.end + tail });
      i = time.span.end + tail;
      continue;
    }
    const length = periods.longestAt(text, i, end);
    if (length > 0 && compared.longestBefore(text, i, start) === 0) found.push({ start: i, end: i + length });
    i += Math.max(1, length);
  }
  return found;
}

/** 2022年, 二〇二二年, 202*年; not 三年. */
const isYear = ({ unit, raw, form }: Quantity, yearUnit: string): boolean =>
  unit?.symbol === yearUnit && (raw.length === 4 || form === 'range');

/** What a period may be told by: 2022年, 十五年间, 三个月来. */
export const isTime = ({ unit }: Quantity): boolean => unit?.dimension === 'time';
