/**
 * Tables as lines of text: a row of data on one line, cells parted by tabs, empty ones but for the last included; a table that only lays out
 * the page as its paragraphs.
 */
import { type Paragraph, paragraphOf } from './paragraphs.ts';

/** A cell with more Han characters holds a page, not a datum. */
const LONGEST_DATUM = 300;
/** Sentences in several paragraphs are running text too. */
const RUNNING = /[，。；]/;

/** `rows` are the paragraphs of each cell; `nested` where a cell holds a table. */
export function layoutCells(rows: readonly (readonly Paragraph[][])[], nested = false): Paragraph[] {
  const isLayout = nested || rows.some((cells) => cells.some(isPageLike));
  if (isLayout) return rows.flat(2);
  return rows.map((cells): Paragraph => ({ ...paragraphOf(rowText(cells)), isRow: true }));
}

const rowText = (cells: readonly Paragraph[][]): string =>
  cells
    .map((paragraphs) => paragraphs.map(({ text }) => text.replace(/\s+/g, ' ').trim()).join(' '))
    .join('\t')
    .trimEnd();

const isPageLike = (paragraphs: readonly Paragraph[]): boolean => {
  const han = paragraphs.reduce((sum, { text }) => sum + (text.match(/\p{Script=Han}/gu)?.length ?? 0), 0);
  return (
    han > LONGEST_DATUM || (paragraphs.length > 1 && han > 60 && paragraphs.every(({ text }) => RUNNING.test(text)))
  );
};
