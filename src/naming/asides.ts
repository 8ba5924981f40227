/** What stands in brackets is said by the way: after them a sentence goes on about what it was about before. */

import type { NamingContext } from './context.ts';
import { type Kept, kept, type Memory, restore } from './memory.ts';

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
