/** `gaige track`: what was promised beside what came of it. */
import { loadPack } from '../../engine/load-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import type { Observation } from '../../model/observation.ts';
import type { TargetVerdict } from '../../model/vocabulary.ts';
import { foldObservations, type Row } from '../../observe/fold.ts';
import { measured } from '../../observe/measure.ts';
import { trackGrid, trackTargets } from '../../observe/track.ts';
import { collectObservations } from '../batch/observations.ts';
import type { Command } from '../io.ts';
import { writeGrids } from '../output/grid.ts';
import { isAsked, labelsOf } from './table.ts';

export const run: Command = async (_given, options, io) => {
  // Neither can be left out.
  const { targets = [], results = [] } = options;
  const pack = await loadPack(options.rules);
  const { definitions } = pack.concepts;
  const promised = await collectObservations(targets, pack, options, io);
  const achieved = await collectObservations(results, pack, options, io);
  const rowsOf = (observations: readonly Observation[]): Row[] =>
    foldObservations(measured(observations, definitions).filter((each) => isAsked(each, options)));
  const tracked = trackTargets(rowsOf(promised.observations), rowsOf(achieved.observations), {
    lowerIsBetter: (concept) => definitions.get(concept)?.lowerIsBetter ?? false,
  });
  const grid = trackGrid(tracked, labelsOf(pack));
  await writeGrids(grid, [grid], options, io);
  const count = (verdict: TargetVerdict) => tracked.filter((each) => each.verdict === verdict).length;
  if (!options.quiet) await io.say(`${WORDS[io.language].trackEnding({ targets: tracked.length, count })}\n`);
  return Math.max(promised.exitCode, achieved.exitCode);
};
