/** A sheet that holds figures and no texts: one report, a row on each line. */

import type { Document, Source } from '../../model/document.ts';
import { makeDocument, ordinaryText } from '../document.ts';
import type { DecodeOptions } from '../reader.ts';
import { lineBlocks } from '../text/lines.ts';

/** A row that reaches further is none of a table that people read. */
const MOST_COLUMNS = 128;
const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/;

/** Null for a sheet in which no row names a figure. `isOne`: of several sheets, so that the bytes of the file do not tell it from the others. */
export function sheetDocument(
  source: Source,
  rows: readonly string[][],
  isOne: boolean,
  { boilerplate }: DecodeOptions,
): Document | null {
  const near = rows.filter(({ length }) => length <= MOST_COLUMNS);
  if (!near.some(namesFigure)) return null;
  const text = ordinaryText(near.map(lineOf).filter(Boolean).join('\n'));
  const bytes = isOne ? new TextEncoder().encode(text) : source.bytes;
  const blocks = () => lineBlocks(text, boilerplate);
  return makeDocument({ ...source, bytes }, { format: 'xlsx', encoding: 'utf-8', text, blocks });
}

/** Rows have holes where cells are empty. */
const lineOf = (cells: readonly string[]): string =>
  Array.from(cells, (cell) => (cell ?? '').replace(/\s+/g, ' ').trim())
    .join('\t')
    .trimEnd();

const namesFigure = (cells: readonly string[]): boolean =>
  cells.some((cell) => NUMBER.test(cell)) && cells.some((cell) => /\p{Script=Han}{2}/u.test(cell));
