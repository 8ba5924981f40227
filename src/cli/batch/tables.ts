/** What `table` and `track` have in common: sets of inputs → observations → rows → a table in its place, or none. */
import { setFlagsFromString } from 'node:v8';
import { sweepCache } from '../../batch/cache.ts';
import { openSorted, type Sorted } from '../../batch/sorted.ts';
import { type Failed, failed, type RunSettings } from '../../batch/task.ts';
import { addCounts, NO_COUNTS } from '../../emit/index.ts';
import { loadPack } from '../../engine/load-pack.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { InputFailure } from '../../model/document.ts';
import type { Observation, ReportLine } from '../../model/observation.ts';
import { again } from '../../observe/again.ts';
import type { Axis } from '../../observe/axes.ts';
import { foldGroup, keyOf, type Row } from '../../observe/fold.ts';
import { type Listing, STDIN } from '../../read/index.ts';
import { EXIT } from '../exit-codes.ts';
import { bringsRecords, listAll } from '../input/inputs.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { errorsFile, reportFailures, writeFailures } from '../output/failures.ts';
import type { GridRequest } from '../output/grid.ts';
import { guardInputs } from '../output/request.ts';
import { openCollector } from './observations.ts';
import { type Ending, exitCodeOf, reportUnfinished } from './run.ts';
import { settingsOf } from './settings.ts';
import { observationTaker, officialPlace } from './taking.ts';
import { unitShower } from './units.ts';

export type TableRequest = {
  /** Paths: for each set rows of its own. */
  sets: readonly (readonly string[])[];
  output: GridRequest;
  /** By which rows are put in order; usual ones follow. */
  order: readonly Axis[];
};

export type TableMaker = {
  /** Whether what is promised without a figure is asked for. */
  takesGoals?: boolean;
  /** Each observation that is asked for, as it comes. */
  see?: (observation: Observation) => void;
  /** Rows of each set, in order, and for a workbook what the reports say of themselves. */
  write: (sets: readonly Iterable<Row>[], reports: ReportList) => Promise<void>;
};

/** In the order of the inputs, and what came to nothing. */
export type ReportList = { lines: Iterable<ReportLine>; failures: readonly Failed[] };

const EMISSION = { target: { kind: 'stdout' }, format: 'observations', select: null } as const;

/** Percent of what lives in the heap that may be let lie. Records leave much behind, and V8 alone would let it grow to four times what lives. */
const HEAP_GROWTH = 30;

/** Returns the exit code. What is kept is bounded, however many the reports. */
export async function makeTable(
  { sets, output, order }: TableRequest,
  options: Options,
  io: Io,
  begin: (pack: RulePack) => TableMaker,
): Promise<number> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const listings = await listSets(sets, options, io);
  if (listings.some(({ inputs }) => inputs.every(isFailure))) {
    // Nothing can be started: every path of a set is at fault.
    await reportFailures(listings.flatMap(({ inputs }) => inputs.filter(isFailure)).map(failed), null, io);
    return EXIT.refused;
  }
  for (const listing of listings) guardInputs(listing, output);
  const pack = await loadPack(options.rules);
  const settings = settingsOf(options, EMISSION, pack, io);
  if (settings.cache !== null) await sweepCache(settings.cache);
  const shown = unitShower(options, pack);
  const maker = begin(pack);
  const take = observationTaker(options, pack, maker.takesGoals === true);
  const stores: Sorted<Observation>[] = [];
  const lines = openLines(output);
  const collector = openCollector(listings, { settings, pack, options, io });
  try {
    const endings: Ending[] = [];
    for (const listing of listings) {
      if (endings.some(({ how }) => how !== 'done')) break;
      const store = openSorted<Observation>();
      stores.push(store);
      const ending = await collector.collect(listing, ({ line, observations }) => {
        lines.add({ ...line, ...officialPlace(line.region) });
        for (const each of take(observations)) {
          maker.see?.(each);
          store.add(keyOf(each, order, pack.concepts.definitions), each);
        }
      });
      endings.push(ending);
    }
    await collector.close();
    const ending = together(endings);
    const write = () =>
      maker.write(
        stores.map((store) => rowsOf(store, shown)),
        { lines: lines.all(), failures: ending.failures },
      );
    return await settle(ending, write, { settings, output, options, io });
  } finally {
    await collector.close();
    for (const store of stores) store.close();
    lines.close();
  }
}

/** Tells what failed and writes the table, of a run that is done and of which something could be read. */
async function settle(
  ending: Ending,
  write: () => Promise<void>,
  { settings, output, options, io }: { settings: RunSettings; output: GridRequest; options: Options; io: Io },
): Promise<number> {
  const { how, counts, failures } = ending;
  const errors = errorsFile(output, options.errors);
  await reportFailures(failures, errors, io);
  await reportUnfinished(ending, settings, io);
  const isEmpty = how === 'done' && counts.reports === 0 && failures.length > 0;
  if (how === 'done' && !isEmpty) await write();
  if (how !== 'interrupted' && errors !== null) await writeFailures(failures, errors);
  return isEmpty ? EXIT.refused : exitCodeOf(ending);
}

/** A path may be in several sets. */
async function listSets(sets: TableRequest['sets'], options: Options, { host }: Io): Promise<Listing[]> {
  const listings: Listing[] = [];
  for (const paths of sets) {
    const { inputs, passedOver } = await listAll(paths, options, { takesRecords: true });
    const isPiped = inputs.some(({ path }) => path === STDIN) && (await bringsRecords(host));
    const marked = inputs.map((input) =>
      isPiped && input.path === STDIN ? { ...input, holdsRecords: true as const } : input,
    );
    listings.push({ inputs: marked, passedOver });
  }
  return listings;
}

const isFailure = (input: Listing['inputs'][number]): input is InputFailure => 'error' in input;

const together = (endings: readonly Ending[]): Ending => ({
  how: endings.at(-1)?.how ?? 'done',
  counts: endings.map(({ counts }) => counts).reduce(addCounts, NO_COUNTS),
  failures: endings.flatMap(({ failures }) => failures),
});

const rowsOf = (store: Sorted<Observation>, shown: (row: Row) => Row): Iterable<Row> =>
  again(function* () {
    for (const group of store.groups()) yield shown(foldGroup(group));
  });

/** Digits by which lines of reports are told apart: enough for any folder. */
const DIGITS = 12;

/** Only a workbook has a place for them. */
function openLines({ format }: GridRequest) {
  const store = format === 'xlsx' ? openSorted<ReportLine>() : null;
  let count = 0;
  return {
    add: (line: ReportLine) => store?.add(String(count++).padStart(DIGITS, '0'), line),
    all: () =>
      again(function* () {
        for (const group of store?.groups() ?? []) yield* group;
      }),
    close: () => store?.close(),
  };
}
