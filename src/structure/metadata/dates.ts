/** Years and days as reports write them, in digits of all kinds: 2024年, １９９８年, 二〇一六年十二月二十八日. */
import type { NumeralTable } from '../../knowledge/numerals/table.ts';

type DateNumerals = Pick<
  NumeralTable,
  'digits' | 'zeroSigns' | 'multipliers' | 'tens' | 'yearUnit' | 'monthUnit' | 'dayUnit'
>;

/** Month and day are null where they are not written, or masked. */
export type WrittenDate = { year: number; month: number | null; day: number | null; start: number; end: number };

const YEAR_DIGITS = 4;
/** Most characters of a month or a day: 二十八. */
const COUNT_DIGITS = 3;

/** All years of our time, with month and day; no other digits need be looked for than those before each 年. */
export function* datesIn(text: string, numerals: DateNumerals, from = 0, to = text.length): Generator<WrittenDate> {
  const { yearUnit, monthUnit, dayUnit } = numerals;
  for (let at = text.indexOf(yearUnit, from); at >= 0 && at < to; at = text.indexOf(yearUnit, at + 1)) {
    const year = yearBefore(text, at, numerals);
    if (year === null) continue;
    const afterYear = at + yearUnit.length;
    const month = countAt(text, afterYear, monthUnit, numerals);
    const day = month && countAt(text, month.end, dayUnit, numerals);
    const end = day?.end ?? month?.end ?? afterYear;
    yield { year, month: month?.value ?? null, day: day?.value ?? null, start: at - YEAR_DIGITS, end };
  }
}

/** The year of our time whose four digits end at a place; null for fewer, and for the end of a longer number. */
export function yearBefore(text: string, end: number, numerals: DateNumerals): number | null {
  const start = end - YEAR_DIGITS;
  if (start < 0 || digitAt(text, start - 1, numerals) !== null) return null;
  let year = 0;
  for (let i = start; i < end; i++) {
    const digit = digitAt(text, i, numerals);
    if (digit === null) return null;
    year = 10 * year + digit;
  }
  return year >= 1900 && year < 2100 ? year : null;
}

/** The date that a text begins with. */
export function leadingDate(text: string, numerals: DateNumerals): WrittenDate | null {
  const [first] = datesIn(text, numerals, 0, YEAR_DIGITS + numerals.yearUnit.length);
  return first?.start === 0 ? first : null;
}

/** A whole date as YYYY-MM-DD; null where month or day is not known, or there is no such day. */
export function isoDate({ year, month, day }: WrittenDate): string | null {
  if (month === null || day === null) return null;
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
  const parsed = new Date(Date.UTC(year, month - 1, day));
  return parsed.getUTCMonth() === month - 1 && parsed.getUTCDate() === day ? `${year}-${mm}-${dd}` : null;
}

/** A month or a day with its unit, one blank before it passed over: 12月, 十二月, 二十八日. */
function countAt(
  text: string,
  at: number,
  unit: string,
  numerals: DateNumerals,
): { value: number; end: number } | null {
  const start = text.charAt(at) === ' ' ? at + 1 : at;
  let tens = 0;
  let digits: number | null = null;
  let end = start;
  for (; end - start < COUNT_DIGITS; end++) {
    const char = text.charAt(end);
    const digit = digitAt(text, end, numerals);
    if (digit !== null) digits = 10 * (digits ?? 0) + digit;
    else if (numerals.multipliers.get(char) === 1) [tens, digits] = [10 * (digits ?? 1), null];
    else if (numerals.tens.has(char)) tens = numerals.tens.get(char) ?? 0;
    else break;
  }
  return end > start && text.startsWith(unit, end) ? { value: tens + (digits ?? 0), end: end + unit.length } : null;
}

/** ASCII, full-width and Chinese digits, and what stands for a zero among them. */
function digitAt(text: string, at: number, { digits, zeroSigns }: DateNumerals): number | null {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return digits.get(text.charAt(at)) ?? (zeroSigns.at(text, at) ? 0 : null);
}
