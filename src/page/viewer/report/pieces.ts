/** A stretch of text cut where a finding begins or ends, so that those that overlap are all to be seen. */
import type { Span } from '../../../model/span.ts';

export type Piece<T> = { start: number; end: number; held: readonly T[] };

/** `lit` in text order: by start, then by end. Each piece is held by those that cover it. */
export function piecesOf<T extends { span: Span }>(start: number, end: number, lit: readonly T[]): Piece<T>[] {
  const edges = new Set([start, end]);
  for (const { span } of lit) {
    if (span.start > start && span.start < end) edges.add(span.start);
    if (span.end > start && span.end < end) edges.add(span.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces: Piece<T>[] = [];
  let held: T[] = [];
  let next = 0;
  for (let i = 0; i + 1 < cuts.length; i++) {
    const at = cuts[i] ?? start;
    held = held.filter(({ span }) => span.end > at);
    for (let each = lit[next]; each && each.span.start <= at; each = lit[++next])
      if (each.span.end > at) held.push(each);
    pieces.push({ start: at, end: cuts[i + 1] ?? end, held: [...held] });
  }
  return pieces;
}

/** Of a list in text order those that a stretch touches; `longest`: the length of the longest of them all. */
export function touching<T extends { span: Span }>(
  all: readonly T[],
  start: number,
  end: number,
  longest: number,
): T[] {
  const found: T[] = [];
  for (let i = firstFrom(all, start - longest); i < all.length; i++) {
    const each = all[i];
    if (!each || each.span.start >= end) break;
    if (each.span.end > start) found.push(each);
  }
  return found;
}

function firstFrom(all: readonly { span: Span }[], start: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
