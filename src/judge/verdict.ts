/** What the rules say of one figure: for each field the rule that decides it, and those that lost. Made once, when the figure is judged. */
import type { CompiledRule, Emit } from '../knowledge/pattern/table.ts';
import type { Span } from '../model/span.ts';

/** A rule that fired on a figure. */
export type Match = { rule: CompiledRule; span: Span; captures: ReadonlyMap<string, Span> };

/** One field as it was decided. `losers` spoke of it as well, be it to the same effect, in the order of the packs. */
export type Ruling<T> = { value: T; match: Match; losers: readonly Match[] };

export type RuledField = keyof Emit;

/** Null for a field of which no rule speaks. */
export type Verdict = { readonly [Field in RuledField]-?: Ruling<Exclude<Emit[Field], undefined>> | null };

type MutableVerdict = { -readonly [Field in RuledField]: Ruling<unknown> | null };

const emptyVerdict = (): MutableVerdict => ({
  accept: null,
  reason: null,
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

const NONE: readonly Match[] = [];

/** Each field goes to the best match that speaks of it: of the highest priority, then the longest, then the last in the packs. */
export function verdictOf(matches: readonly Match[]): Verdict {
  const verdict = emptyVerdict();
  for (const match of matches) {
    const { emit, fields } = match.rule;
    for (const field of fields) {
      const value = emit[field];
      const before = verdict[field];
      if (before === null) verdict[field] = { value, match, losers: NONE };
      else if (weightOf(match) >= weightOf(before.match))
        verdict[field] = { value, match, losers: [...before.losers, before.match] };
      else verdict[field] = { ...before, losers: [...before.losers, match] };
    }
  }
  return verdict as Verdict;
}

/** A match is never as long as a priority weighs. */
const weightOf = ({ rule, span }: Match): number => rule.priority * 10_000 + (span.end - span.start);

/** What a ruling says in words: its own, or those that its pattern captured. */
export function wordsOf(text: string, { value, match }: Ruling<string>): string | null {
  const span = captureOf(value, match);
  if (span === undefined) return value;
  return span && text.slice(span.start, span.end);
}

/** The capture that `$name` names; null where nothing was captured, undefined for words that name none. */
export function captureOf(words: string, { captures }: Match): Span | null | undefined {
  return words.startsWith('$') ? (captures.get(words.slice(1)) ?? null) : undefined;
}
