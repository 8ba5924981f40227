/** What a printed page is to us: glyphs at places. Lengths are in any unit, from the upper left corner. */

export type GlyphRun = {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Height of the type. */
  size: number;
  /** Direction of writing in radians, 0 from left to right. */
  angle: number;
};

export type Page = { width: number; height: number; runs: readonly GlyphRun[] };

/** Text on one baseline without a wide gap. */
export type Segment = { text: string; x: number; right: number; y: number; size: number };

/** All that stands on one baseline of a page. */
export type GlyphRow = { y: number; segments: readonly Segment[] };

/** A line of a column; several segments make a row of a table. */
export type GlyphLine = Segment & { isTableRow: boolean };

/** Lines that belong under one another. */
export type PageColumn = { left: number; right: number; lines: readonly GlyphLine[] };

/** Han, kana, full-width signs: characters as wide as they are high, between which no blank is written. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffef“”‘’—…]/;

export const isWide = (char: string | undefined): boolean => char !== undefined && WIDE.test(char);

/** Lists may be longer than what a call takes as arguments. */
export const least = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((found, item) => Math.min(found, of(item)), Number.POSITIVE_INFINITY);

export const most = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((found, item) => Math.max(found, of(item)), Number.NEGATIVE_INFINITY);
