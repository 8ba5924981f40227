/** Formats of `table` and `track`; what each is like is in grid.ts, workbook.ts, parquet.ts and `grid-page/`. */
const TEXT_FORMATS = ['pretty', 'csv', 'ndjson', 'md'] as const;

export const GRID_FORMATS = [...TEXT_FORMATS, 'html', 'xlsx', 'parquet'] as const;

/** Of those, the ones that are text. */
export type GridFormat = (typeof TEXT_FORMATS)[number];

/** A book has several sheets, all others one table. */
export type AnyGridFormat = (typeof GRID_FORMATS)[number];
