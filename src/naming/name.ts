import type { Name } from '../model/name.ts';
import type { Origin } from '../model/origin.ts';
import type { Span } from '../model/span.ts';

/** A name with how it was come to. */
export type Naming = { name: Name | null; origin: Origin };

export function nameAt(text: string, { start, end: from }: Span): Name {
  let end = from;
  // 贷款余额*: a star at the end points to a footnote.
  while (end > start + 1 && /[*＊]/.test(text[end - 1]!)) end--;
  return { text: clean(text.slice(start, end)), span: { start, end } };
}

export const composed = (...parts: string[]): Name => ({ text: clean(parts.join('')), span: null });

/** Line breaks and spaces inside a name are an accident of the layout. */
const clean = (words: string): string => words.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '').trim();
