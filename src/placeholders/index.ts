/**
 * Judges masks: what each stands for, or that it only looks like one. Characters, words and lexer atoms only, so that
 * `check` and `extract` find the same placeholders.
 */

import type { PlaceholderRules } from '../knowledge/placeholders/table.ts';
import type { Punctuation } from '../knowledge/punctuation/table.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Block } from '../model/document.ts';
import type { PlaceholderDraft } from '../model/findings.ts';
import type { NormalText } from '../model/normal-text.ts';
import type { Lexed, Mask } from '../model/quantity.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { SPACES } from '../text/char-set.ts';
import { once } from '../text/once.ts';
import { lastAtMost } from '../text/sorted.ts';
import { endWithoutSpaces } from '../text/spaces.ts';
import { chain } from './chains.ts';
import { judgeMask, type MaskVerdict } from './judgement.ts';
import { surroundingsIn } from './surroundings.ts';

/** A placeholder before it is known which section it is in. */
type FoundPlaceholder = Omit<PlaceholderDraft, 'heading'>;

/** A mask as it was judged by itself, and the placeholder that came of it; null where it is none, or is joined to another. */
export type FoundMask = MaskVerdict & { placeholder: FoundPlaceholder | null };

/** Judges the masks of a text, all at once or stretch by stretch in text order. */
export function maskFinder(
  normal: Pick<NormalText, 'text' | 'blocks'>,
  pack: Pick<RulePack, 'placeholders' | 'punctuation' | 'masks'>,
): (lexed: Pick<Lexed, 'masks' | 'quantities'>) => FoundMask[] {
  // Most reports have no mask, and are not asked for more than their text.
  const { text, blocks } = normal;
  const judge = once(() => maskJudge(text, pack.placeholders, pack.punctuation, pack.masks.byChar));
  const isReport = once(() => {
    const isOutside = outsideBoilerplate(blocks);
    return text.includes('`') ? (mask: Mask) => isOutside(mask) && !isCode(text, mask.span) : isOutside;
  });
  return ({ quantities, masks }) =>
    masks.length === 0 ? [] : judge()({ quantities, masks: masks.filter(isReport()) });
}

/** The placeholders among masks, each with the section it is in. */
export function* placeholdersAmong(
  masks: Iterable<FoundMask>,
  headings: () => Report['headings'],
): Generator<PlaceholderDraft> {
  for (const { placeholder } of masks) if (placeholder) yield inSection(placeholder, headings());
}

const inSection = (found: FoundPlaceholder, headings: Report['headings']): PlaceholderDraft => ({
  ...found,
  heading: lastAtMost(headings, found.span.start, ({ span }) => span.start),
});

/** Code and the page around the report hold no findings. */
function outsideBoilerplate(blocks: readonly Block[]): (mask: Mask) => boolean {
  const boilerplate = blocks.filter(({ role }) => role === 'boilerplate').map(({ span }) => span);
  return ({ span }) => {
    const block = boilerplate[lastAtMost(boilerplate, span.start, ({ start }) => start)];
    return !block || block.end <= span.start;
  };
}

/** How far on its line code is looked for either way. */
const CODE_REACH = 200;

/** Between backticks stands code: `- [ ]`. */
function isCode(text: string, { start, end }: Span): boolean {
  let ticks = 0;
  for (let i = start - 1; i >= Math.max(0, start - CODE_REACH) && text[i] !== '\n'; i--) if (text[i] === '`') ticks++;
  if (ticks % 2 === 0) return false;
  return /^[^`\n]*`/.test(text.slice(end, end + CODE_REACH));
}

function maskJudge(
  text: string,
  rules: PlaceholderRules,
  punctuation: Punctuation,
  maskChars: ReadonlyMap<string, unknown>,
): ReturnType<typeof maskFinder> {
  const surroundings = surroundingsIn(text, rules, maskChars);
  const clauseAround = clauseFinder(text, punctuation);
  return ({ masks, quantities }) => {
    const around = surroundings(quantities);
    const verdicts = masks.map((mask) => judgeMask({ mask, quantity: quantities[mask.quantity] }, around));
    const chained = chain(verdicts, around);
    return verdicts.map((verdict, i) => {
      const judgement = chained[i];
      const { span } = verdict.mask;
      return { ...verdict, placeholder: judgement ? { span, ...judgement, context: clauseAround(span) } : null };
    });
  };
}

/** A longer clause is cut. */
const CLAUSE_REACH = 120;

/** The clause around each of spans in text order. Many masks share a clause, so the last one is kept. */
function clauseFinder(text: string, { delimiters }: Punctuation): (span: Span) => Span {
  let last: Span = { start: 0, end: 0 };
  let isWhole = false;
  return ({ start, end }) => {
    if (isWhole && start >= last.start && end <= last.end) return last;
    let [from, to] = [start, end];
    while (from > Math.max(0, start - CLAUSE_REACH) && !delimiters.at(text, from - 1)) from--;
    while (to < Math.min(text.length, end + CLAUSE_REACH) && !delimiters.at(text, to)) to++;
    isWhole = start - from < CLAUSE_REACH && to - end < CLAUSE_REACH;
    last = { start: SPACES.endOfRun(text, from, start), end: endWithoutSpaces(text, end, to) };
    return last;
  };
}
