/** What a page shows at most, however many the reports: more would not be read, and a page must open at once. The rest is counted and told. */
export const MOST = {
  /** Lines and columns of the matrix. */
  lines: 300,
  columns: 300,
  /** Observations that have their sentence in the page. */
  evidence: 4000,
  /** UTF-16 units of a sentence. */
  sentence: 600,
  conflicts: 200,
  /** Statements of one conflict. */
  statements: 12,
  /** Concepts that have a chart. */
  charts: 120,
  /** Marks in a chart. */
  marks: 40,
  /** Observations of one indicator that are kept for lines and for what is promised beside them. */
  points: 1000,
  /** Targets that are listed. */
  targets: 1500,
} as const;
