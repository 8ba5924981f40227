/** `gaige track`: what was promised beside what came of it. */
import { WORDS } from '../../messages/command-line.ts';
import type { TargetVerdict } from '../../model/vocabulary.ts';
import { again } from '../../observe/again.ts';
import { TRACK_ORDER, type TrackedTarget, trackGrid, trackTargets } from '../../observe/track.ts';
import { makeTable } from '../batch/tables.ts';
import type { Command } from '../io.ts';
import { gridRequestOf, writeGrids } from '../output/grid.ts';

export const run: Command = async (_given, options, io) => {
  const output = await gridRequestOf(options, io);
  // Neither can be left out.
  const { targets = [], results = [] } = options;
  const request = { sets: [targets, results], output, order: TRACK_ORDER };
  return makeTable(request, options, io, ({ concepts: { definitions } }) => ({
    write: async ([promised = [], achieved = []]) => {
      const verdicts = new Map<TargetVerdict, number>();
      const tracked = counted(
        again(() => trackTargets(promised, achieved, definitions)),
        verdicts,
      );
      const grid = () => trackGrid(tracked, definitions);
      await writeGrids({ shown: grid, book: () => [grid()] }, output, options, io);
      const count = (verdict: TargetVerdict) => verdicts.get(verdict) ?? 0;
      const all = [...verdicts.values()].reduce((sum, each) => sum + each, 0);
      if (!options.quiet) await io.say(`${WORDS[io.language].trackEnding({ targets: all, count })}\n`);
    },
  }));
};

/** Verdicts are counted anew each time they are gone through. */
const counted = (tracked: Iterable<TrackedTarget>, verdicts: Map<TargetVerdict, number>): Iterable<TrackedTarget> =>
  again(function* () {
    verdicts.clear();
    for (const each of tracked) {
      verdicts.set(each.verdict, (verdicts.get(each.verdict) ?? 0) + 1);
      yield each;
    }
  });
