/** Runs the examples of packs and tells how many rules they cover. */

import type { Engine } from '../engine/engine.ts';
import type { OpenedPacks } from '../knowledge/index.ts';
import type { Pack, PackEntry } from '../knowledge/pack.ts';
import type { Fault } from '../messages/fault.ts';
import { type ExampleOutcome, examplesOf, runExample } from './examples.ts';

export type Coverage = {
  /** Rules, contexts and concepts. */
  all: number;
  covered: number;
  /** What no example fires, or what has none of its own. */
  gaps: readonly Fault[];
};

export type TestReport = { outcomes: readonly ExampleOutcome[]; coverage: Coverage };

/** `packs` are those whose examples are run; the rules are those of all packs together. */
export async function testRules(
  { merged }: OpenedPacks,
  packs: ReadonlySet<Pack>,
  engine: Engine,
  signal?: AbortSignal,
): Promise<TestReport> {
  const outcomes: ExampleOutcome[] = [];
  for (const example of examplesOf(merged).filter(({ pack }) => packs.has(pack))) {
    signal?.throwIfAborted();
    outcomes.push(await runExample(example, engine));
  }
  const judging = [...merged.rules, ...merged.contexts, ...merged.concepts].filter(([, { pack }]) => packs.has(pack));
  return { outcomes, coverage: coverageOf(judging, outcomes) };
}

function coverageOf(judging: readonly [string, PackEntry<unknown>][], outcomes: readonly ExampleOutcome[]): Coverage {
  const own = new Set(outcomes.flatMap(({ example: { id, kind } }) => (kind === 'match' && id !== null ? [id] : [])));
  const fired = new Set(outcomes.flatMap((outcome) => [...outcome.fired]));
  const gaps = judging.flatMap(([id, { file, keys }]): Fault[] => {
    const code = !own.has(id) ? 'NO_EXAMPLES' : fired.has(id) ? null : 'NEVER_FIRES';
    return code === null ? [] : [{ ...file.fault(code, [...keys, 'id'], { id }), severity: 'warning' }];
  });
  return { all: judging.length, covered: judging.length - gaps.length, gaps };
}
