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
export type Grid<Cell = GridCell> = GridHead & { rows: Iterable<readonly Cell[]> };

/**
 * A cell made of a row of another grid: what it says, and where it is a single figure, its number between words (≥ 98.2 亿元). Numbers of a
 * column are in one unit, so that they can be reckoned with.
 */
export type FigureCell = { text: string; number: number | null; before: string; after: string; evidence: number };

/** A sheet of a workbook. `evidence` names the grid whose rows its figures are made of. */
export type SheetGrid = Grid<GridCell | FigureCell> & { evidence?: string };
