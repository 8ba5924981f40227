import type { Span } from './span.ts';

/** A row of a table: one line of the text. */
export type TableRow = {
  span: Span;
  /** Without the blanks around them; an empty cell has no extent. */
  cells: readonly Span[];
};

/** A table that holds figures, as it stands in the text. */
export type Table = {
  /** Its rows, from the first of its heads to the last of its body. */
  span: Span;
  /** Lines above it that speak for all of it: its title, the unit of its figures. */
  captions: readonly Span[];
  /** The rows that say what the columns hold; none where nothing does. */
  heads: readonly TableRow[];
  /** The rows below; one of a single cell heads those that follow it. */
  rows: readonly TableRow[];
};
