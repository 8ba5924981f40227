/** Those who do the work: threads of a pool, or the thread that asks. */
import { setFlagsFromString } from 'node:v8';
import { GaigeError } from '../model/error.ts';
import type { RulePack } from '../model/rulepack.ts';
import { type Answer, failureOf, pathOf, type Settings, type Task } from './task.ts';
import type { Beginning, Order } from './worker.ts';

export type Crew = {
  /** How many tasks are worked on at a time. */
  size: number;
  /** Never rejects: whatever befalls one task is told in its answer. */
  work: (task: Task) => Promise<Answer>;
  close: () => Promise<void>;
};

/** For little work: nothing is started, and nothing is kept apart. */
export async function openAlone(settings: Settings, pack: RulePack): Promise<Crew> {
  const { openWork } = await import('./work.ts');
  const work = openWork(settings, async () => pack);
  return { size: 1, work: (task) => work(task), close: async () => {} };
}

/** The build's, also for tests that run from `src/`: threads do not read TypeScript. */
const WORKER = new URL('../../dist/app/worker.js', import.meta.url);

/**
 * How much more than what lives in it, in percent, the heap of a thread may hold before its garbage is collected. V8 would let it be 300 for
 * the sake of a single heap; less costs no time that could be measured.
 */
const HEAP_GROWTH = 100;

/** A task in the hands of a thread, and the report that it is at. */
type Running = { at: string; holdsMany: boolean; timer?: NodeJS.Timeout; isLate: boolean; abort: AbortController };

/**
 * A fixed number of threads. One that takes longer than `seconds` for a report is ended, one that dies is missed, and another takes its
 * place; the report is named in the answer.
 */
export async function openPool(settings: Settings, size: number, seconds: number | null): Promise<Crew> {
  const { Piscina } = await import('piscina');
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const pool = new Piscina<Order, Answer>({
    filename: WORKER.href,
    workerData: settings,
    minThreads: size,
    maxThreads: size,
    atomics: 'disabled',
    recordTiming: false,
  });
  const running = new Map<number, Running>();
  let last = 0;

  pool.on('message', ({ id, path, holdsMany }: Beginning) => {
    const task = running.get(id);
    if (!task) return;
    Object.assign(task, { at: path, holdsMany });
    clearTimeout(task.timer);
    if (seconds !== null) task.timer = setTimeout(() => giveUp(task), seconds * 1000);
  });
  // Those whose task it was hear of it by their answer.
  pool.on('error', () => {});

  const giveUp = (task: Running): void => {
    task.isLate = true;
    task.abort.abort();
  };

  return {
    size,
    work: async (task) => {
      const id = last++;
      const mine: Running = { at: pathOf(task), holdsMany: false, isLate: false, abort: new AbortController() };
      running.set(id, mine);
      try {
        return await pool.run({ id, task }, { signal: mine.abort.signal });
      } catch (error) {
        return lost(mine, seconds, error);
      } finally {
        clearTimeout(mine.timer);
        running.delete(id);
      }
    },
    close: () => pool.destroy(),
  };
}

/** One report of a container must not take the others along: they are asked for one by one. */
function lost({ at: path, holdsMany, isLate }: Running, seconds: number | null, error: unknown): Answer {
  if (holdsMany) return { holdsMany: true };
  const problem = error instanceof Error ? error.message : String(error);
  const told = isLate
    ? new GaigeError('REPORT_TIMEOUT', { path, seconds: seconds ?? 0 })
    : new GaigeError('WORKER_DIED', { path, problem });
  return { items: [{ path, failure: failureOf(told) }] };
}
