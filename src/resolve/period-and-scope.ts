/** The time a figure refers to and the place within which a rank or comparison holds, as written. */

import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';

/** How far left of a rank its scope may stand: 居全省第7位, 在全省18个市中排名第3. */
const SCOPE_REACH = 24;

/** Looks back to the clause's beginning, past other figures: 由全省第28位跃升至第9位. Adjacent words are one scope: 全国县域. */
export function scopeOf(
  text: string,
  at: number,
  sentence: Span,
  scopes: Lexicon,
  { delimiters }: Punctuation,
): string | null {
  const limit = Math.max(sentence.start, at - SCOPE_REACH);
  for (let end = at; end > limit && !delimiters.at(text, end - 1); end--) {
    let start = end;
    for (let length = 1; length > 0; start -= length) length = scopes.longestBefore(text, start, limit);
    if (start < end) return text.slice(start, end);
  }
  return null;
}

export type PeriodWords = { periods: Lexicon; periodTail: Lexicon; compared: Lexicon };

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
): (at: number) => string | null {
  const own = timesIn(text, sentence, times, words);
  let inherited: string | null | undefined;
  const textAt = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : null);
  return (at) => {
    const last = own.findLast(({ end }) => end <= at);
    if (last) return textAt(last);
    if (inherited === undefined)
      inherited = textAt(
        timesIn(text, { start: paragraph, end: sentence.start }, times, words).find(
          ({ start }) => start === paragraph || !/[\p{L}\p{N}]/u.test(text[start - 1]!),
        ),
      );
    return inherited;
  };
}

function timesIn(
  text: string,
  { start, end }: Span,
  times: readonly Quantity[],
  { periods, periodTail, compared }: PeriodWords,
): Span[] {
  const found: Span[] = [];
  let next = 0;
  for (let i = start; i < end; ) {
    while (next < times.length && times[next]!.span.end <= i) next++;
    const time = times[next];
    if (time && time.span.start === i && time.span.end <= end) {
      const tail = periodTail.longestAt(text, time.span.end, end);
      const isPeriod = tail > 0 || (isYear(time) && compared.longestBefore(text, i, start) === 0);
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
const isYear = ({ unit, raw, form }: Quantity): boolean =>
  unit?.symbol === '年' && (raw.length === 4 || form === 'range');

/** What a period may be told by: 2022年, 十五年间, 三个月来. */
export const isTime = ({ unit }: Quantity): boolean => unit?.dimension === 'time';
