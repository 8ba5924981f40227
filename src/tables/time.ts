/** Times in heads: 2024年, 2024年1—9月, 上半年, 2023. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { TableRules } from '../knowledge/tables/table.ts';
import { readTime } from '../knowledge/time/reader.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';

/** Where the time ends that begins at a place; the place itself where none does. */
export function endOfTime(words: string, start: number, { tables, time }: RulePack): number {
  let end = start;
  for (;;) {
    const told = readTime(time, words, end, words.length)?.end ?? endOfYear(words, end, tables);
    if (told === end) return end;
    end = told + tables.timeTails.longestAt(words, told);
  }
}

/** 2023 alone; the place itself where no year stands. */
function endOfYear(words: string, start: number, { years }: TableRules): number {
  const end = ARABIC_DIGITS.endOfRun(words, start);
  return end - start === 4 && isYear(words, start, years) ? end : start;
}

/** Whether the four digits at a place are a year. */
export function isYear(words: string, at: number, { first, last }: TableRules['years']): boolean {
  const year = Number(words.slice(at, at + 4).normalize('NFKC'));
  return year >= first && year <= last;
}

/** The last year that a time names; null where it names none. */
export function yearIn(time: string): number | null {
  const years = time.normalize('NFKC').match(/\d{4}/g);
  return years ? Number(years.at(-1)) : null;
}
