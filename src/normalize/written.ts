/** Words of a simplified text in the script that they were written in. */
import type { NormalText } from '../model/normal-text.ts';

/** How far before and after a place its words are looked for. */
const BEFORE = 2000;
const AFTER = 400;

/** `written` and `text` are equally long, character for character. */
export function scribe(written: string, text: string): NormalText['asWritten'] {
  if (written === text) return (words) => words;
  const anywhere = new Map<string, string>();
  const wherever = (words: string) => {
    const known = anywhere.get(words);
    if (known !== undefined) return known;
    const at = text.indexOf(words);
    const found = at < 0 ? words : written.slice(at, at + words.length);
    anywhere.set(words, found);
    return found;
  };
  return (words, { start, end }) => {
    const from = Math.max(0, start - BEFORE);
    const near = text.slice(from, Math.min(text.length, end + AFTER));
    const parts: string[] = [];
    for (let i = 0; i < words.length; ) {
      const length = longestIn(near, words, i);
      if (length === 0) return wherever(words);
      const at = from + lastBefore(near, words.slice(i, i + length), end - from);
      parts.push(written.slice(at, at + length));
      i += length;
    }
    return parts.join('');
  };
}

/** The place of `part` in `near` that ends last at or before `limit`, else the first behind. */
function lastBefore(near: string, part: string, limit: number): number {
  const at = near.lastIndexOf(part, Math.max(0, limit - part.length));
  return at < 0 ? near.indexOf(part) : at;
}

/** How much of `words` from `start` on stands together in `near`. */
function longestIn(near: string, words: string, start: number): number {
  let [low, high] = [0, words.length - start];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (near.includes(words.slice(start, start + middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}
