/** The lines around a place, with carets under it: what compilers show. */
import type { Span } from '../model/span.ts';
import { widthOf } from './width.ts';

/** Of a longer line only the part around the place is shown. */
const LONGEST_LINE = 160;
const BEFORE = 80;

/** The line before the place, its own line, and a line of carets. Chinese characters take the width of two others. */
export function excerptOf(text: string, { start, end }: Span): string {
  const lineStart = startOfLine(text, start);
  const number = text.slice(0, lineStart).split('\n').length;
  const gutter = String(number).length;
  const line = lineAt(text, lineStart);
  const from = line.length > LONGEST_LINE ? Math.max(0, start - lineStart - BEFORE) : 0;
  const shown = line.slice(from, from + LONGEST_LINE);
  const column = Math.min(start - lineStart - from, shown.length);
  const marked = shown.slice(column, Math.max(column + 1, end - lineStart - from));
  const carets = '^'.repeat(Math.max(1, widthOf(marked)));
  const before = lineStart > 0 ? [lineAt(text, startOfLine(text, lineStart - 1)).slice(0, LONGEST_LINE)] : [];
  return [
    ...before.map((words) => `${String(number - 1).padStart(gutter)} | ${words}`),
    `${number} | ${shown}`,
    `${' '.repeat(gutter)} | ${blank(shown.slice(0, column))}${carets}`,
  ].join('\n');
}

const startOfLine = (text: string, at: number): number => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
}

const blank = (words: string): string => words.replace(/[^\t]/gu, (char) => ' '.repeat(widthOf(char)));
