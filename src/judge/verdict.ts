/** What the rules say of one figure: for each field the rule that decides it, and those that lost. Made once, when the figure is judged. */
import type { CompiledRule, Emit } from '../knowledge/pattern/table.ts';
import type { Span } from '../model/span.ts';

/** A rule that fired on a figure. */
export type Match = { rule: CompiledRule; span: Span; captures: ReadonlyMap<string, Span> };

export type RuledField = keyof Emit;

/** For each field the match whose rule decides it; null for a field of which no rule speaks. */
export type Verdict = { readonly [Field in RuledField]-?: Match | null };

const emptyVerdict = (): { -readonly [Field in RuledField]-?: Match | null } => ({
  accept: null,
  reason: null,
  parts: null,
  kind: null,
  direction: null,
  bound: null,
  status: null,
  side: null,
  name: null,
  scope: null,
  period: null,
});

export const RULED_FIELDS = Object.keys(emptyVerdict()) as RuledField[];

/** Each field goes to the best match that speaks of it: of the highest priority, then the longest, then the last in the packs. */
export function verdictOf(matches: readonly Match[]): Verdict {
  const verdict = emptyVerdict();
  for (const match of matches) {
    for (const field of match.rule.fields) {
      const before = verdict[field];
      if (before === null || weightOf(match) >= weightOf(before)) verdict[field] = match;
    }
  }
  return verdict;
}

/** A match is never as long as a priority weighs. */
const weightOf = ({ rule, span }: Match): number => rule.priority * 10_000 + (span.end - span.start);

/** What the winning rule says of a field; undefined where none speaks of it. */
export const ruledValue = <Field extends RuledField>(verdict: Verdict, field: Field): Emit[Field] | undefined =>
  verdict[field]?.rule.emit[field];

/** Those that spoke of a field as well and lost it, be it to the same effect, in the order of the packs. */
export const losersOf = (
  { matches, verdict }: { matches: readonly Match[]; verdict: Verdict },
  field: RuledField,
): Match[] => matches.filter((match) => match !== verdict[field] && match.rule.fields.includes(field));

/** What a rule says in words: its own, or those that its pattern captured. */
export function wordsOf(text: string, words: string, match: Match): string | null {
  const span = captureOf(words, match);
  if (span === undefined) return words;
  return span && text.slice(span.start, span.end);
}

/** The capture that `$name` names; null where nothing was captured, undefined for words that name none. */
export function captureOf(words: string, { captures }: Match): Span | null | undefined {
  return words.startsWith('$') ? (captures.get(words.slice(1)) ?? null) : undefined;
}
