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

/** The last time named before the figure in its sentence, else the first of its paragraph; a year compared with is none. */
export function periodOf(
  text: string,
  sentence: Span,
  paragraph: number,
  at: number,
  times: readonly Quantity[],
  words: PeriodWords,
): string | null {
  return (
    lastTime(text, { start: sentence.start, end: at }, times, words) ??
    firstTime(text, { start: paragraph, end: sentence.start }, times, words)
  );
}

function lastTime(text: string, { start, end }: Span, times: readonly Quantity[], words: PeriodWords): string | null {
  let found: Span | null = null;
  for (const span of timesIn(text, { start, end }, times, words)) found = span;
  return found ? text.slice(found.start, found.end) : null;
}

function firstTime(text: string, span: Span, times: readonly Quantity[], words: PeriodWords): string | null {
  for (const found of timesIn(text, span, times, words)) return text.slice(found.start, found.end);
  return null;
}

function* timesIn(
  text: string,
  { start, end }: Span,
  times: readonly Quantity[],
  { periods, compared }: PeriodWords,
): Generator<Span> {
  const years = times.filter(({ span }) => span.start >= start && span.end <= end);
  for (let i = start; i < end; ) {
    const year = years.find(({ span }) => span.start === i);
    const length = year ? year.span.end - i : periods.longestAt(text, i, end);
    if (length === 0) {
      i++;
      continue;
    }
    if (compared.longestBefore(text, i, start) === 0) yield { start: i, end: i + length };
    i += length;
  }
}
