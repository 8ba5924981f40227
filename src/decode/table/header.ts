/** The first row of a sheet or a .csv: names of columns, or already a report. */
import { countHan, type DataRow } from './columns.ts';

/** A name of a column is never so long. */
const LONGEST_NAME = 60;

export type Columns = { names: string[]; hasHeader: boolean };

/** Names of the columns, each once; a table without a header has numbers for names, from 1. */
export function columnsOf(firstRow: readonly string[]): Columns {
  const hasHeader = firstRow.every((cell) => countHan(cell ?? '') <= LONGEST_NAME);
  const names: string[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < firstRow.length; i++) {
    const stated = hasHeader ? (firstRow[i] ?? '').replace(/^\ufeff/, '').trim() : '';
    const name = stated && !seen.has(stated) ? stated : String(i + 1);
    seen.add(name);
    names.push(name);
  }
  return { names, hasHeader };
}

/** Cells by column; those beyond the header go by their number. */
export function rowOf(cells: readonly (string | undefined)[], names: readonly string[]): DataRow {
  const row = new Map<string, string>();
  cells.forEach((cell, i) => {
    if (cell) row.set(names[i] ?? String(i + 1), cell);
  });
  return row;
}
