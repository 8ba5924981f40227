/** What each rule costs over reports, how often it fires and how often it decides. */

import type { Engine } from '../engine/engine.ts';
import { decide } from '../judge/decide.ts';
import { type FigurePlace, figurePlaces, matchRules } from '../judge/index.ts';
import type { Match } from '../judge/match.ts';
import type { CompiledRule, Verdict } from '../knowledge/pattern/table.ts';
import { lex } from '../lex/index.ts';
import type { Document } from '../model/document.ts';
import { wordIndex } from '../segment/word-index.ts';
import { structure } from '../structure/index.ts';

export type RuleCost = {
  id: string;
  place: string;
  milliseconds: number;
  /** Figures that it fired on. */
  fired: number;
  /** Those of which it decided a field. */
  decided: number;
};

export type RuleBench = { reports: number; figures: number; rules: readonly RuleCost[] };

/**
 * `now` is a clock in milliseconds. A rule is run on all figures of a report before the next one is: one figure is too short a time
 * to be measured. Here every rule looks at every figure; `extract` asks only those that may judge its dimension.
 */
export async function benchRules(
  documents: AsyncIterable<Document>,
  { pack, segment }: Engine,
  now: () => number,
): Promise<RuleBench> {
  const costs = pack.rules.map((rule) => ({ rule, milliseconds: 0, fired: 0, decided: 0 }));
  const totals = { reports: 0, figures: 0 };
  for await (const document of documents) {
    const report = structure(document, pack);
    const lexed = lex(report.text, pack);
    const opaque = lexed.quantities.map(({ span }) => span);
    const sentences = figurePlaces(report, lexed, pack, (span) => wordIndex(report.text, span, opaque, segment));
    const places = sentences.flatMap((sentence) => sentence.places);
    totals.reports++;
    totals.figures += places.length;
    const matches = places.map((): Match[] => []);
    for (const cost of costs) {
      const start = now();
      const found = places.map((place) => matchOf(cost.rule, place));
      cost.milliseconds += now() - start;
      for (const [i, match] of found.entries()) if (match) matches[i]!.push(match);
      cost.fired += found.filter((match) => match !== undefined).length;
    }
    const winners = matches.flatMap((own) => [...winnersAmong(own)]);
    for (const cost of costs) cost.decided += winners.filter((rule) => rule === cost.rule).length;
  }
  const rules = costs.map(({ rule: { id, place }, ...cost }) => ({ id, place, ...cost }));
  return { ...totals, rules: rules.sort((a, b) => b.milliseconds - a.milliseconds) };
}

const matchOf = (rule: CompiledRule, { quantity, context }: FigurePlace): Match | undefined =>
  matchRules([rule], quantity, context)[0];

const FIELDS = ['accept', 'kind', 'direction', 'bound', 'status', 'side', 'name'] as const satisfies (keyof Verdict)[];

/** The rules that decide a field of a figure. */
const winnersAmong = (matches: readonly Match[]): Set<CompiledRule> =>
  new Set(FIELDS.flatMap((field) => decide(matches, field)?.rule ?? []));
