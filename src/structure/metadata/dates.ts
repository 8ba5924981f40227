/** Years and days as titles and first lines write them, their digits plain: 2024年, 1月8日. */
import type { NumeralTable } from '../../knowledge/numerals/table.ts';
import { ARABIC_DIGITS, SPACES } from '../../text/char-set.ts';

type DateUnits = Pick<NumeralTable, 'yearUnit' | 'monthUnit' | 'dayUnit'>;

export type WrittenYear = { year: number; start: number; end: number };

/** Four digits and 年, wherever they stand; no other digits need be looked for than those before each 年. */
export function* yearsIn(text: string, { yearUnit }: Pick<DateUnits, 'yearUnit'>): Generator<WrittenYear> {
  for (let at = text.indexOf(yearUnit); at >= 0; at = text.indexOf(yearUnit, at + 1)) {
    const year = yearBefore(text, at);
    if (year !== null) yield { year, start: at - YEAR_DIGITS, end: at + yearUnit.length };
  }
}

const YEAR_DIGITS = 4;

/** The four digits that end at a place; null for fewer. */
export function yearBefore(text: string, end: number): number | null {
  const digits = text.slice(Math.max(0, end - YEAR_DIGITS), end);
  return /^\d{4}$/.test(digits) ? Number(digits) : null;
}

/** The year that a text begins with. */
export function leadingYear(text: string, units: Pick<DateUnits, 'yearUnit'>): WrittenYear | null {
  const [first] = yearsIn(text.slice(0, YEAR_DIGITS + units.yearUnit.length), units);
  return first?.start === 0 ? first : null;
}

/** 1月8日 */
export function isDayAt(text: string, at: number, { monthUnit, dayUnit }: DateUnits): boolean {
  const end = endOfCount(text, at, monthUnit);
  return end > at && endOfCount(text, end, dayUnit) > end;
}

/** The end of one or two digits with a unit, a blank before them passed over; `at` where they do not stand. */
function endOfCount(text: string, at: number, unit: string): number {
  const start = SPACES.at(text, at) ? at + 1 : at;
  const end = ARABIC_DIGITS.endOfRun(text, start, start + 2);
  return end > start && text.startsWith(unit, end) ? end + unit.length : at;
}
