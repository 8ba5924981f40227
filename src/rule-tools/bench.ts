/** What each rule costs over reports, how often it fires and how often it decides. */

import type { Engine } from '../engine/engine.ts';
import { fires } from '../judge/index.ts';
import { RULED_FIELDS, type Verdict } from '../judge/verdict.ts';
import type { Document } from '../model/document.ts';
import { stages } from '../pipeline/stages.ts';

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
  engine: Engine,
  now: () => number,
): Promise<RuleBench> {
  const costs = engine.pack.rules.map((rule) => ({ rule, milliseconds: 0, fired: 0, decided: 0 }));
  const totals = { reports: 0, figures: 0 };
  for await (const document of documents) {
    const made = stages(document, engine);
    const places = made.places.flatMap((sentence) => sentence.places);
    totals.reports++;
    totals.figures += places.length;
    for (const cost of costs) {
      const start = now();
      const found = places.map((place) => fires(cost.rule, place));
      cost.milliseconds += now() - start;
      cost.fired += found.filter(Boolean).length;
    }
    const winners = made.judge.flatMap(({ figures }) => figures.flatMap(({ verdict }) => [...winnersIn(verdict)]));
    for (const cost of costs) cost.decided += winners.filter((rule) => rule === cost.rule.id).length;
  }
  const rules = costs.map(({ rule: { id, place }, ...cost }) => ({ id, place, ...cost }));
  return { ...totals, rules: rules.sort((a, b) => b.milliseconds - a.milliseconds) };
}

/** The rules that decide a field of a figure. */
const winnersIn = (verdict: Verdict): Set<string> =>
  new Set(RULED_FIELDS.flatMap((field) => verdict[field]?.rule.id ?? []));
