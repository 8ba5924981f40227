/** The name that a misspelt one was probably meant to be. */

const LONGEST = 64;

/** The candidate fewest slips away, or null where none is near. A slip is a letter more, less, other, or swapped with the next. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  if (name.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const slips = slipsBetween(name.toLowerCase(), candidate.toLowerCase());
    // A name of one character is no nearer to one than to another.
    if (slips < least && slips < name.length) [best, least] = [candidate, slips];
  }
  return best;
}

/** Optimal string alignment distance. */
function slipsBetween(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  let last = b.length;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    last = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const slips = Math.min((row[j] ?? 0) + 1, last + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      last = swapped ? Math.min(slips, (before[j - 2] ?? 0) + 1) : slips;
      next.push(last);
    }
    [before, row] = [row, next];
  }
  return last;
}
