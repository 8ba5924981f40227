/** Finds runs of mask characters and bracketed notes. Whether a run stands for missing content is for the rules to say. */
import type { MaskForm } from '../model/masks.ts';
import type { Mask } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { arabicDigit, isLatin, type LexTables } from './characters.ts';

/** The mask run that begins at `at`, or null with the place to go on from. */
export function readMask(text: string, at: number, tables: LexTables): { mask: Mask | null; end: number } {
  const form = tables.masks.byChar.get(text[at]!)!;
  let end = runEnd(text, at, form);
  // x.x, **.*: a decimal mask is one run.
  const joined = tables.numerals.decimalPoints.at(text, end) && form.chars.has(text[end + 1] ?? '');
  if (joined) end = runEnd(text, end + 1, form);
  return { mask: isMask(text, at, end, form, tables) ? maskAt(at, end, form.id) : null, end };
}

const maskAt = (start: number, end: number, form: string): Mask => ({
  type: 'mask',
  span: { start, end },
  form,
  quantity: -1,
});

function runEnd(text: string, at: number, form: MaskForm): number {
  let end = at;
  while (end < text.length && form.chars.has(text[end]!)) end++;
  return end;
}

function isMask(text: string, start: number, end: number, form: MaskForm, tables: LexTables): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const [digitBefore, digitAfter] = [arabicDigit(before) >= 0, arabicDigit(after) >= 0];
  // 7×24, 4*4: between digits it multiplies.
  if (digitBefore && digitAfter) return false;
  const halfMasked = digitBefore || digitAfter;
  if (end - start > form.max || (end - start < form.min && !halfMasked)) return false;
  if (form.apartFromLatin && (isLatin(before) || isLatin(after))) return false;
  const { digits } = tables.numerals;
  const besideChineseDigit = digits.has(text[start - 1] ?? '') || digits.has(text[end] ?? '');
  return !(form.apartFromDigits && besideChineseDigit);
}

/** 某某, or a note such as 【待补充】, [TODO], （……）, or a bare TBD, that begins at `at`. */
export function readNote(text: string, at: number, tables: LexTables): Mask | null {
  const { words, notes } = tables.masks;
  const wordLength = words.longestAt(text, at);
  if (wordLength > 0) return maskAt(at, at + wordLength, 'word');
  const bareLength = notes.bare.longestAt(text, at);
  if (bareLength > 0 && !isLatin(text.charCodeAt(at - 1)) && !isLatin(text.charCodeAt(at + bareLength))) {
    return maskAt(at, at + bareLength, 'note');
  }
  const close = notes.brackets.get(text[at]!);
  if (close === undefined) return null;
  const span = noteSpan(text, at, close, notes.max);
  return span && isNote(text, span, tables) ? maskAt(span.start, span.end, 'note') : null;
}

function noteSpan(text: string, start: number, close: string, max: number): Span | null {
  const limit = Math.min(text.length, start + max);
  for (let i = start + 1; i < limit; i++) {
    if (text[i] === close) return { start, end: i + 1 };
    if (text[i] === '\n' || text[i] === text[start]) return null;
  }
  return null;
}

function isNote(text: string, span: Span, tables: LexTables): boolean {
  const { words, blanks } = tables.masks.notes;
  let blank = span.end - span.start > 2;
  for (let i = span.start + 1; i < span.end - 1; i++) {
    if (words.longestAt(text, i, span.end - 1) > 0) return true;
    if (!blanks.has(text[i]!)) blank = false;
  }
  return blank;
}
