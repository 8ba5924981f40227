/**
 * Judges masks: what each stands for, or that it only looks like one. Characters, words and lexer atoms only, so that
 * `check` and `extract` find the same placeholders.
 */
import type { PlaceholderDraft } from '../model/findings.ts';
import type { MaskContext, PlaceholderRules } from '../model/placeholder-rules.ts';
import type { Mask, Quantity } from '../model/quantity.ts';
import type { Punctuation } from '../model/rulepack.ts';
import type { Span } from '../model/span.ts';

type Judgement = Pick<PlaceholderDraft, 'kind' | 'expects' | 'rule'>;

type Surroundings = {
  text: string;
  rules: PlaceholderRules;
  isMaskChar: (char: string) => boolean;
  /** Whether some line begins with a footnote star. */
  hasFootnote: () => boolean;
};

/** The longest run of Han characters searched for the noun that a masked name ends in. */
const NOUN_REACH = 12;
/** How much of a missing phrase's surroundings is shown as what it expects. */
const TEXT_EXPECTS = 3;
const CLAUSE_REACH = 120;

export function judgePlaceholders(
  text: string,
  masks: readonly Mask[],
  quantities: readonly Quantity[],
  rules: PlaceholderRules,
  punctuation: Punctuation,
  maskChars: ReadonlyMap<string, unknown>,
): Omit<PlaceholderDraft, 'heading'>[] {
  const footnote = { value: null as boolean | null };
  const around: Surroundings = {
    text,
    rules,
    isMaskChar: (char) => maskChars.has(char),
    hasFootnote: () => {
      footnote.value ??= /(?:^|\n)[ \u3000]*[*＊]\s*\p{Script=Han}/u.test(text);
      return footnote.value;
    },
  };
  return masks.flatMap((mask) => {
    const judgement = judge(mask, quantities[mask.quantity], around);
    return judgement ? [{ span: mask.span, ...judgement, context: clauseAround(text, mask.span, punctuation) }] : [];
  });
}

function judge(mask: Mask, quantity: Quantity | undefined, around: Surroundings): Judgement | null {
  const stated = mask.form === 'note' || mask.form === 'word' ? judgeNote(mask, around) : null;
  if (stated) return quantity && stated.kind === 'text' ? judgeNumeral(mask, quantity, around) : stated;
  const context = around.rules.contexts.find((candidate) => fits(candidate, mask, quantity !== undefined, around));
  const overrules = context?.kind === 'none' || (context && !quantity);
  if (overrules) {
    if (context.kind === 'none') return null;
    const expects = context.expects ?? (context.noun ? nounAfter(mask.span.end, around) : null);
    return { kind: context.kind, expects, rule: context.id };
  }
  if (quantity) return judgeNumeral(mask, quantity, around);
  return { kind: 'text', expects: wordsAfter(mask.span.end, around.text), rule: 'text/missing' };
}

function judgeNumeral(mask: Mask, quantity: Quantity, { text, rules }: Surroundings): Judgement {
  const { unit } = quantity;
  if (quantity.form === 'rank') return { kind: 'ordinal', expects: unit?.raw || null, rule: 'ordinal/place' };
  if (unit && rules.dateUnits.has(unit.raw)) return { kind: 'date', expects: unit.raw, rule: 'date/unit' };
  const rest = text.slice(mask.span.end, quantity.span.end).replace(/^[\d０-９.．\s]*[余多来几]?/, '');
  return { kind: 'number', expects: rest || unit?.symbol || null, rule: 'number/unit' };
}

function judgeNote(mask: Mask, around: Surroundings): Judgement {
  const { text, rules } = around;
  if (mask.form === 'word') return { kind: 'name', expects: nounAfter(mask.span.end, around), rule: 'name/word' };
  for (const { kind, words } of rules.noteKinds) {
    for (let i = mask.span.start; i < mask.span.end; i++) {
      if (words.longestAt(text, i, mask.span.end) > 0) return { kind, expects: null, rule: `${kind}/note` };
    }
  }
  return { kind: 'text', expects: null, rule: 'text/note' };
}

function fits(context: MaskContext, mask: Mask, isNumeral: boolean, around: Surroundings): boolean {
  const { text } = around;
  const { start, end } = mask.span;
  if (context.forms && !context.forms.has(mask.form)) return false;
  if (context.single && end - start > 1) return false;
  if (context.free && isNumeral) return false;
  // A mask with a unit after it is a number, whatever a lone letter would be.
  if (isNumeral && context.kind === 'none' && !context.before && !context.after && !context.touching) return false;
  if (
    context.before &&
    context.before.longestBefore(text, start) === 0 &&
    !(context.before.has('^') && atLineStart(text, start))
  )
    return false;
  if (context.after && context.after.longestAt(text, end) === 0 && !(context.after.has('$') && atLineEnd(text, end)))
    return false;
  if (context.touching && !touches(context.touching, mask.span, isNumeral, around)) return false;
  return !context.noun || nounAfter(end, around) !== null;
}

function touches(
  touching: NonNullable<MaskContext['touching']>,
  { start, end }: Span,
  isNumeral: boolean,
  around: Surroundings,
): boolean {
  const { text } = around;
  const [before, after] = [text[start - 1] ?? '\n', text[end] ?? '\n'];
  switch (touching) {
    case 'latin':
      // ab*, *.docx, XX.com, a@XX
      return (
        /[A-Za-z\\/@#=]\.?$/.test(text.slice(Math.max(0, start - 2), start)) ||
        /^\.?[A-Za-z\\/@#=]/.test(text.slice(end, end + 2))
      );
    case 'digits':
      return (
        /[\d０-９]\s*$/.test(text.slice(Math.max(0, start - 4), start)) &&
        /^\s*[\d０-９]/.test(text.slice(end, end + 4))
      );
    case 'words':
      return !isNumeral && /[\p{Script=Han}”"]/u.test(before) && after === '”';
    case 'footnote':
      return around.hasFootnote() && nounAfter(end, around) === null;
    case 'line':
      return !/\p{L}|\p{N}/u.test(lineAround(text, start, end));
  }
}

const atLineStart = (text: string, at: number): boolean => /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - 8), at));
const atLineEnd = (text: string, at: number): boolean => /^\s*(?:\n|$)/.test(text.slice(at, at + 8));

/** The line a run stands on, as far as it matters whether anything but signs stands there. */
const lineAround = (text: string, start: number, end: number): string =>
  `${text
    .slice(Math.max(0, start - 40), start)
    .split('\n')
    .at(-1)}${text.slice(end, end + 40).split('\n')[0]}`;

/** 区 for **区, 工业互联网研究院 for **工业互联网研究院, 公司 for **、**等公司. */
function nounAfter(at: number, { text, rules, isMaskChar }: Surroundings): string | null {
  let start = at;
  while (start - at < NOUN_REACH && (rules.nameSkips.has(text[start] ?? '') || isMaskChar(text[start] ?? ''))) start++;
  for (let i = start; i < Math.min(text.length, start + NOUN_REACH); i++) {
    if (!/\p{Script=Han}/u.test(text[i]!)) return null;
    const length = rules.nameNouns.longestAt(text, i);
    if (length > 0) return text.slice(start, i + length);
  }
  return null;
}

function wordsAfter(at: number, text: string): string | null {
  const words = /^\p{Script=Han}+/u.exec(text.slice(at, at + TEXT_EXPECTS));
  return words ? words[0] : null;
}

function clauseAround(text: string, { start, end }: Span, { delimiters }: Punctuation): Span {
  let [from, to] = [start, end];
  while (from > Math.max(0, start - CLAUSE_REACH) && !delimiters.at(text, from - 1)) from--;
  while (to < Math.min(text.length, end + CLAUSE_REACH) && !delimiters.at(text, to)) to++;
  while (from < start && /\s/.test(text[from]!)) from++;
  while (to > end && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
