import type { PositionMap } from '../model/document.ts';

/** A place in a file: 1-based line and 1-based column in UTF-16 units, as editors and compilers count. */
export type Position = { line: number; column: number };

/** The place in the file that a text offset comes from. Time grows with the logarithm of the file's lines. */
export function positionAt(map: PositionMap, offset: number): Position {
  return positionAtFile(map, fileOffsetAt(map, offset));
}

/** The place of an offset into the decoded file. */
export function positionAtFile(map: Pick<PositionMap, 'lineStarts'>, file: number): Position {
  const line = lastAtOrBefore(map.lineStarts, file);
  return { line: line + 1, column: file - (map.lineStarts[line] ?? 0) + 1 };
}

/** The text offset of a place in the file; of a place that is no part of the text, that of the next which is. */
export const offsetAt = (map: PositionMap, { line, column }: Position): number =>
  textOffsetAt(map, (map.lineStarts[line - 1] ?? Number.POSITIVE_INFINITY) + column - 1);

/** The text offset of an offset into the file; of one that is no part of the text, that of the next which is. */
export function textOffsetAt({ text, file }: Pick<PositionMap, 'text' | 'file'>, place: number): number {
  const run = lastAtOrBefore(file, place);
  const first = text[run] ?? 0;
  const offset = Math.max(first, first + place - (file[run] ?? 0));
  const next = text[run + 1];
  return next === undefined ? offset : Math.min(offset, next);
}

/** The offset into the decoded file that a text offset comes from. */
export function fileOffsetAt({ text, file }: Pick<PositionMap, 'text' | 'file'>, offset: number): number {
  const run = lastAtOrBefore(text, offset);
  return (file[run] ?? 0) + offset - (text[run] ?? 0);
}

/** Index of the last of the rising numbers that is not above `value`; 0 where all are above. */
function lastAtOrBefore(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
