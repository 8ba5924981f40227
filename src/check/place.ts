import type { Document } from '../model/document.ts';
import type { IssuePlace } from '../model/issue.ts';
import type { Span } from '../model/span.ts';
import { positionAt } from '../text/positions.ts';
import { lastAtMost } from '../text/sorted.ts';

/** Formats whose lines are those of the file. */
export const LINED_FORMATS: ReadonlySet<string> = new Set(['txt', 'md', 'html']);

/** Tables and lists of records: a report is a row, which its path names (reports.csv#12). */
const ROW = /#(?:row)?(\d+)$/;

/** Where a mask stands. A member of a container (`isMember`) has lines that nobody can go to. */
export function placeOf(
  { path, format, positions, blocks }: Document,
  { start, end }: Span,
  isMember: boolean,
): IssuePlace {
  if (!isMember && LINED_FORMATS.has(format)) {
    const { line, column } = positionAt(positions, start);
    const last = positionAt(positions, end - 1);
    return { region: { line, column, endLine: last.line, endColumn: last.column + 1 } };
  }
  const row = isMember ? ROW.exec(path)?.[1] : undefined;
  if (row !== undefined) return { row: Number(row) };
  return { paragraph: lastAtMost(blocks, start, ({ span }) => span.start) + 1 };
}
