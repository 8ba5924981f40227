/** Runs that mask one content together: 20××-××-××, 百分之*点*, * * 家. */
import type { Mask } from '../model/quantity.ts';
import { FALLBACK, type Judgement } from './judgement.ts';
import type { Surroundings } from './surroundings.ts';

const COUNTS: ReadonlySet<string> = new Set(['number', 'ordinal', 'date']);
const LONGEST_GAP = 3;

/** A run that nothing else is known of takes the judgement of the one it is joined to. */
export function chain(
  masks: readonly Mask[],
  judgements: readonly (Judgement | null)[],
  { text, rules }: Pick<Surroundings, 'text' | 'rules'>,
): (Judgement | null)[] {
  const chained = [...judgements];
  const gapAfter = (i: number): string => {
    const [from, to] = [masks[i]!.span.end, masks[i + 1]?.span.start ?? Number.POSITIVE_INFINITY];
    return to - from > LONGEST_GAP ? '' : text.slice(from, to);
  };
  for (let i = masks.length - 2; i >= 0; i--) {
    if (isOpen(chained[i]) && /^[ \u3000]+$/.test(gapAfter(i)) && chained[i + 1]) chained[i] = chained[i + 1]!;
  }
  for (let i = 1; i < masks.length; i++) {
    const before = chained[i - 1];
    const isJoined = before && COUNTS.has(before.kind) && rules.joiners.has(gapAfter(i - 1));
    if (isOpen(chained[i]) && isJoined) chained[i] = before;
  }
  return chained;
}

const isOpen = (judgement: Judgement | null | undefined): boolean => judgement?.rule === FALLBACK;
