/** Tables as values, before any format: what `table` and `extract` hand to the writers of spreadsheets and columns. */

/** `format`: of a number in a spreadsheet, such as `0.00` or `#,##0"亿元"`. */
export type GridColumn = {
  key: string;
  zh: string;
  type: 'text' | 'number' | 'integer' | 'boolean' | 'date';
  format?: string;
};

export type GridValue = string | number | boolean | null;

/** `link`: a row of another grid of the same book, from 0, which the cell leads to. */
export type GridCell = GridValue | { value: GridValue; format?: string; link?: { grid: string; row: number } };

/** `name` is that of its sheet or file; rows are read once. */
export type Grid = {
  name: string;
  zh: string;
  columns: readonly GridColumn[];
  rows: Iterable<readonly GridCell[]>;
};
