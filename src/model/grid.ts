/** Tables as values, before any format: what `table` and `track` hand to their writers. */

export type GridColumn = { key: string; zh: string; type: 'text' | 'number' | 'integer' | 'boolean' };

export type GridCell = string | number | boolean | null;

/** `name` is that of its sheet or file. */
export type GridHead = {
  name: string;
  zh: string;
  /** Columns that tell one row from another. */
  keys?: readonly string[];
  columns: readonly GridColumn[];
};

/** Rows may be gone through again, and may be more than memory should hold. */
export type Grid = GridHead & { rows: Iterable<readonly GridCell[]> };
