/** Numbers that Word generates for lists (一、 （一） 1.): they are not in the text of the file, and no reader of the report would do without. */
import { formatNumber } from './number-formats.ts';

export type NumberingLevel = {
  start: number;
  /** As .docx names it: `chineseCounting`. */
  format: string;
  /** `（%1）`: %k stands for the number of level k. */
  text: string;
  /** What stands between the number and the text. */
  suffix: 'tab' | 'space' | 'nothing';
  /** Starts again after this level (from 1); 0 never; undefined after every higher one. */
  restart: number | undefined;
  /** All numbers as digits. */
  legal: boolean;
  hidden: boolean;
  /** The paragraph style that this level belongs to. */
  style: string | undefined;
};

/** A list as it is counted: lists made from one definition share its counts. */
export type List = {
  definition: string;
  levels: ReadonlyMap<number, NumberingLevel>;
  /** Levels where this list begins anew. */
  starts: ReadonlyMap<number, number>;
};

export type Lists = (number: number) => List | undefined;

/** The marker of the next paragraph at a depth of a list, with the blank after it; '' for none. To be asked once for each, in order. */
export type NextMarker = (number: number, depth: number) => string;

export function markerCounter(lists: Lists): NextMarker {
  const counts = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return (number, depth) => {
    const list = lists(number);
    const level = list?.levels.get(depth);
    if (!list || !level) return '';
    const count = counts.get(list.definition) ?? [];
    counts.set(list.definition, count);
    const start = started.has(`${number} ${depth}`) ? undefined : list.starts.get(depth);
    started.add(`${number} ${depth}`);
    count[depth] = start ?? (count[depth] ?? level.start - 1) + 1;
    restartDeeper(count, depth, list.levels);
    return markerOf(level, count, list.levels);
  };
}

function restartDeeper(
  count: (number | undefined)[],
  depth: number,
  levels: ReadonlyMap<number, NumberingLevel>,
): void {
  for (let deeper = depth + 1; deeper < count.length; deeper++) {
    const restart = levels.get(deeper)?.restart;
    if (restart === undefined || depth < restart) count[deeper] = undefined;
  }
}

function markerOf(
  level: NumberingLevel,
  count: readonly (number | undefined)[],
  levels: ReadonlyMap<number, NumberingLevel>,
): string {
  // A bullet says no more than that there is a list.
  if (level.hidden || level.format === 'bullet') return '';
  const words = level.text.replace(/%([1-9])/g, (_, k: string) => {
    const other = levels.get(Number(k) - 1);
    if (!other) return '';
    const format = level.legal && other.format !== 'none' ? 'decimal' : other.format;
    return formatNumber(count[Number(k) - 1] ?? other.start, format);
  });
  return words && words + gapAfter(words, level.suffix);
}

/** Full-width signs have their blank within; `1.` and 2024年 must not run into one number. */
const gapAfter = (words: string, suffix: NumberingLevel['suffix']): string =>
  suffix === 'nothing' || /[、．。，：）】〕》\s]$/.test(words) ? '' : ' ';
