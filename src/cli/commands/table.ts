/** `gaige table`: standard indicators of regions by years, over reports or over records that were extracted before. */
import { loadPack } from '../../engine/load-pack.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import { type Observation, placeOf } from '../../model/observation.ts';
import { type ConceptLabels, conflictGrid, longGrid, wideGrid } from '../../observe/arrange.ts';
import { foldObservations, type Row } from '../../observe/fold.ts';
import { measured } from '../../observe/measure.ts';
import { collectObservations } from '../batch/observations.ts';
import type { Command } from '../io.ts';
import type { Options } from '../options.ts';
import { writeData, writeGrids } from '../output/grid.ts';

export const run: Command = async (given, options, io) => {
  const pack = await loadPack(options.rules);
  const { observations, exitCode } = await collectObservations(given, pack, options, io);
  const rows = foldObservations(
    measured(observations, pack.concepts.definitions).filter((each) => isAsked(each, options)),
  );
  const labels = labelsOf(pack);
  if (options.why) await writeData(whyText(rows, options.why), options, io);
  else {
    const [wide, long, conflicts] = [wideGrid(rows, labels), longGrid(rows, labels), conflictGrid(rows, labels)];
    await writeGrids(options.long ? long : wide, [wide, long, conflicts], options, io);
  }
  const conflicts = rows.filter(({ isConflict }) => isConflict).length;
  if (!options.quiet) await io.say(`${WORDS[io.language].tableEnding({ rows: rows.length, conflicts })}\n`);
  return exitCode;
};

export const labelsOf = ({ concepts }: RulePack): ConceptLabels =>
  new Map([...concepts.definitions].map(([id, { label }]) => [id, label]));

export function isAsked(observation: Observation, options: Options): boolean {
  const { concept, status, kind, basis, year, region } = options;
  return (
    (concept === undefined || concept.includes(observation.concept)) &&
    (status === undefined || status === observation.status) &&
    (kind === undefined || kind === observation.kind) &&
    (basis === undefined || observation.kind !== 'change' || basis === observation.basis) &&
    (year === undefined || isWithin(observation.year, year)) &&
    (region === undefined || region.includes(observation.region ?? ''))
  );
}

const isWithin = (year: number | null, [first, last]: readonly [number, number]): boolean =>
  year !== null && year >= first && year <= last;

/** All statements of a cell, each with the rule by which it is or is not the row. */
function whyText(rows: readonly Row[], [region, year, concept]: NonNullable<Options['why']>): string {
  const cells = rows.filter((row) => row.region === region && row.year === year && row.concept === concept);
  return cells
    .map((row) => {
      const others = row.alternatives.map(({ observation, rule }) => statement(observation, rule));
      const head = [row.concept, row.kind, row.basis, row.status].filter((part) => part !== null).join(' ');
      return `${head}\n${[statement(row, 'ROW'), ...others].join('')}`;
    })
    .join('');
}

const statement = (observation: Observation, rule: string): string =>
  `  ${rule}  ${observation.text}  ${placeOf(observation)}\n      ${observation.sentence}\n`;
