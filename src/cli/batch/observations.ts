/** Observations of a run: from reports, by the workers of `extract`, and from records that it wrote before. */
import { type Failed, failed, type RunSettings, type WorkerPool } from '../../batch/task.ts';
import { addCounts, countsOf, NO_COUNTS } from '../../emit/index.ts';
import { observedIn } from '../../emit/observations.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { ObservedReport } from '../../model/observation.ts';
import type { GaigeRecord } from '../../model/record.ts';
import type { Input, Listing } from '../../read/index.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import type { Output } from '../output/output.ts';
import { clearing, openProgress, type Progress } from '../output/progress.ts';
import { openWorkers } from './pool.ts';
import { recordsIn } from './records.ts';
import { type Ending, goThrough, mostFailures } from './run.ts';

export type Collecting = { settings: RunSettings; pack: RulePack; options: Options; io: Io };

/** One report at a time. */
export type Keep = (observed: ObservedReport) => void;

export type Collector = {
  /** Of one set: those of records first, then those of reports, each in the order of the inputs. Of a report nothing else is kept. */
  collect: (listing: Listing, keep: Keep) => Promise<Ending>;
  close: () => Promise<void>;
};

/** For sets that are read one after the other, their reports by the same workers. */
export function openCollector(sets: readonly Listing[], run: Collecting): Collector {
  const { settings, pack, options } = run;
  const reports = sets.flatMap(({ inputs }) => inputs.filter((input) => !isRecords(input)));
  let opened: Promise<WorkerPool> | null = null;
  const workers = () => {
    opened ??= openWorkers(reports, settings, pack, options);
    return opened;
  };
  return {
    collect: (listing, keep) => collectObservations(listing, run, workers, keep),
    close: async () => {
      const pool = opened;
      opened = null;
      await (await pool)?.close();
    },
  };
}

async function collectObservations(
  listing: Listing,
  run: Collecting,
  workers: () => Promise<WorkerPool>,
  keep: Keep,
): Promise<Ending> {
  const { inputs } = listing;
  const progress = openProgress(inputs.length, run.options.quiet === true, run.io);
  try {
    const records = inputs.filter(isRecords);
    const ofRecords = await readRecords(records, run, progress, keep);
    const reports = inputs.filter((input) => !isRecords(input));
    if (ofRecords.how !== 'done' || reports.length === 0) return ofRecords;
    const ofReports = await readReports({ ...listing, inputs: reports }, run, await workers(), progress, keep);
    return {
      how: ofReports.how,
      counts: addCounts(ofRecords.counts, ofReports.counts),
      failures: [...ofRecords.failures, ...ofReports.failures],
    };
  } finally {
    await progress.end();
  }
}

const isRecords = (input: Listing['inputs'][number]): input is Input => 'holdsRecords' in input;

async function readReports(
  listing: Listing,
  { settings, pack, options, io }: Collecting,
  pool: WorkerPool,
  progress: Progress,
  keep: Keep,
): Promise<Ending> {
  const batch = { listing, settings, pack, options, pool, output: into(keep), progress, io: clearing(progress, io) };
  return goThrough(batch);
}

const decoder = new TextDecoder();

/** A line of JSON, as the emitter `observations` writes it. */
const into = (keep: Keep): Output => ({
  add: async ({ pieces: [piece] }) => {
    keep(JSON.parse(decoder.decode(piece)));
  },
  commit: async () => {},
  discard: async () => {},
});

async function readRecords(
  files: readonly Input[],
  { settings, pack, options, io }: Collecting,
  progress: Progress,
  keep: Keep,
): Promise<Ending> {
  const most = mostFailures(options);
  const failures: Failed[] = [];
  let counts = NO_COUNTS;
  const read = (record: GaigeRecord) => ({
    observed: observedIn(record, record.text, { names: settings.emission.names, concepts: pack.concepts }),
    counts: countsOf(record),
  });
  for (const [inputs, { path }] of files.entries()) {
    for await (const each of recordsIn(path, io.host, read)) {
      if (io.signal.aborted) return { how: 'interrupted', counts, failures };
      if ('error' in each) failures.push(failed(each));
      else {
        keep(each.observed);
        counts = addCounts(counts, each.counts);
      }
      if (failures.length >= most) return { how: 'given-up', counts, failures };
      await progress.step({ inputs, reports: counts.reports, failed: failures.length });
    }
  }
  return { how: 'done', counts, failures };
}
