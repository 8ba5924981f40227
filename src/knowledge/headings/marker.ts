/** Markers of headings: 一、（一）1. ① 一是. */

import { ARABIC_DIGITS } from '../../text/char-set.ts';
import { circledNumber } from './circled.ts';
import type { HeadingRules, MarkerForm } from './table.ts';

/** Longest numeral of a heading: 二十一. */
const MAX_NUMERAL = 4;

/** `number`: 0 for a Chinese one of more characters. */
export type Marker = { form: MarkerForm; end: number; number: number };

export function readMarker(text: string, at: number, form: MarkerForm, rules: HeadingRules): Marker | null {
  const openLength = form.open ? form.open.longestAt(text, at) : 0;
  if (form.open && openLength === 0) return null;
  const start = at + openLength;
  const numeral = readOrdinal(text, start, form.numeral, rules);
  if (!numeral) return null;
  const closeLength = form.close ? form.close.longestAt(text, numeral.end) : 0;
  if (form.close && closeLength === 0) return null;
  const end = numeral.end + closeLength;
  // 1.0版 and 2.5倍 are no headings, 6.2024年工作安排 is one.
  if (form.numeral === 'arabic' && ARABIC_DIGITS.at(text, end) && !isYearAt(text, end, rules)) return null;
  return { form, end, number: numeral.number };
}

const YEAR_DIGITS = 4;

const isYearAt = (text: string, at: number, { yearUnit }: HeadingRules): boolean =>
  ARABIC_DIGITS.endOfRun(text, at) === at + YEAR_DIGITS && text.startsWith(yearUnit, at + YEAR_DIGITS);

/** The marker that a line begins with, as headings do. */
export function markerOfLine(line: string, rules: HeadingRules): Marker | null {
  for (const form of rules.markers) {
    const marker = readMarker(line, 0, form, rules);
    if (marker) return marker;
  }
  return null;
}

export const beginsWithMarker = (line: string, rules: HeadingRules): boolean => markerOfLine(line, rules) !== null;

function readOrdinal(
  text: string,
  at: number,
  kind: MarkerForm['numeral'],
  rules: HeadingRules,
): { end: number; number: number } | null {
  if (kind === 'circled') {
    const number = circledNumber(text, at);
    return number === null ? null : { end: at + 1, number };
  }
  let end = at;
  const digits = kind === 'arabic' ? ARABIC_DIGITS : rules.chineseNumeral;
  while (end - at < MAX_NUMERAL && end < text.length && digits.at(text, end)) end++;
  if (end === at) return null;
  const written = text.slice(at, end);
  return { end, number: kind === 'arabic' ? Number(written.normalize('NFKC')) : (rules.digits.get(written) ?? 0) };
}
