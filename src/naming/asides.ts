/**
 * What stands in brackets is said by the way: after them a sentence goes on about what it was about before. So it does behind the
 * semicolon after the parts that 其中 tells of.
 */

import type { NamingContext } from './context.ts';
import type { Memory } from './memory.ts';

/** What a memory held where a bracket opens, or 其中. */
export type Kept = Pick<Memory, 'topic' | 'share' | 'last' | 'whole' | 'unit' | 'byUnit' | 'group'> & {
  names: number;
  end: number;
};

/** Takes a memory past the text between two figures; to be asked in text order. */
export function asides({ brackets }: NamingContext, memory: Memory): (from: number, to: number) => void {
  const open: Kept[] = [];
  return (from, to) => {
    if (brackets.closing.size === 0) return;
    for (let at = from; at < to; at++) {
      if (brackets.closing.has(at)) open.push(kept(memory));
      else if (brackets.opening.has(at)) restore(memory, open.pop());
    }
  };
}

export const kept = ({ topic, share, last, whole, unit, byUnit, group, recent, end }: Memory): Kept => ({
  topic,
  share,
  last,
  whole,
  unit,
  byUnit: new Map(byUnit),
  group,
  names: recent.length,
  end,
});

export function restore(memory: Memory, before: Kept | undefined): void {
  // Where no figure stood inside, or none before it, nothing was told by the way.
  if (!before || before.end === memory.end || !before.last) return;
  const { names, end, ...rest } = before;
  Object.assign(memory, rest);
  memory.recent.length = Math.min(memory.recent.length, names);
}
