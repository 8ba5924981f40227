/** `gaige track`: what was promised beside what came of it, in two sets of reports or in one. */
import { WORDS } from '../../messages/command-line.ts';
import type { TargetVerdict } from '../../model/vocabulary.ts';
import { again } from '../../observe/again.ts';
import { TRACK_ORDER, type TrackedTarget, trackTargets } from '../../observe/track.ts';
import { countGrid, trackGrid } from '../../observe/track-grids.ts';
import { makeTable } from '../batch/tables.ts';
import { unitReader } from '../batch/units.ts';
import type { Host } from '../host.ts';
import { pathsOrStdin } from '../input/inputs.ts';
import type { Command } from '../io.ts';
import type { Options } from '../options.ts';
import { gridRequestOf, writeGrids } from '../output/grid.ts';
import { usageError } from '../usage.ts';

export const run: Command = async (given, options, io) => {
  const request = {
    sets: setsOf(given, options, io.host),
    output: await gridRequestOf(options, io),
    order: TRACK_ORDER,
  };
  return makeTable(request, options, io, (pack) => ({
    takesGoals: true,
    write: async ([promised = [], achieved = promised]) => {
      const { definitions } = pack.concepts;
      const verdicts = new Map<TargetVerdict, number>();
      const tracked = counted(
        again(() => trackTargets(promised, achieved, definitions)),
        verdicts,
      );
      const { by } = options;
      const list = () => trackGrid(tracked, definitions);
      const shown = () => (by ? countGrid(tracked, by, definitions) : list());
      const book = () => [
        list(),
        countGrid(tracked, 'region', definitions),
        countGrid(tracked, 'concept', definitions),
      ];
      const page = async () =>
        (await import('../../grid-page/track-page.ts')).trackPage({
          tracked,
          definitions,
          readUnit: unitReader(pack),
          language: io.language,
        });
      await writeGrids({ shown, book, page }, request.output, options, io);
      const count = (verdict: TargetVerdict) => verdicts.get(verdict) ?? 0;
      const targets = [...verdicts.values()].reduce((sum, each) => sum + each, 0);
      if (!options.quiet) await io.say(`${WORDS[io.language].trackEnding({ targets, count })}\n`);
    },
  }));
};

/** Targets and results, or one set that has both. Throws USAGE. */
function setsOf(given: readonly string[], { targets, results }: Options, host: Host): (readonly string[])[] {
  if (!targets && !results) return [pathsOrStdin(given, host)];
  if (given.length === 0 && targets && results) return [targets, results];
  throw usageError('TRACK_SETS');
}

/** Verdicts are counted anew each time they are gone through. */
const counted = (tracked: Iterable<TrackedTarget>, verdicts: Map<TargetVerdict, number>): Iterable<TrackedTarget> =>
  again(function* () {
    verdicts.clear();
    for (const each of tracked) {
      verdicts.set(each.verdict, (verdicts.get(each.verdict) ?? 0) + 1);
      yield each;
    }
  });
