/** Entries of the style sheet and of the table of fonts. */
import { CHARSETS, CODE_PAGES } from './words.ts';

/** Its name comes last, after all that the style states. */
export type StyleEntry = { name: string; basis: number | null; outline: number | null | undefined };

export type FontEntry = { name: string; encoding: string | null; charset: number | null };

/** Characters; names are shorter. */
const LONGEST_NAME = 100;

export function addToName(entry: StyleEntry | FontEntry, text: string): void {
  if (entry.name.length < LONGEST_NAME) entry.name += text.slice(0, LONGEST_NAME);
}

/** `heading 1;` */
export const nameOf = ({ name }: StyleEntry | FontEntry): string => name.split(';', 1)[0]?.trim() ?? '';

/** Levels run from 0 to 8; 9 is body text. */
export const levelOf = (value: number | null): number | null =>
  value !== null && value >= 0 && value < 9 ? value + 1 : null;

/** What a word says of the entry that is being read. */
export function describe(entry: StyleEntry | FontEntry, word: string, value: number | null): void {
  if ('basis' in entry) {
    if (word === 'sbasedon') entry.basis = value;
    if (word === 'outlinelevel') entry.outline = levelOf(value);
    return;
  }
  const encoding = word === 'fcharset' ? CHARSETS.get(value ?? 0) : word === 'cpg' ? CODE_PAGES.get(value ?? 0) : null;
  if (encoding) entry.encoding = encoding;
  if (word === 'fcharset') entry.charset = value;
}
