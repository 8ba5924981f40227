/** What one mask stands for, and which context of the rules says so. */
import type { MaskContext, PlaceholderRules } from '../knowledge/placeholders/table.ts';
import type { PlaceholderDraft } from '../model/findings.ts';
import type { Mask, Quantity } from '../model/quantity.ts';
import { fits } from './contexts.ts';
import { nounAfter, wordsAfter } from './nouns.ts';
import type { JudgedMask, Surroundings } from './surroundings.ts';

export type Judgement = Pick<PlaceholderDraft, 'kind' | 'expects' | 'rule'>;

/** The rule where no other fits. */
export const FALLBACK = 'text/missing';

/** What a mask was judged to be, and by which context. */
export type MaskVerdict = {
  mask: Mask;
  /** The context that decided; null where none did. */
  context: MaskContext | null;
  /** Null for what only looks like a mask. */
  judgement: Judgement | null;
};

export function judgeMask(judged: JudgedMask, around: Surroundings): MaskVerdict {
  const { mask, quantity } = judged;
  const stated = mask.form === 'note' ? statedByNote(judged, around) : null;
  if (stated) return { mask, context: null, judgement: stated };
  const context = around.rules.contexts.find((candidate) => fits(candidate, judged, around)) ?? null;
  return { mask, context, judgement: judgementBy(context, mask, quantity, around) };
}

function judgementBy(
  context: MaskContext | null,
  mask: Mask,
  quantity: Quantity | undefined,
  around: Surroundings,
): Judgement | null {
  if (context?.kind === 'none') return null;
  if (quantity && !context?.always) return judgeNumeral(mask, quantity, around);
  const expects = context?.noun ? (nounAfter(mask.span.end, around)?.words ?? null) : (context?.expects ?? null);
  if (context) return { kind: context.kind, expects, rule: context.id };
  if (mask.form === 'word') return { kind: 'name', expects: null, rule: 'name/word' };
  if (mask.form === 'note') return { kind: 'text', expects: null, rule: 'text/note' };
  return { kind: 'text', expects: wordsAfter(mask.span.end, around), rule: FALLBACK };
}

function judgeNumeral(mask: Mask, quantity: Quantity, { text, rules, isMaskChar }: Surroundings): Judgement {
  const { unit } = quantity;
  if (quantity.form === 'rank') return { kind: 'ordinal', expects: unit?.raw || null, rule: 'ordinal/place' };
  if (unit && rules.dateUnits.has(unit.raw)) return { kind: 'date', expects: unit.raw, rule: 'date/unit' };
  if (!unit && YEAR.test(quantity.raw)) return { kind: 'date', expects: null, rule: 'date/year' };
  let end = quantity.span.end;
  while (end > mask.span.end && !isMaskChar(text[end - 1])) end--;
  // 亿多元: the content carries 亿元.
  const rest = text.slice(endOfNumeral(end, quantity.span.end, text, rules), quantity.span.end);
  const expected = rest.replace(quantity.infix ?? '', '');
  return { kind: 'number', expects: expected || unit?.symbol || null, rule: 'number/unit' };
}

/** 20×× in 20××-××-××. */
const YEAR = /^(?:19|20|１９|２０)..$/;

/** Digits of a half-masked numeral, a closing bracket and an infix before the unit: 458元, ）家, 余人次. */
function endOfNumeral(at: number, limit: number, text: string, { numeralEnd }: PlaceholderRules): number {
  const end = numeralEnd.chars.endOfRun(text, at, limit);
  return end + numeralEnd.infixes.longestAt(text, end, limit);
}

function statedByNote({ mask }: JudgedMask, { text, rules }: Surroundings): Judgement | null {
  const { start, end } = mask.span;
  for (const { kind, words } of rules.noteKinds) {
    for (let i = start; i < end; i++) {
      if (words.longestAt(text, i, end) > 0) return { kind, expects: null, rule: `${kind}/note` };
    }
  }
  return null;
}
