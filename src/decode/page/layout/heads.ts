/** Page numbers and running heads, which are the paper's and not the report's. */
import type { GlyphRow } from './page.ts';

/** A page with its rows. */
export type Leaf = { height: number; rows: readonly GlyphRow[] };

/** So many rows at the top and at the bottom may be no part of the text. */
const EDGE_ROWS = 2;
/** They stand in this much of the page's height from its edge. */
const MARGIN = 0.15;
/** A head runs over this share of the pages: left and right pages may have one each. */
const REPEATED = 0.3;
const FEWEST_PAGES = 3;

/** 12, - 12 -, — 12 —, 第12页, 第 12 页 共 30 页, 12/30, Page 12 of 30. */
const PAGE_NUMBER =
  /^[-–—―‐·.•\s]*(?:第\s*)?(?:page\s*)?[\dⅠ-Ⅻivx〇一二三四五六七八九十]{1,5}(?:\s*页)?(?:[\s，,/、|of共-]*(?:共\s*)?[\d〇一二三四五六七八九十]{1,5}(?:\s*页)?)?[-–—―‐·.•\s]*$/i;

const LONGEST_NUMBER = 40;

const isPageNumber = (text: string): boolean => text.length <= LONGEST_NUMBER && PAGE_NUMBER.test(text);

export function withoutHeads(leaves: readonly Leaf[]): GlyphRow[][] {
  const counts = new Map<string, number>();
  for (const leaf of leaves) {
    for (const head of new Set(edgesOf(leaf).map(({ head }) => head))) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  const often = Math.max(FEWEST_PAGES, leaves.length * REPEATED);
  return leaves.map((leaf) => {
    const dropped = new Set(
      edgesOf(leaf)
        .filter(({ head, text }) => isPageNumber(text) || (counts.get(head) ?? 0) >= often)
        .map(({ row }) => row),
    );
    return leaf.rows.filter((row) => !dropped.has(row));
  });
}

type Edge = { row: GlyphRow; text: string; head: string };

/** The rows at a page's edges. A head is known by its words and side; its numbers change. */
function edgesOf({ height, rows }: Leaf): Edge[] {
  const edge = (row: GlyphRow, side: string): Edge => {
    const text = row.segments.map((segment) => segment.text).join(' ');
    return { row, text, head: side + text.replace(/[\s\d]+/g, '') };
  };
  const top = rows.slice(0, EDGE_ROWS).filter(({ y }) => y < height * MARGIN);
  const bottom = rows.slice(-EDGE_ROWS).filter(({ y }) => y > height * (1 - MARGIN));
  return [...top.map((row) => edge(row, 'top ')), ...bottom.map((row) => edge(row, 'bottom '))];
}
