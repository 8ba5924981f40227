/** `gaige table`: standard indicators of regions by years, over reports or over records that were extracted before. */

import { WORDS } from '../../messages/command-line.ts';
import { errorWording } from '../../messages/problems.ts';
import { type Observation, placeOf } from '../../model/observation.ts';
import { again } from '../../observe/again.ts';
import type { Definitions } from '../../observe/axes.ts';
import type { Row } from '../../observe/fold.ts';
import { conflictGrid, longGrid } from '../../observe/long.ts';
import { reportGrid, type UnreadReport } from '../../observe/reports.ts';
import {
  type Arrangement,
  arrangementOf,
  seeColumn,
  type WideColumns,
  wideGrid,
  wideNumbers,
  wideSheet,
} from '../../observe/wide.ts';
import { shown } from '../../text/shown.ts';
import { makeTable, type ReportList } from '../batch/tables.ts';
import { officialName } from '../batch/taking.ts';
import { unitReader } from '../batch/units.ts';
import { pathsOrStdin } from '../input/inputs.ts';
import type { Command, Io } from '../io.ts';
import type { Options } from '../options.ts';
import { type GridRequest, gridRequestOf, writeGrids, writeText } from '../output/grid.ts';
import { usageError } from '../usage.ts';

export const run: Command = async (given, options, io) => {
  const output = await gridRequestOf(options, io);
  const arrangement = arrangementIn(options);
  const sets = [pathsOrStdin(given, io.host)];
  return makeTable({ sets, output, order: arrangement.rows }, options, io, (pack) => {
    const { definitions } = pack.concepts;
    checkWhy(options, definitions);
    const seen: WideColumns = new Map();
    return {
      see: (observation) => seeColumn(observation, seen, arrangement, definitions),
      write: async ([rows = []], reports) => {
        const tally = { rows: 0, conflicts: 0, shared: 0 };
        const counted = countedRows(rows, tally);
        const source = { rows: counted, seen, arrangement, definitions, tally };
        const wide = () => (output.format === 'parquet' ? wideNumbers(source) : wideGrid(source));
        const long = () => longGrid(counted, definitions);
        const book = () => [
          wideSheet(source, unitReader(pack)),
          long(),
          conflictGrid(counted, definitions),
          reportGrid(reports.lines, unreadReports(reports, options)),
        ];
        const page = async () =>
          (await import('../../grid-page/table-page.ts')).tablePage({
            rows: counted,
            sheet: wideSheet(source, unitReader(pack), io.language === 'zh' ? 'zh' : 'code'),
            definitions,
            readUnit: unitReader(pack),
            language: io.language,
            unread: reports.failures.length,
          });
        if (options.why) await writeWhy(counted, options.why, output, options, io);
        else await writeGrids({ shown: options.long ? long : wide, book, page }, output, options, io);
        if (!options.quiet) await io.say(`${WORDS[io.language].tableEnding(tally)}\n`);
      },
    };
  });
};

/** Throws USAGE where both sides tell the same. */
function arrangementIn({ rows, columns }: Options): Arrangement {
  const axis = rows?.find((each) => columns?.includes(each));
  if (axis !== undefined) throw usageError('AXIS_TWICE', { axis });
  return arrangementOf(rows, columns);
}

const unreadReports = ({ failures }: ReportList, { header = 'en' }: Options): UnreadReport[] =>
  failures.map(({ path, failure: { code, facts } }) => ({
    report: path,
    error: errorWording(code, facts, header).message,
  }));

/** Rows are counted anew each time they are gone through. */
const countedRows = (rows: Iterable<Row>, tally: { rows: number; conflicts: number }): Iterable<Row> =>
  again(function* () {
    tally.rows = tally.conflicts = 0;
    for (const row of rows) {
      tally.rows++;
      if (row.isConflict) tally.conflicts++;
      yield row;
    }
  });

/** Throws USAGE for an indicator that no table can have. */
function checkWhy({ why, name = [] }: Options, definitions: Definitions): void {
  const concept = why?.[2];
  if (concept !== undefined && !definitions.has(concept) && !name.includes(concept))
    throw usageError('UNKNOWN_CONCEPT', { concept });
}

async function writeWhy(
  rows: Iterable<Row>,
  cell: NonNullable<Options['why']>,
  output: GridRequest,
  { quiet }: Options,
  io: Io,
): Promise<void> {
  const text = [...whyText(rows, cell)];
  await writeText(text, output, io);
  if (text.length === 0 && !quiet) await io.say(`${WORDS[io.language].noStatement(shown(cell.join(',')))}\n`);
}

/** All statements of a cell, each with the rule by which it is or is not the row. */
function* whyText(rows: Iterable<Row>, [region, year, concept]: NonNullable<Options['why']>): Generator<string> {
  const official = officialName(region);
  for (const row of rows) {
    if (row.region !== official || row.year !== year || row.concept !== concept) continue;
    yield `${[row.concept, row.kind, row.basis, row.status].filter((part) => part !== null).join(' ')}\n`;
    yield statement(row, 'ROW');
    for (const { observation, rule } of row.alternatives) yield statement(observation, rule);
  }
}

const statement = (observation: Observation, rule: string): string =>
  `  ${rule}  ${observation.text}  ${placeOf(observation)}\n      ${observation.sentence}\n`;
