/** Marks that stand beside words and are none: of a list before its members (（三）, 1., ①), of notes behind what they explain ([2], ①). */
import { CIRCLED } from '../knowledge/headings/circled.ts';
import type { ListMarkers } from '../knowledge/placeholders/table.ts';
import { ARABIC_DIGITS, SPACES } from '../text/char-set.ts';

/** Most digits of a mark. */
const LONGEST = 3;
/** ❶ to ➓. */
const DARK = /[\u2776-\u2793]/;
/** ¹ ² ³ ⁰ to ⁹, † ‡ ※. */
const RAISED = /[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021\u203b]/;

const isCircled = (text: string, at: number): boolean => CIRCLED.at(text, at) || DARK.test(text.charAt(at));

/** Where the words of a member begin: behind （三）, 1. or ①. In 一、二季度 and 2.5 there is no mark. */
export function afterListMark(text: string, from: number, limit: number, markers: ListMarkers): number {
  const at = SPACES.endOfRun(text, from, limit);
  if (isCircled(text, at)) return at < limit ? at + 1 : from;
  const isOpened = markers.open.at(text, at);
  const start = isOpened ? at + 1 : at;
  const end = markers.numerals.endOfRun(text, start, Math.min(limit, start + LONGEST));
  if (end === start || end >= limit || !markers.close.at(text, end)) return from;
  const isNumber = !isOpened && markers.numerals.at(text, end + 1);
  return isNumber ? from : end + 1;
}

/** Where what follows a figure begins: behind the marks of notes. */
export function afterNoteMarks(
  text: string,
  from: number,
  limit: number,
  brackets: ReadonlyMap<string, string>,
): number {
  let end = from;
  for (;;) {
    const isMark = isCircled(text, end) || RAISED.test(text.charAt(end));
    const next = isMark ? end + 1 : afterBracketed(text, end, limit, brackets);
    if (next === end || next > limit) return end;
    end = next;
  }
}

function afterBracketed(text: string, at: number, limit: number, brackets: ReadonlyMap<string, string>): number {
  const close = at < limit ? brackets.get(text.charAt(at)) : undefined;
  if (close === undefined) return at;
  const end = ARABIC_DIGITS.endOfRun(text, at + 1, Math.min(limit, at + 1 + LONGEST));
  return end > at + 1 && text.charAt(end) === close ? end + 1 : at;
}
