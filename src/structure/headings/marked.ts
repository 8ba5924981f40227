/** Headings with a marker, on lines of their own or run into a line. */

import { type Marker, readMarker } from '../../knowledge/headings/marker.ts';
import type { HeadingRules, MarkerForm } from '../../knowledge/headings/table.ts';
import type { Span } from '../../model/span.ts';
import { ARABIC_DIGITS, BLANKS_AND_TABS } from '../../text/char-set.ts';
import { endWithoutSpaces } from '../../text/spaces.ts';
import type { FoundHeading } from './found.ts';

/** Remembers the last number of each counted level, so that a stray `3.` is no heading. */
export class Sequence {
  readonly #last = new Map<number, number>();

  accepts(level: number, number: number): boolean {
    return number === 1 || number === (this.#last.get(level) ?? 0) + 1;
  }

  enter(level: number, number: number): void {
    this.#last.set(level, number);
    for (const deeper of this.#last.keys()) if (deeper > level) this.#last.delete(deeper);
  }
}

export function markedHeadings(
  text: string,
  line: Span,
  flat: boolean,
  rules: HeadingRules,
  sequence: Sequence,
): FoundHeading[] {
  const found: FoundHeading[] = [];
  // Headings begin a line, or follow the end of a sentence, or a space where line breaks are lost.
  const before = flat ? rules.beforeAnyOrBlank : rules.beforeAny;
  let mayBegin = true;
  let i = line.start;
  while (i < line.end) {
    if (!mayBegin) {
      i = before.until(text, i, line.end) + 1;
      mayBegin = true;
      continue;
    }
    const marker = rules.markerStarts.at(text, i) ? markerAt(text, i, line, rules, flat, sequence) : null;
    if (!marker) {
      mayBegin = rules.beforeAnyOrBlank.at(text, i);
      i++;
      continue;
    }
    const titleStart = BLANKS_AND_TABS.endOfRun(text, marker.end, line.end);
    const titleEnd = endOfTitle(text, { start: titleStart, end: line.end }, marker.form, rules, flat);
    sequence.enter(marker.form.level, marker.number);
    found.push({
      level: marker.form.level,
      marker: text.slice(i, marker.end),
      start: i,
      titleSpan: { start: titleStart, end: titleEnd },
    });
    i = Math.max(titleEnd, marker.end);
    mayBegin = before.at(text, i - 1);
  }
  return found;
}

function markerAt(
  text: string,
  at: number,
  line: Span,
  rules: HeadingRules,
  flat: boolean,
  sequence: Sequence,
): Marker | null {
  for (const form of rules.markers) {
    const marker = readMarker(text, at, form, rules);
    if (!marker || marker.end >= line.end) continue;
    if (form.lineStart && at !== line.start) continue;
    if (!form.run && at !== line.start && !isClosed(text, at, line, rules, flat)) continue;
    if (form.sequence && !sequence.accepts(form.level, marker.number)) continue;
    return marker;
  }
  return null;
}

/** What stands before a heading inside a line is closed: a sentence has ended, or (line breaks lost) a space parts them. */
function isClosed(text: string, at: number, line: Span, rules: HeadingRules, flat: boolean): boolean {
  const i = BLANKS_AND_TABS.startOfRun(text, at, line.start);
  return i === line.start || (flat && i < at) || rules.before.at(text, i - 1);
}

/** A line that is one short sentence is all title; else the title stops with the first sentence, at a lost line break, or before 二是. */
function endOfTitle(text: string, rest: Span, form: MarkerForm, rules: HeadingRules, flat: boolean): number {
  const long = form.run ? rules.longRunTitle : rules.longTitle;
  let comma = -1;
  let end = rest.start;
  for (; end < rest.end; end++) {
    if (rules.titleEnds.at(text, end) && !isTime(text, end)) break;
    if (flat && BLANKS_AND_TABS.at(text, end)) break;
    if (form.run && rules.beforeRun.at(text, end) && readMarker(text, end + 1, form, rules)) break;
    if (comma < 0 && rules.commas.at(text, end) && !isInNumber(text, end)) comma = end;
  }
  const whole = end - rest.start;
  const ownLine = end >= rest.end || (end === rest.end - 1 && !form.run);
  return whole > long && comma > 0 && !(ownLine && whole <= 2 * long) ? comma : endWithoutSpaces(text, rest.start, end);
}

/** 2,895,753元 is one number. */
const isInNumber = (text: string, comma: number): boolean =>
  ARABIC_DIGITS.at(text, comma - 1) && ARABIC_DIGITS.at(text, comma + 1);

const isTime = (text: string, at: number): boolean => text[at] === ':' && ARABIC_DIGITS.at(text, at + 1);
