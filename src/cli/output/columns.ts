import { pad, widthOf } from '../../emit/fit.ts';
import { shown } from '../../text/shown.ts';

/** Rows as lines whose columns line up, Chinese characters counting double. */
export function alignedRows(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(shown(cell)));
  }
  const padded = (cell: string, i: number) => pad(shown(cell), widths[i] ?? 0);
  return rows.map((row) => row.map(padded).join('  ').trimEnd());
}

/** The same, each with its line end. */
export const tableOf = (rows: readonly (readonly string[])[]): string =>
  alignedRows(rows)
    .map((row) => `${row}\n`)
    .join('');
