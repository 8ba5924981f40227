/** Whether a context of `rules/placeholders.yaml` fits a mask. */
import type { Touching } from '../knowledge/placeholders/schema.ts';
import type { MaskContext } from '../knowledge/placeholders/table.ts';
import type { Span } from '../model/span.ts';
import { type Noun, nounAfter } from './nouns.ts';
import { atLineEnd, atLineStart, isHan, type JudgedMask, type Surroundings } from './surroundings.ts';

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
  if (context.near && !standsNear(context.near, text, mask.span)) return false;
  if (context.touching && !TESTS[context.touching](mask.span, around)) return false;
  if (!context.noun) return true;
  const noun = nounAfter(end, around);
  return isNoun(context.noun, noun) && (mask.form !== 'note' || noun!.words.length <= NOTE_NOUN);
}

const standsBefore = (words: NonNullable<MaskContext['before']>, text: string, at: number): boolean =>
  words.longestBefore(text, at) > 0 || (words.has('^') && atLineStart(text, at));

const standsAfter = (words: NonNullable<MaskContext['after']>, text: string, at: number): boolean =>
  words.longestAt(text, at) > 0 || (words.has('$') && atLineEnd(text, at));

function isNoun(wanted: NonNullable<MaskContext['noun']>, noun: Noun | null): boolean {
  if (noun === null) return false;
  if (wanted === 'place') return noun.class === 'place' && noun.near;
  return wanted === 'text' ? noun.class === 'text' : noun.class !== 'text';
}

/** How far a clause is searched either way. */
const NEAR_REACH = 30;
const CLAUSE_END = /[，。；,;\n]/;

function standsNear(words: NonNullable<MaskContext['near']>, text: string, { start, end }: Span): boolean {
  let [from, to] = [start, end];
  while (from > Math.max(0, start - NEAR_REACH) && !CLAUSE_END.test(text[from - 1]!)) from--;
  while (to < Math.min(text.length, end + NEAR_REACH) && !CLAUSE_END.test(text[to]!)) to++;
  for (let i = from; i < to; i++) if (words.longestAt(text, i, to) > 0) return true;
  return false;
}

type Test = (span: Span, around: Surroundings) => boolean;

const TESTS: Record<Touching, Test> = {
  // “文旅×科技”, “数据要素×”
  words: ({ start, end }, { text }) =>
    isHan(text[start - 1]) && (isHan(text[end]) || text[end] === '”') && isQuoted(text, start, end),
  // 7 × 24, 6222 **** **** 1234
  digits: ({ start, end }, around) => isDigit(beyond(start, -1, around)) && isDigit(beyond(end, 1, around)),
  digit: ({ start, end }, { text }) => isDigit(text[start - 1]) || isDigit(text[end]),
  // ab*, *.docx, XX.com, a@XX
  latin: ({ start, end }, { text }) =>
    /[A-Za-z\\/@#=]\.?$/.test(text.slice(Math.max(0, start - 2), start)) ||
    /^\.?[A-Za-z\\/@#=]/.test(text.slice(end, end + 2)),
  'latin-word': ({ start }, { text }) => /[A-Za-z] $/.test(text.slice(Math.max(0, start - 2), start)),
  figure: ({ start }, { isFigureEnd }) => isFigureEnd(start),
  footnote: ({ start, end }, around) =>
    /[\p{L}\p{N}%％）)”》]/u.test(around.text[start - 1] ?? '') &&
    around.explainsStars() &&
    nounAfter(end, around) === null,
  line: (span, { text }) => /^(?:\s*[^\p{L}\p{N}\s]){3}[^\p{L}\p{N}]*$/u.test(lineAround(text, span)),
  frame: (span, { text }) => opensFrame(text, span) || closesFrame(text, span),
};

const isDigit = (char: string | undefined): boolean => /[\d０-９]/.test(char ?? '');

const BEYOND_REACH = 16;

/** The first character on one side that is neither blank nor a mask. */
function beyond(at: number, step: 1 | -1, { text, isMaskChar }: Surroundings): string | undefined {
  let i = step > 0 ? at : at - 1;
  for (let n = 0; n < BEYOND_REACH; n++, i += step) {
    if (!isMaskChar(text[i]) && text[i] !== ' ' && text[i] !== '\u3000') return text[i];
  }
  return undefined;
}

const QUOTE_REACH = 20;
const QUOTE_ENDS = /[“”‘’。；\n]/;

/** One pair of “” holds the span. */
function isQuoted(text: string, start: number, end: number): boolean {
  let [from, to] = [start - 1, end];
  while (from > start - QUOTE_REACH && from >= 0 && !QUOTE_ENDS.test(text[from]!)) from--;
  while (to < end + QUOTE_REACH && to < text.length && !QUOTE_ENDS.test(text[to]!)) to++;
  return text[from] === '“' && text[to] === '”';
}

/** How far a line is looked at either way. */
const LINE_REACH = 40;

const before = (text: string, at: number): string => text.slice(Math.max(0, at - LINE_REACH), at);

/** The line a run stands on, as far as it matters whether anything but signs stands there. */
const lineAround = (text: string, { start, end }: Span): string =>
  `${before(text, start).split('\n').at(-1)}${text.slice(start, end + LINE_REACH).split('\n')[0]}`;

/** What may stand before a framed heading: 1. （一） - */
const LIST_MARKER =
  /(?:^|\n)[ \t\u3000]*(?:[-•·>#]+ ?|[\d０-９]{1,2}[.．、)）] ?|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])?$/;

const FRAME_ENDS = /^[ \t]*(?:[：:\n]|$)/;

/** **主要做法**：, ***会议纪要*** */
function opensFrame(text: string, { start, end }: Span): boolean {
  const run = text.slice(start, end);
  if (run.length < 2 || !LIST_MARKER.test(before(text, start))) return false;
  const rest = text.slice(end, end + LINE_REACH).split('\n')[0]!;
  const inside = rest.indexOf(run);
  const close = end + inside + run.length;
  return inside >= 2 && text[close] !== run[0] && FRAME_ENDS.test(text.slice(close, close + LINE_REACH));
}

function closesFrame(text: string, { start, end }: Span): boolean {
  const run = text.slice(start, end);
  const open = before(text, start).lastIndexOf(run);
  if (open < 0) return false;
  const at = start - Math.min(start, LINE_REACH) + open;
  return opensFrame(text, { start: at, end: at + run.length });
}
