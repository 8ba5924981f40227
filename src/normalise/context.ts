/** The time a figure refers to and the place within which a rank or comparison holds, as written. */
import type { Lexicon } from '../model/lexicon.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';

/** How far left of a rank its scope may stand: 居全省第7位, 在全省18个市中排名第3. */
const SCOPE_REACH = 24;

export function scopeOf(text: string, clause: Span, scopes: Lexicon): string | null {
  for (let end = clause.end; end > Math.max(clause.start, clause.end - SCOPE_REACH); end--) {
    const length = scopes.longestBefore(text, end, clause.start);
    if (length > 0) return text.slice(end - length, end);
  }
  return null;
}

export type PeriodWords = { periods: Lexicon; compared: Lexicon };

/**
 * Answers the time that a figure of a sentence refers to: the last one named before it in the sentence, else the first of
 * its paragraph; a year compared with is none. `years` stand between `paragraph` and the end of the sentence.
 */
export function periodsOf(
  text: string,
  sentence: Span,
  paragraph: number,
  years: readonly Quantity[],
  words: PeriodWords,
): (at: number) => string | null {
  const own = timesIn(text, sentence, years, words);
  let inherited: string | null | undefined;
  const textAt = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : null);
  return (at) => {
    const last = own.findLast(({ end }) => end <= at);
    if (last) return textAt(last);
    if (inherited === undefined)
      inherited = textAt(timesIn(text, { start: paragraph, end: sentence.start }, years, words)[0]);
    return inherited;
  };
}

function timesIn(
  text: string,
  { start, end }: Span,
  years: readonly Quantity[],
  { periods, compared }: PeriodWords,
): Span[] {
  const found: Span[] = [];
  let next = 0;
  for (let i = start; i < end; ) {
    while (next < years.length && years[next]!.span.start < i) next++;
    const year = years[next]?.span;
    const length = year?.start === i && year.end <= end ? year.end - i : periods.longestAt(text, i, end);
    if (length > 0 && compared.longestBefore(text, i, start) === 0) found.push({ start: i, end: i + length });
    i += Math.max(1, length);
  }
  return found;
}
