import type { Name } from '../model/name.ts';
import type { Origin } from '../model/origin.ts';
import type { Span } from '../model/span.ts';
import type { NamingContext } from './context.ts';

/** A name with how it was come to. */
export type Naming = { name: Name | null; origin: Origin };

export function nameAt({ text, marks }: NamingContext, { start, end: from }: Span): Name {
  const end = marks.footnotes.startOfRun(text, from, Math.min(from, start + 1));
  return { text: clean(text.slice(start, end)), span: { start, end } };
}

export const composed = (...parts: string[]): Name => ({ text: clean(parts.join('')), span: null });

/** Line breaks and spaces inside a name are an accident of the layout. */
const clean = (words: string): string => words.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '').trim();
