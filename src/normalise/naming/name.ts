import type { Span } from '../../model/span.ts';

/** What a figure measures, in the report's words. */
export type Name = {
  text: string;
  /** Where it stands, when it is one run of the text. */
  span: Span | null;
};

export const nameAt = (text: string, span: Span): Name => ({ text: clean(text.slice(span.start, span.end)), span });

export const composed = (...parts: string[]): Name => ({ text: clean(parts.join('')), span: null });

/** Line breaks and spaces inside a name are an accident of the layout. */
const clean = (words: string): string => words.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '').replace(/^[*＊]+|[*＊]+$/g, '').trim();
