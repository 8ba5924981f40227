/** Binary search in what is in text order. */

/** Index of the first item whose key is at least `value`; the length where there is none. */
export function firstAtLeast<T>(items: readonly T[], value: number, keyOf: (item: T) => number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(items[middle]!) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last item whose key is at most `value`; -1 where there is none. */
export const lastAtMost = <T>(items: readonly T[], value: number, keyOf: (item: T) => number): number =>
  firstAtLeast(items, value + 1, keyOf) - 1;
