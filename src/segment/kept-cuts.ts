/** Reports say the same again: what was cut before, in this report or another, is not cut anew. */
import type { Segmenter, Token } from '../model/token.ts';

/** Runs no longer than this come again: 同比增长, 以上学历. A longer slice of a text would also keep the whole text in memory. */
const LONGEST_KEPT = 12;

/** So many characters make a generation of runs, some 2 MB: the runs of fifty reports. */
const GENERATION = 65_536;

/** The same segmenter, which remembers the runs of the current generation and of the one before; a run that comes again stays. */
export function keepingCuts(segment: Segmenter, most: number = GENERATION): Segmenter {
  let current = new Map<string, readonly Token[]>();
  let before = current;
  let characters = 0;
  return (han) => {
    if (han.length > LONGEST_KEPT) return segment(han);
    const known = current.get(han);
    if (known) return known;
    const words = before.get(han) ?? segment(han);
    if (characters >= most) {
      before = current;
      current = new Map();
      characters = 0;
    }
    current.set(han, words);
    characters += han.length;
    return words;
  };
}
