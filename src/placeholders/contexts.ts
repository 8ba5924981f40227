/** Whether a context of `rules/placeholders.yaml` fits a mask. */
import type { Touching } from '../knowledge/placeholders/schema.ts';
import type { ListMarkers, MaskContext } from '../knowledge/placeholders/table.ts';
import type { Span } from '../model/span.ts';
import { ARABIC_DIGITS } from '../text/char-set.ts';
import { type Noun, nounAfter } from './nouns.ts';
import { atLineEnd, atLineStart, isHan, type JudgedMask, type Surroundings, skipBlanks } from './surroundings.ts';

/** A note stands before its noun (由【待补充】公司承建) or after what it is about, and then before anything. */
const NOTE_NOUN = 4;

/** A note or a 某某 says itself that something is missing: only a context that names its form takes that back. */
const SAYS_SO: ReadonlySet<string> = new Set(['note', 'word']);

export function fits(context: MaskContext, { mask, quantity }: JudgedMask, around: Surroundings): boolean {
  const { text } = around;
  const { start, end } = mask.span;
  if (context.forms ? !context.forms.has(mask.form) : context.kind === 'none' && SAYS_SO.has(mask.form)) return false;
  if (context.single && end - start > 1) return false;
  if (context.free && quantity) return false;
  // A mask with a unit after it is a number, whatever a lone letter would be.
  const isSituated = context.before || context.after || context.touching;
  if (quantity && context.kind === 'none' && !isSituated) return false;
  if (context.before && !standsBefore(context.before, text, start)) return false;
  if (context.after && !standsAfter(context.after, text, end)) return false;
  if (context.near && !standsNear(context.near, mask.span, around)) return false;
  if (context.touching && !TESTS[context.touching](mask.span, around)) return false;
  if (!context.noun) return true;
  const noun = nounAfter(end, around);
  return isNoun(context.noun, noun) && (mask.form !== 'note' || noun.words.length <= NOTE_NOUN);
}

const standsBefore = (words: NonNullable<MaskContext['before']>, text: string, at: number): boolean =>
  words.longestBefore(text, at) > 0 || (words.has('^') && atLineStart(text, at));

const standsAfter = (words: NonNullable<MaskContext['after']>, text: string, at: number): boolean =>
  words.longestAt(text, at) > 0 || (words.has('$') && atLineEnd(text, at));

function isNoun(wanted: NonNullable<MaskContext['noun']>, noun: Noun | null): noun is Noun {
  if (noun === null) return false;
  if (wanted === 'place') return noun.class === 'place' && noun.near;
  return wanted === 'text' ? noun.class === 'text' : noun.class !== 'text';
}

/** How far a clause is searched either way. */
const NEAR_REACH = 30;

function standsNear(
  words: NonNullable<MaskContext['near']>,
  { start, end }: Span,
  { text, rules: { nearEnds } }: Surroundings,
): boolean {
  let [from, to] = [start, end];
  while (from > Math.max(0, start - NEAR_REACH) && !nearEnds.at(text, from - 1)) from--;
  while (to < Math.min(text.length, end + NEAR_REACH) && !nearEnds.at(text, to)) to++;
  return words.isIn(text, from, to);
}

type Test = (span: Span, around: Surroundings) => boolean;

const TESTS: Record<Touching, Test> = {
  // “文旅×科技”, “数据要素×”
  words: ({ start, end }, around) =>
    isHan(around.text[start - 1]) &&
    (isHan(around.text[end]) || around.rules.quoteEnds.at(around.text, end)) &&
    isQuoted(start, end, around),
  // 7 × 24, 6222 **** **** 1234
  digits: ({ start, end }, around) =>
    ARABIC_DIGITS.at(around.text, beyond(start, -1, around)) && ARABIC_DIGITS.at(around.text, beyond(end, 1, around)),
  digit: ({ start, end }, { text }) => ARABIC_DIGITS.at(text, start - 1) || ARABIC_DIGITS.at(text, end),
  // ab*, *.docx, XX.com, a@XX
  latin: ({ start, end }, { text }) =>
    /[A-Za-z\\/@#=]\.?$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^\.?[A-Za-z\\/@#=]/.test(text.slice(end, end + 2)),
  'latin-word': ({ start }, { text }) => /[A-Za-z] $/.test(text.slice(Math.max(0, start - 2), start)),
  figure: ({ start }, { isFigureEnd }) => isFigureEnd(start),
  footnote: ({ start, end }, around) =>
    followsWord(start, around) && around.explainsStars() && nounAfter(end, around) === null,
  line: (span, { text }) => /^(?:\s*[^\p{L}\p{N}\s]){3}[^\p{L}\p{N}]*$/u.test(lineAround(text, span)),
  frame: (span, around) => opensFrame(span, around) || closesFrame(span, around),
};

const followsWord = (at: number, { text, rules }: Surroundings): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) || rules.footnotes.after.at(text, at - 1);

const BEYOND_REACH = 16;

/** The place of the first character on one side that is neither blank nor a mask; -1 where it is far. */
function beyond(at: number, step: 1 | -1, { text, isMaskChar }: Surroundings): number {
  let i = step > 0 ? at : at - 1;
  for (let n = 0; n < BEYOND_REACH; n++, i += step) {
    if (!isMaskChar(text[i]) && text[i] !== ' ' && text[i] !== '\u3000') return i;
  }
  return -1;
}

const QUOTE_REACH = 20;

/** One pair of quotes holds the span. */
function isQuoted(start: number, end: number, { text, rules: { quotes, quoteEnds } }: Surroundings): boolean {
  let [from, to] = [start - 1, end];
  while (from > start - QUOTE_REACH && from >= 0 && !quoteEnds.at(text, from)) from--;
  while (to < end + QUOTE_REACH && to < text.length && !quoteEnds.at(text, to)) to++;
  const close = quotes.get(text.charAt(from));
  return close !== undefined && text.charAt(to) === close;
}

/** How far a line is looked at either way. */
const LINE_REACH = 40;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - LINE_REACH), at);

const lineBefore = (text: string, at: number): string => before(text, at).replace(/^.*\n/s, '');

const lineAfter = (text: string, at: number): string => text.slice(at, at + LINE_REACH).replace(/\n.*$/s, '');

/** The line a run stands on, as far as it matters whether anything but signs stands there. */
const lineAround = (text: string, { start, end }: Span): string =>
  `${lineBefore(text, start)}${text.slice(start, end)}${lineAfter(text, end)}`;

/** **主要做法**：, ***会议纪要*** */
function opensFrame({ start, end }: Span, { text, rules }: Surroundings): boolean {
  const run = text.slice(start, end);
  if (run.length < 2 || !isListMarker(lineBefore(text, start).trim(), rules.listMarkers)) return false;
  const inside = lineAfter(text, end).indexOf(run);
  const close = end + inside + run.length;
  const isClosed = atLineEnd(text, close) || rules.colons.at(text, skipBlanks(text, close));
  return inside >= 2 && text[close] !== run[0] && isClosed;
}

/** Most digits of a number in a list. */
const LONGEST_NUMBER = 3;

/** 1. （一） - or nothing. */
function isListMarker(words: string, { bullets, open, numerals, close }: ListMarkers): boolean {
  const start = open.at(words, 0) ? 1 : 0;
  const end = numerals.endOfRun(words, start, start + LONGEST_NUMBER);
  const isNumber = end > start && end === words.length - 1 && close.at(words, end);
  return isNumber || bullets.endOfRun(words, 0) === words.length;
}

function closesFrame({ start, end }: Span, around: Surroundings): boolean {
  const run = around.text.slice(start, end);
  const open = before(around.text, start).lastIndexOf(run);
  if (open < 0) return false;
  const at = start - Math.min(start, LINE_REACH) + open;
  return opensFrame({ start: at, end: at + run.length }, around);
}
