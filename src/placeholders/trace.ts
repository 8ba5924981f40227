/** How masks were judged, one by one: what `gaige rules test` and `gaige explain` ask. */
import type { MaskContext } from '../knowledge/placeholders/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Lexed, Mask } from '../model/quantity.ts';
import { fits } from './contexts.ts';
import { type Judgement, judge } from './judgement.ts';
import { surroundingsIn } from './surroundings.ts';

export type MaskTrace = {
  mask: Mask;
  /** The first context that fits; null where none does. */
  context: MaskContext | null;
  /** Null for what only looks like a mask. */
  judgement: Judgement | null;
};

export function traceMasks(text: string, { masks, quantities }: Lexed, pack: RulePack): MaskTrace[] {
  const around = surroundingsIn(text, pack.placeholders, pack.masks.byChar)(quantities);
  return masks.map((mask) => {
    const judged = { mask, quantity: quantities[mask.quantity] };
    const context = pack.placeholders.contexts.find((candidate) => fits(candidate, judged, around)) ?? null;
    return { mask, context, judgement: judge(judged, around) };
  });
}
