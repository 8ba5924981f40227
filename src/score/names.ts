/** Whether a name is right: it holds what it must, nothing of its neighbours, and is nearly one of the accepted ones. */
import type { AnnotatedIndicator } from './annotation.ts';

/** Share of characters, in order, that two names must have in common. */
const ALIKE = 0.75;

/** Marks, blanks and 的 do not count. */
export const bare = (words: string | null | undefined): string =>
  (words ?? '').replace(/[\s“”"'‘’《》〈〉（）()、，,的]/g, '');

export function isRightName(gold: AnnotatedIndicator, name: string | null): boolean {
  if (gold.names.length === 0) return true;
  const words = bare(name);
  if (!words.includes(bare(gold.head))) return false;
  if (!(gold.keep ?? []).every((piece) => words.includes(piece))) return false;
  if ((gold.forbid ?? []).some((piece) => words.includes(piece))) return false;
  return gold.names.some((accepted) => likeness(words, bare(accepted)) >= ALIKE);
}

function likeness(a: string, b: string): number {
  return a.length + b.length === 0 ? 0 : (2 * commonLength(a, b)) / (a.length + b.length);
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length).fill(0);
  for (const char of a) {
    let [left, aboveLeft] = [0, 0];
    row = row.map((above, j) => {
      left = char === b[j] ? aboveLeft + 1 : Math.max(above, left);
      aboveLeft = above;
      return left;
    });
  }
  return row.at(-1) ?? 0;
}
