/** The workers of a run: threads, or the thread that asks. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { openInThisThread, openPool } from '../../batch/pool.ts';
import type { RunSettings, WorkerPool } from '../../batch/task.ts';
import { withCache } from '../../batch/with-cache.ts';
import { mayHoldMany } from '../../decode/index.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Listing } from '../../read/index.ts';
import type { Options } from '../options.ts';

/** Bytes that are read and worked on before threads would have started. */
const LITTLE = 256 * 1024;

const MOST_THREADS = 256;

/** Seconds: more than any report takes, less than a night. */
const DEFAULT_TIMEOUT = 600;

type PoolOptions = Pick<Options, 'jobs' | 'timeoutPerReport'>;

/** Threads where they are asked for or worth their start; `--timeout-per-report` needs one that can be ended. */
export async function openWorkers(
  inputs: Listing['inputs'],
  settings: RunSettings,
  pack: RulePack,
  options: PoolOptions,
): Promise<WorkerPool> {
  const { jobs, timeoutPerReport = DEFAULT_TIMEOUT } = options;
  const isAsked = jobs !== undefined || options.timeoutPerReport !== undefined;
  if (!isAsked && (await isLittle(inputs))) return openInThisThread(settings, pack);
  const size = Math.min(jobs ?? availableParallelism(), mostOf(inputs), MOST_THREADS);
  return withCache(settings, openPool(settings, size, timeoutPerReport));
}

async function isLittle(inputs: Listing['inputs']): Promise<boolean> {
  let bytes = 0;
  for (const { path } of inputs) {
    bytes += (await stat(path).catch(() => null))?.size ?? 0;
    if (bytes > LITTLE) return false;
  }
  return true;
}

/** No more than there are reports, so far as that is known. */
const mostOf = (inputs: Listing['inputs']): number =>
  inputs.some(({ path }) => mayHoldMany(path)) ? Number.POSITIVE_INFINITY : inputs.length;
