import type { MaskForm, MaskTable } from '../knowledge/masks/table.ts';
import { CHAR, type NumeralTable } from '../knowledge/numerals/table.ts';
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { UnitTable } from '../knowledge/units/table.ts';
import { BLANKS } from '../text/char-set.ts';
import { codeAt } from '../text/code-at.ts';

/** What the lexer works with, compiled from `rules/`. */
export type LexTables = { numerals: NumeralTable; units: UnitTable; masks: MaskTable; punctuation: Punctuation };

const ARABIC_ZERO = 0x30;
const FULL_WIDTH_ZERO = 0xff10;

/** 0–9 for an ASCII or full-width digit, else -1. */
export function arabicDigit(code: number): number {
  if (code >= ARABIC_ZERO && code <= ARABIC_ZERO + 9) return code - ARABIC_ZERO;
  if (code >= FULL_WIDTH_ZERO && code <= FULL_WIDTH_ZERO + 9) return code - FULL_WIDTH_ZERO;
  return -1;
}

export const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** The `CHAR` bits of the character at a place; 0 outside the text. */
export const classAt = (text: string, at: number, { numerals }: LexTables): number =>
  numerals.classes[codeAt(text, at)] ?? 0;

/** The form of mask that the character at a place belongs to; undefined for any other. */
export const maskFormAt = (text: string, at: number, tables: LexTables): MaskForm | undefined =>
  (classAt(text, at, tables) & CHAR.mask) === 0 ? undefined : tables.masks.byChar.get(text.charAt(at));

/** The end of a word at a place, spaces between its characters passed over (百 分 之); -1 where it does not stand. */
export function endOfSpacedWord(text: string, at: number, word: string): number {
  if (codeAt(text, at) !== word.charCodeAt(0)) return -1;
  let end = at + 1;
  for (let i = 1; i < word.length; i++, end++) {
    while (BLANKS.at(text, end) && end - at < 2 * word.length) end++;
    if (codeAt(text, end) !== word.charCodeAt(i)) return -1;
  }
  return end;
}

/** 7×**小时: a lone sign after a digit and before a mask of another form multiplies as it does before a digit (7×24). */
export function isTimesMask(text: string, start: number, end: number, tables: LexTables): boolean {
  return end - start === 1 && maskFormAt(text, end, tables) !== undefined;
}
