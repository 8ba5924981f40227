/** Finds headings: by their markers (一、（一）1. ① 一是), also in a text that has lost its line breaks, and by their looks. */
import { CharSet } from '../model/char-set.ts';
import type { Block } from '../model/document.ts';
import type { HeadingRules, MarkerForm } from '../model/headings.ts';
import type { Heading } from '../model/report.ts';
import type { Span } from '../model/span.ts';

type Found = { level: number; marker: string | null; start: number; titleSpan: Span };

/** ① to ⑳, then ⑴ to ⒇. */
const CIRCLED = { first: 0x2460, last: 0x2487, count: 20 };
const ARABIC_DIGITS = new CharSet('0123456789０１２３４５６７８９');
/** Longest numeral of a heading: 二十一. */
const MAX_NUMERAL = 4;

export function findHeadings(text: string, blocks: readonly Block[], rules: HeadingRules): Heading[] {
  const found: Found[] = [];
  const sequence = new Sequence();
  const lines = blocks.filter((block) => block.role !== 'residue' && block.role !== 'title').length;
  blocks.forEach((block, index) => {
    if (block.role === 'residue' || block.role === 'title') return;
    const flat = isFlat(text, block.span, lines, rules);
    const marked = markedHeadings(text, block.span, flat, rules, sequence);
    if (marked[0]?.start !== block.span.start) {
      const unmarked = unmarkedHeading(text, block, blocks[index - 1], blocks[index + 1], rules);
      if (unmarked) found.push({ ...unmarked, level: unmarked.level || (found.some(isNumbered) ? 2 : 1) });
    }
    found.push(...marked);
  });
  return nest(found, text.length);
}

/** A line that has lost its line breaks: a long one, or one of several sentences that is the whole report. */
function isFlat(
  text: string,
  { start, end }: Span,
  lines: number,
  { flatLine, flatSentences, before }: HeadingRules,
): boolean {
  if (end - start > flatLine) return true;
  let sentences = 0;
  for (let i = start; i < end && lines === 1; i++) if (before.at(text, i)) sentences++;
  return sentences >= flatSentences;
}

const isNumbered = (heading: Found): boolean => heading.level === 1 && heading.marker !== null;

/** Remembers the last number of each counted level, so that a stray `3.` is no heading. */
class Sequence {
  readonly #last = new Map<number, number>();

  accepts(level: number, number: number): boolean {
    return number === 1 || number === (this.#last.get(level) ?? 0) + 1;
  }

  enter(level: number, number: number): void {
    this.#last.set(level, number);
    for (const deeper of this.#last.keys()) if (deeper > level) this.#last.delete(deeper);
  }
}

function markedHeadings(text: string, line: Span, flat: boolean, rules: HeadingRules, sequence: Sequence): Found[] {
  const found: Found[] = [];
  // Headings begin a line, or follow the end of a sentence, or a space where line breaks are lost.
  let mayBegin = true;
  let i = line.start;
  while (i < line.end) {
    const marker = mayBegin ? markerAt(text, i, line, rules, flat, sequence) : null;
    if (!marker) {
      mayBegin =
        rules.before.at(text, i) || rules.beforeRun.at(text, i) || ((flat || mayBegin) && isSpace(text.charCodeAt(i)));
      i++;
      continue;
    }
    const titleStart = skipSpaces(text, marker.end, line.end);
    const titleEnd = endOfTitle(text, { start: titleStart, end: line.end }, marker.form, rules, flat);
    sequence.enter(marker.form.level, marker.number);
    found.push({
      level: marker.form.level,
      marker: text.slice(i, marker.end),
      start: i,
      titleSpan: { start: titleStart, end: titleEnd },
    });
    i = Math.max(titleEnd, marker.end);
    const before = text.charCodeAt(i - 1);
    mayBegin = rules.before.has(before) || rules.beforeRun.has(before) || (flat && isSpace(before));
  }
  return found;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09;

function skipSpaces(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  return i;
}

type Marker = { form: MarkerForm; end: number; number: number };

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
  let i = at;
  while (i > line.start && isSpace(text.charCodeAt(i - 1))) i--;
  return i === line.start || (flat && i < at) || rules.before.at(text, i - 1);
}

function readMarker(text: string, at: number, form: MarkerForm, rules: HeadingRules): Marker | null {
  const openLength = form.open ? form.open.longestAt(text, at) : 0;
  if (form.open && openLength === 0) return null;
  const start = at + openLength;
  const numeral = readOrdinal(text, start, form.numeral, rules);
  if (!numeral) return null;
  const closeLength = form.close ? form.close.longestAt(text, numeral.end) : 0;
  if (form.close && closeLength === 0) return null;
  const end = numeral.end + closeLength;
  // 1.0版 and 2.5倍 are no headings.
  if (form.numeral === 'arabic' && ARABIC_DIGITS.at(text, end)) return null;
  return { form, end, number: numeral.number };
}

/** Whether a line begins as a heading with a marker does. */
export const beginsWithMarker = (line: string, rules: HeadingRules): boolean =>
  rules.markers.some((form) => readMarker(line, 0, form, rules) !== null);

function readOrdinal(
  text: string,
  at: number,
  kind: MarkerForm['numeral'],
  rules: HeadingRules,
): { end: number; number: number } | null {
  if (kind === 'circled') {
    const code = text.charCodeAt(at);
    const { first, last, count } = CIRCLED;
    return code >= first && code <= last ? { end: at + 1, number: ((code - first) % count) + 1 } : null;
  }
  let end = at;
  const digits = kind === 'arabic' ? ARABIC_DIGITS : rules.chineseNumeral;
  while (end - at < MAX_NUMERAL && end < text.length && digits.at(text, end)) end++;
  if (end === at) return null;
  return { end, number: kind === 'arabic' ? Number(text.slice(at, end).normalize('NFKC')) : 0 };
}

/** A line that is one short sentence is all title; else the title stops with the first sentence, at a lost line break, or before 二是. */
function endOfTitle(text: string, rest: Span, form: MarkerForm, rules: HeadingRules, flat: boolean): number {
  const long = form.run ? rules.longRunTitle : rules.longTitle;
  let comma = -1;
  let end = rest.start;
  for (; end < rest.end; end++) {
    if (rules.titleEnds.at(text, end) && !isTime(text, end)) break;
    if (flat && isSpace(text.charCodeAt(end))) break;
    if (form.run && rules.beforeRun.at(text, end) && readMarker(text, end + 1, form, rules)) break;
    if (comma < 0 && rules.commas.at(text, end)) comma = end;
  }
  const whole = end - rest.start;
  const ownLine = end >= rest.end || (end === rest.end - 1 && !form.run);
  return whole > long && comma > 0 && !(ownLine && whole <= 2 * long) ? comma : trimEnd(text, rest.start, end);
}

const isTime = (text: string, at: number): boolean => text[at] === ':' && ARABIC_DIGITS.at(text, at + 1);

function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && /\s/.test(text[i - 1]!)) i--;
  return i;
}

/** A heading that the format declares, or a short line of its own that a paragraph follows. Level 0: not stated. */
function unmarkedHeading(
  text: string,
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
  rules: HeadingRules,
): Found | null {
  const { start, end } = block.span;
  const found: Found = { level: 0, marker: null, start, titleSpan: block.span };
  if (block.role === 'heading') return found;
  const { min, max, notStart, notEnd, without } = rules.unmarked;
  const length = end - start;
  if (length < min || length > max || !before || !after) return null;
  if (notStart.longestAt(text, start) > 0 || notEnd.longestBefore(text, end) > 0) return null;
  const line = text.slice(start, end);
  if (!/\p{Script=Han}{3}/u.test(line) || /[。；]/.test(line)) return null;
  for (let i = start; i < end; i++) if (without.longestAt(text, i, end) > 0) return null;
  const followed =
    after.span.end - after.span.start > Math.max(max, length) ||
    /[。；]/.test(text.slice(after.span.start, after.span.end));
  return followed ? found : null;
}

/** Gives each heading its span and parent. */
function nest(found: readonly Found[], length: number): Heading[] {
  const open: number[] = [];
  const headings: Heading[] = found.map(({ level, marker, start, titleSpan }, index) => {
    while (open.length > 0 && found[open.at(-1)!]!.level >= level) open.pop();
    const parent = open.at(-1) ?? -1;
    open.push(index);
    return { level, marker, titleSpan, span: { start, end: length }, parent };
  });
  const closing: number[] = [];
  headings.forEach((heading, index) => {
    while (closing.length > 0 && headings[closing.at(-1)!]!.level >= heading.level) {
      headings[closing.pop()!]!.span.end = heading.span.start;
    }
    closing.push(index);
  });
  return headings;
}
