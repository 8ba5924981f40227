/** Formats of `table` and `track`; what each is like is in grid.ts. */
export const GRID_FORMATS = ['pretty', 'csv', 'ndjson', 'md'] as const;
export type GridFormat = (typeof GRID_FORMATS)[number];
