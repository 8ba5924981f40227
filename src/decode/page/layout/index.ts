/** Pages of glyphs → paragraphs: what .pdf and .ofd have in common. */
import type { Paragraph } from '../../paragraphs.ts';
import { columnsOf, gutterOf } from './columns.ts';
import { withoutHeads } from './heads.ts';
import { paragraphsOf } from './join.ts';
import type { Page } from './page.ts';
import { rowsOf } from './rows.ts';

export function layOut(pages: readonly Page[]): Paragraph[] {
  const rows = withoutHeads(pages.map((page) => ({ height: page.height, rows: rowsOf(page) })));
  const gutters = new Set(rows.map(gutterOf).filter((gutter) => gutter !== null));
  return paragraphsOf(rows.flatMap((page) => columnsOf(page, [...gutters])));
}
