/** Finds runs of mask characters and bracketed notes. Whether a run stands for missing content is for the rules to say. */

import type { MaskForm } from '../knowledge/masks/table.ts';
import type { Mask } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { BLANKS } from '../text/char-set.ts';
import { codeAt } from '../text/code-at.ts';
import { arabicDigit, isLatin, isTimesMask, type LexTables, maskFormAt } from './characters.ts';

/** The mask run that begins at `at`, or null with the place to go on from. */
export function readMask(text: string, at: number, tables: LexTables): { mask: Mask | null; end: number } {
  const form = maskFormAt(text, at, tables);
  if (!form) return { mask: null, end: at + 1 };
  let end = form.chars.endOfRun(text, at);
  // x.x, **.*: a decimal mask is one run.
  if (tables.numerals.decimalPoints.at(text, end) && form.chars.at(text, end + 1)) {
    const last = form.chars.endOfRun(text, end + 1);
    if (!isNamePart(text, { start: at, end: last }, end, tables)) end = last;
  }
  return { mask: isMask(text, at, end, form, tables) ? maskAt(at, end, form.id) : null, end };
}

/** “*·**”案: the dot of a date that is a name, in quotes by itself. */
const isNamePart = (text: string, { start, end }: Span, dot: number, { numerals, punctuation }: LexTables): boolean =>
  !numerals.stops.at(text, dot) && punctuation.openers.at(text, start - 1) && punctuation.closers.at(text, end);

const maskAt = (start: number, end: number, form: string): Mask => ({
  type: 'mask',
  span: { start, end },
  form,
  quantity: -1,
});

function isMask(text: string, start: number, end: number, form: MaskForm, tables: LexTables): boolean {
  const before = codeAt(text, start - 1);
  const after = codeAt(text, end);
  const [digitBefore, digitAfter] = [arabicDigit(before) >= 0, arabicDigit(after) >= 0];
  if (digitBefore && (digitAfter || isTimesMask(text, start, end, tables))) return false;
  const halfMasked = digitBefore || digitAfter;
  if (end - start > form.max || (end - start < form.min && !halfMasked)) return false;
  if (form.apartFromLatin && (isLatin(before) || isLatin(after))) return false;
  const { digits } = tables.numerals;
  const besideChineseDigit = digits.has(text[start - 1] ?? '') || digits.has(text[end] ?? '');
  return !(form.apartFromDigits && besideChineseDigit);
}

/** How far back in its statement a sign of multiplication looks for what shows that it reckons. */
const RECKONING_REACH = 40;

/**
 * 7天×24小时, （本期－上期）×100%, 得分=完成率*0.6: a lone mask character before a digit that multiplies. `floor` is the end of the last
 * figure; the digit's own half-masked numerals (补贴×458元) follow a word.
 */
export function isTimes(text: string, at: number, floor: number, tables: LexTables): boolean {
  const { times } = tables.masks;
  if (maskFormAt(text, at, tables)?.chars.at(text, at + 1)) return false;
  const after = BLANKS.at(text, at + 1) ? at + 2 : at + 1;
  if (arabicDigit(text.charCodeAt(after)) < 0) return false;
  const before = BLANKS.at(text, at - 1) ? at - 1 : at;
  if (times.notAfter.at(text, before - 1)) return false;
  return (floor > 0 && before === floor) || times.after.at(text, before - 1) || reckons(text, at, tables);
}

function reckons(text: string, at: number, { masks, punctuation }: LexTables): boolean {
  for (let i = at - 1; i >= Math.max(0, at - RECKONING_REACH); i--) {
    if (masks.times.reckon.at(text, i)) return true;
    if (punctuation.statementEnds.at(text, i)) return false;
  }
  return false;
}

/** 某某, or a note such as 【待补充】, [TODO], （……）, or a bare TBD, that begins at `at`. */
export function readNote(text: string, at: number, tables: LexTables): Mask | null {
  const { words, notes } = tables.masks;
  const wordLength = words.longestAt(text, at);
  if (wordLength > 0) return maskAt(at, at + wordLength, 'word');
  const bareLength = notes.bare.longestAt(text, at);
  if (bareLength > 0 && !isInPath(text, at, at + bareLength, tables)) {
    return maskAt(at, at + bareLength, 'note');
  }
  const close = notes.brackets.get(text.charAt(at));
  if (close === undefined) return null;
  const span = noteSpan(text, at, close, notes.max);
  return span && isNote(text, span, tables) ? maskAt(span.start, span.end, 'note') : null;
}

/** docs/TODO.md, TODO_list; TODO/TBD are two notes. */
function isInPath(text: string, start: number, end: number, { masks: { notes } }: LexTables): boolean {
  if (isLatin(text.charCodeAt(start - 1)) || isLatin(text.charCodeAt(end))) return true;
  if (notes.pathSigns.at(text, end) && isLatin(text.charCodeAt(end + 1)))
    return notes.bare.longestAt(text, end + 1) === 0;
  return (
    notes.pathSigns.at(text, start - 1) &&
    isWordChar(text.charCodeAt(start - 2)) &&
    notes.bare.longestBefore(text, start - 1) === 0
  );
}

const isWordChar = (code: number): boolean => isLatin(code) || arabicDigit(code) >= 0 || code === DOT;
const DOT = 0x2e;

function noteSpan(text: string, start: number, close: string, max: number): Span | null {
  const limit = Math.min(text.length, start + max);
  for (let i = start + 1; i < limit; i++) {
    if (text[i] === close) return { start, end: i + 1 };
    if (text[i] === '\n' || text[i] === text[start]) return null;
  }
  return null;
}

function isNote(text: string, { start, end }: Span, tables: LexTables): boolean {
  const inside = { start: start + 1, end: end - 1 };
  return isBlank(text, inside, tables) || (holdsWord(text, inside, tables) && !holdsNote(text, inside, tables));
}

/** （柳荫【待补充】社区）: the inner brackets are the note. */
function holdsNote(text: string, { start, end }: Span, tables: LexTables): boolean {
  const { brackets } = tables.masks.notes;
  for (let i = start; i < end; i++) {
    const close = brackets.get(text.charAt(i));
    const inner = close === undefined ? null : noteSpan(text, i, close, end - i);
    if (inner && holdsWord(text, { start: i + 1, end: inner.end - 1 }, tables)) return true;
  }
  return false;
}

function isBlank(text: string, { start, end }: Span, { masks }: LexTables): boolean {
  if (start === end) return false;
  for (let i = start; i < end; i++) if (!masks.notes.blanks.at(text, i)) return false;
  return true;
}

function holdsWord(text: string, { start, end }: Span, { masks }: LexTables): boolean {
  const { words, edges, notWords } = masks.notes;
  // TODO in (mastodon) is none.
  const isApart = (from: number, length: number) =>
    !(
      isLatin(text.charCodeAt(from)) &&
      (isLatin(text.charCodeAt(from - 1)) || isLatin(text.charCodeAt(from + length)))
    );
  for (let i = start; i < end; i++) {
    const longer = notWords.longestAt(text, i, end);
    const length = Math.max(words.longestAt(text, i, end), i === start ? edges.longestAt(text, i, end) : 0);
    if (length > longer && isApart(i, length)) return true;
    i += Math.max(longer - 1, 0);
  }
  return edges.longestBefore(text, end, start) > notWords.longestBefore(text, end, start);
}
