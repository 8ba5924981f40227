/**
 * Of the dictionary, those words alone that the texts of a run may have. One report has two thousand of its eighty thousand, and to load them
 * all takes longer than the report. The cut is the same: what jieba does not find in a run of characters has no part in it but by the sum of
 * all frequencies and the least of them, and those stay (`weights` in `dictionary.ts`).
 */
import type { Native } from './backend.ts';
import type { Cut } from './cut.ts';
import { isCommonHan } from './han.ts';
import { type LineRange, linesOf, linesWith } from './lines.ts';

/** Every text that brings new words has all loaded again. Once so many bytes of lines have been, the whole dictionary is: twenty times as many. */
const MOST_LOADED = 400_000;

export type WordLoader = {
  /** Lines of the dictionary in the place of those that were loaded before. False where that cannot be. */
  loadSome: (lines: Uint8Array) => boolean;
  loadAll: () => void;
};

/** `cut` with what has been loaded; nothing has when this is called. */
export function withMetWords(cut: Cut, dictionary: () => Uint8Array, { loadSome, loadAll }: WordLoader): Native {
  const met = new Map<number, Met>();
  const lines: Uint8Array[] = [];
  let coming = '';
  let loaded = 0;
  let hasAll = false;

  const take = ({ start, end }: LineRange): void => {
    if (start < end) lines.push(dictionary().subarray(start, end));
  };

  const learn = (text: string): void => {
    for (let i = 0; i < text.length; i++) {
      if (!isCommonHan(text.charCodeAt(i))) continue;
      const known = met.get(text.charCodeAt(i)) ?? learnCharacter(text.charAt(i));
      const next = text.charCodeAt(i + 1);
      if (!isCommonHan(next) || known.before.has(next)) continue;
      known.before.add(next);
      take(linesWith(dictionary(), text.slice(i, i + 2), known.lines));
    }
  };

  const learnCharacter = (character: string): Met => {
    const known = { lines: linesOf(dictionary(), character), before: new Set<number>() };
    met.set(character.charCodeAt(0), known);
    take(linesWith(dictionary(), `${character} `, known.lines));
    return known;
  };

  /** All words whose first two characters were met have been loaded. */
  const hasMet = (han: string): boolean => {
    for (let i = 0; i < han.length; i++) {
      const known = met.get(han.charCodeAt(i));
      if (!known || (i + 1 < han.length && !known.before.has(han.charCodeAt(i + 1)))) return false;
    }
    return true;
  };

  const load = (han: string): void => {
    for (const text of [coming, han]) learn(text);
    coming = '';
    const some = Buffer.concat(lines);
    loaded += some.length;
    hasAll = loaded > MOST_LOADED || !loadSome(some);
    if (hasAll) loadAll();
  };

  return {
    meet: (text) => {
      coming = text;
    },
    cut: (han) => {
      if (!hasAll && !hasMet(han)) load(han);
      return cut(han);
    },
  };
}

/** A character: the lines of the words that begin with it, and what it was met before. */
type Met = { lines: LineRange; before: Set<number> };
