/** Times in heads: 2024年, 2024年1—9月, 上半年, 2023. */

import type { RulePack } from '../knowledge/rule-pack.ts';
import type { TableRules } from '../knowledge/tables/table.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';

/** Where the time ends that begins at a place; the place itself where none does. */
export function endOfTime(words: string, start: number, { numerals, tables, resolving }: RulePack): number {
  const { yearUnit, monthUnit, dayUnit, rangeJoiners } = numerals;
  let end = start;
  for (;;) {
    const digits = ARABIC_DIGITS.endOfRun(words, end);
    if (digits > end) {
      const joint = rangeJoiners.longestAt(words, digits);
      const unit = words.charAt(digits);
      if (unit !== '' && [yearUnit, monthUnit, dayUnit].includes(unit)) end = digits + 1;
      else if (joint > 0 && ARABIC_DIGITS.at(words, digits + joint)) {
        // 1—9月: the unit comes with the second number.
        const second = ARABIC_DIGITS.endOfRun(words, digits + joint);
        if (words.charAt(second) === '' || ![yearUnit, monthUnit, dayUnit].includes(words.charAt(second))) return end;
        end = second + 1;
      } else return digits - end === 4 && isYear(words, end, tables.years) ? digits : end;
      end += tables.timeTails.longestAt(words, end);
      continue;
    }
    const length = resolving.periods.longestAt(words, end);
    if (length === 0) return end;
    end += length;
  }
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
