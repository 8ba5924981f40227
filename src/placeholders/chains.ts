/** Runs that mask one content together: 20××-××-××, 百分之*点*, * * 家. */
import { FALLBACK, type Judgement, type MaskVerdict } from './judgement.ts';
import type { Surroundings } from './surroundings.ts';

const COUNTS: ReadonlySet<string> = new Set(['number', 'ordinal', 'date']);
const LONGEST_GAP = 3;

/** The judgements, where a run that nothing else is known of takes that of the one it is joined to. */
export function chain(
  verdicts: readonly MaskVerdict[],
  { text, rules }: Pick<Surroundings, 'text' | 'rules'>,
): (Judgement | null)[] {
  const chained = verdicts.map(({ judgement }) => judgement);
  const gaps = verdicts.map(({ mask: { span } }, i) => {
    const next = verdicts[i + 1]?.mask.span.start ?? Number.POSITIVE_INFINITY;
    return next - span.end > LONGEST_GAP ? '' : text.slice(span.end, next);
  });
  for (let i = verdicts.length - 2; i >= 0; i--) {
    const next = chained[i + 1];
    if (next && isOpen(chained[i]) && /^[ \u3000]+$/.test(gaps[i] ?? '')) chained[i] = next;
  }
  for (const [i, gap] of gaps.entries()) {
    const before = chained[i];
    if (before && COUNTS.has(before.kind) && rules.joiners.has(gap) && isOpen(chained[i + 1])) chained[i + 1] = before;
  }
  return chained;
}

const isOpen = (judgement: Judgement | null | undefined): boolean => judgement?.rule === FALLBACK;
