/** `gaige table`: standard indicators of regions by years, over reports or over records that were extracted before. */
import { formatGrid, GRID_FORMATS, type GridFormat } from '../../emit/grid.ts';
import { loadPack } from '../../engine/load-pack.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import type { Observation } from '../../model/observation.ts';
import { type ConceptLabels, longGrid, wideGrid } from '../../observe/arrange.ts';
import { foldObservations, type Row } from '../../observe/fold.ts';
import { measured } from '../../observe/measure.ts';
import { collectObservations } from '../batch/observations.ts';
import type { Command, Io } from '../io.ts';
import type { Options } from '../options.ts';
import { openFileSink, streamSink } from '../output/sink.ts';

export const run: Command = async (given, options, io) => {
  const pack = await loadPack(options.rules);
  const { definitions } = pack.concepts;
  const { observations, exitCode } = await collectObservations(given, pack, options, io);
  const rows = foldObservations(measured(observations, definitions).filter((each) => isAsked(each, options)));
  await writeOut(options.why ? whyText(rows, options.why) : tableText(rows, labelsOf(pack), options, io), options, io);
  const conflicts = rows.filter(({ isConflict }) => isConflict).length;
  if (!options.quiet) await io.say(`${WORDS[io.language].tableEnding({ rows: rows.length, conflicts })}\n`);
  return exitCode;
};

function tableText(rows: readonly Row[], labels: ConceptLabels, options: Options, io: Io): string {
  const { header = 'en', long = false } = options;
  const grid = long ? longGrid(rows, labels) : wideGrid(rows, labels);
  return formatGrid(grid, formatOf(options, io), { header, columns: io.host.stdout.columns ?? DEFAULT_WIDTH });
}

const DEFAULT_WIDTH = 120;

function formatOf({ format, output }: Options, io: Io): GridFormat {
  const asked = GRID_FORMATS.find((each) => each === format);
  const extension = /\.(\w+)$/.exec(output ?? '')?.[1];
  const named = GRID_FORMATS.find((each) => each === extension);
  return asked ?? named ?? (output === undefined && io.host.stdout.isTTY ? 'pretty' : 'csv');
}

const labelsOf = ({ concepts }: RulePack): ConceptLabels =>
  new Map([...concepts.definitions].map(([id, { label }]) => [id, label]));

function isAsked(observation: Observation, { concept, status, kind, basis, year, region }: Options): boolean {
  const { kind: of, basis: from } = observation;
  return (
    (concept === undefined || concept.includes(observation.concept)) &&
    (status === undefined || status === observation.status) &&
    (kind === undefined || kind === of) &&
    (basis === undefined || of !== 'change' || basis === from) &&
    (year === undefined || (observation.year !== null && observation.year >= year[0] && observation.year <= year[1])) &&
    (region === undefined || region.includes(observation.region ?? ''))
  );
}

/** All statements of a cell, each with the rule by which it is or is not the row. */
function whyText(rows: readonly Row[], [region, year, concept]: NonNullable<Options['why']>): string {
  const cells = rows.filter((row) => row.region === region && row.year === year && row.concept === concept);
  return cells
    .map((row) => {
      const lines = [
        statementLine(row, 'ROW'),
        ...row.alternatives.map(({ observation, rule }) => statementLine(observation, rule)),
      ];
      return `${[row.concept, row.kind, row.basis, row.status].filter(Boolean).join(' ')}\n${lines.join('')}`;
    })
    .join('');
}

const statementLine = ({ report, line, column, text, sentence }: Observation, rule: string): string =>
  `  ${rule}  ${text}  ${report}:${line}:${column}\n      ${sentence}\n`;

async function writeOut(text: string, { output }: Options, io: Io): Promise<void> {
  const sink = output === undefined || output === '-' ? streamSink(io.write) : await openFileSink(output);
  await sink.write(text);
  await sink.commit();
}
