/** Goes through the reports of a run: findings to the output, problems to people, failures to those who list them. */

import { type RunStep, runTasks } from '../../batch/run.ts';
import type { WorkerPool } from '../../batch/task.ts';
import { errorOf, type Failed, failed, type RunSettings, type Task } from '../../batch/task.ts';
import { addCounts, type FindingCounts, NO_COUNTS } from '../../emit/index.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import { type Input, type Listing, readSources, STDIN } from '../../read/index.ts';
import { shown } from '../../text/shown.ts';
import { EXIT, exitCodeOfFailure } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import type { Output } from '../output/output.ts';
import { reportNote, reportNotes, reportWarning } from '../output/problems.ts';
import type { Progress } from '../output/progress.ts';

export type Batch = {
  listing: Listing;
  settings: RunSettings;
  pack: RulePack;
  options: Options;
  pool: WorkerPool;
  output: Output;
  progress: Progress;
  io: Io;
};

export type Ending = {
  /** `given-up`: there were as many failures as the user allows. */
  how: 'done' | 'given-up' | 'interrupted';
  counts: FindingCounts;
  failures: readonly Failed[];
};

export const exitCodeOf = ({ how, failures }: Ending): number =>
  how === 'interrupted'
    ? EXIT.interrupted
    : Math.max(EXIT.done, ...new Set(failures.map(({ failure }) => exitCodeOfFailure(failure.code))));

/** Why a run leaves no output, and what the next can do about it. */
export async function reportUnfinished(
  { how, counts, failures }: Ending,
  { cache }: Pick<RunSettings, 'cache'>,
  io: Io,
): Promise<void> {
  const { givenUp, resume } = WORDS[io.language];
  if (how === 'given-up') await io.say(`${givenUp(failures.length)}\n`);
  if (how === 'interrupted') await io.say(`${resume[cache === null ? 'nothing' : 'cached'](counts.reports)}\n`);
}

export async function goThrough(batch: Batch): Promise<Ending> {
  const { listing, settings, pack, options, pool, progress, io } = batch;
  const most = mostFailures(options);
  const failures: Failed[] = [];
  let counts = NO_COUNTS;
  let inputs = 0;
  let isWarned = false;
  const notice = reportWhenInterrupted(io);
  try {
    const tasks = tasksOf(listing.inputs, batch);
    for await (const step of runTasks(tasks, { settings, pool, boilerplate: pack.boilerplate, signal: io.signal })) {
      counts = addCounts(counts, await emitItems(step, failures, batch));
      if (failures.length >= most) return { how: 'given-up', counts, failures };
      if (step.cacheError !== undefined && !isWarned)
        await reportWarning(WORDS[io.language].notCached(shown(step.cacheError)), io);
      isWarned ||= step.cacheError !== undefined;
      if (step.endsInput) inputs++;
      await progress.step({ inputs, reports: counts.reports, failed: failures.length });
    }
  } finally {
    notice.off();
  }
  return { how: io.signal.aborted ? 'interrupted' : 'done', counts, failures };
}

/** As many as end a run. */
export const mostFailures = ({ failFast, maxErrors }: Options): number =>
  failFast ? 1 : (maxErrors ?? Number.POSITIVE_INFINITY);

async function emitItems(
  { items }: RunStep,
  failures: Failed[],
  { output, options, io }: Batch,
): Promise<FindingCounts> {
  let counts = NO_COUNTS;
  for (const item of items) {
    if ('pieces' in item) {
      await output.add(item);
      counts = addCounts(counts, item.counts);
      if (!options.quiet) await reportNotes(item, io);
    } else if (!item.passedOver) failures.push(item);
    else if (options.verbose) await reportNote(errorOf(item.failure), io);
  }
  return counts;
}

/** Standard input can be read only here, and what else may be long in coming is heard here to be interrupted. */
async function* tasksOf(inputs: Listing['inputs'], { options, io }: Batch): AsyncGenerator<Task | Failed> {
  for (const input of inputs) {
    if ('error' in input) yield failed(input);
    else if (input.path === STDIN || input.isStream) yield* streamTask(input, options, io);
    else yield input;
  }
}

async function* streamTask(
  input: Input,
  { maxFileSize }: Options,
  { host: { stdin }, signal }: Io,
): AsyncGenerator<Task | Failed> {
  for await (const source of readSources([input], { maxFileSize, stdin, signal })) {
    yield 'error' in source ? failed(source) : { source, isMember: false };
  }
}

/** What is in flight may take a while, and the user should know that it was heard. */
function reportWhenInterrupted(io: Io): { off: () => void } {
  const sayFinishing = () => void io.say(`${WORDS[io.language].finishing}\n`);
  io.signal.addEventListener('abort', sayFinishing, { once: true });
  return { off: () => io.signal.removeEventListener('abort', sayFinishing) };
}
