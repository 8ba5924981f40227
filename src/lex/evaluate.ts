/** The value of a numeral from its parts, exact in decimal. */
import { scale } from '../text/decimal.ts';

/** Digits (`'1.15'`, decimal point normalised) or a multiplier given as a power of ten. */
export type NumeralPart = { digits: string; chinese: boolean } | { power: number };

/** Powers of ten from here on close a section of a numeral: 万, 亿. */
export const LARGE = 4;

/** 三百二十万 → 3200000, 3万4000 → 34000, 一亿二千万, 1.15万; 两万五 → 25000; a multiplier alone counts once. */
export function evaluate(parts: readonly NumeralPart[]): number {
  let total = 0;
  let section = 0;
  let digits: number | null = null;
  let largest = 0;
  for (const part of parts) {
    if ('digits' in part) {
      digits = Number(part.digits);
      continue;
    }
    if (part.power < LARGE) {
      // 一万零十五: the zero only tells that a place is empty.
      const isGap = digits === 0 && (section > 0 || total > 0);
      section += scale(isGap ? 1 : (digits ?? 1), part.power);
    } else {
      const alone = digits === null && section === 0 && total === 0;
      const value = alone ? 1 : section + (digits ?? 0);
      // 万 before 亿 multiplies what stands before it (三万亿); after it, it adds a smaller section (一亿二千万).
      total = part.power > largest ? scale(total + value, part.power) : closeSection(total, value, part.power);
      section = 0;
      largest = Math.max(largest, part.power);
    }
    digits = null;
  }
  if (digits === null) return total + section;
  const decimals = digits % 1;
  return total + section + (digits - decimals) * shorthand(parts) + decimals;
}

/** In 三万亿 the 亿 follows a closed 万 section with nothing between; in 一亿二千万 there is a section of its own. */
const closeSection = (total: number, value: number, power: number): number =>
  value === 0 ? scale(total, power) : total + scale(value, power);

/** 两万五 and 2万5 are 25,000: a last single digit counts tenths of the multiplier before it. */
function shorthand(parts: readonly NumeralPart[]): number {
  const last = parts.at(-1);
  const before = parts.at(-2);
  if (!last || !before || !('digits' in last) || !('power' in before)) return 1;
  const applies =
    (last.chinese || last.digits.length === 1) &&
    /^\d(?:\.\d+)?$/.test(last.digits) &&
    last.digits[0] !== '0' &&
    before.power >= 2;
  return applies ? 10 ** (before.power - 1) : 1;
}
