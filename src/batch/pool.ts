/** Those who do the work: threads of a pool, or the thread that asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Piscina } from 'piscina';
import { BUILT } from '../built/places.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { GaigeError } from '../model/error.ts';
import { type Answer, failureOf, pathOf, type Settings, type Task } from './task.ts';
import { type Gate, shut } from './termination-lock.ts';
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
  const work = openWork(settings, { pack });
  return { size: 1, work: (task) => work(task), close: async () => {} };
}

/**
 * How much more than what lives in it, in percent, the heap of a thread may hold before its garbage is collected. V8 would let it be 300 for
 * the sake of a single heap; less costs no time that could be measured.
 */
const HEAP_GROWTH = 100;

/** A task in the hands of a thread, and the report that it is at. */
type Running = {
  at: string;
  holdsMany: boolean;
  timer?: NodeJS.Timeout;
  isLate: boolean;
  abort: AbortController;
  answer?: Promise<Answer>;
  /** The thread's, once it has begun. */
  gate?: Gate;
};

/** Milliseconds that a crew which is closed gives to what it is at. */
const GRACE = 5000;

/**
 * A fixed number of threads, started with the first task. One that takes longer than `seconds` for a report is ended, one that dies is missed,
 * and another takes its place; the report is named in the answer.
 */
export function openPool(settings: Settings, size: number, seconds: number | null): Crew {
  const running = new Map<number, Running>();
  let pool: Promise<Threads> | null = null;
  let last = 0;

  const giveUp = async (id: number, task: Running): Promise<void> => {
    if (task.gate && !(await shut(task.gate, () => running.has(id)))) return;
    task.isLate = true;
    task.abort.abort();
  };

  const noteBeginning = ({ id, path, holdsMany, gate }: Beginning): void => {
    const task = running.get(id);
    if (!task) return;
    Object.assign(task, { at: path, holdsMany, gate });
    clearTimeout(task.timer);
    if (seconds !== null) task.timer = setTimeout(() => giveUp(id, task), seconds * 1000);
  };

  return {
    size,
    work: async (task) => {
      pool ??= startThreads(settings, size, noteBeginning);
      const threads = await pool;
      const id = last++;
      const mine: Running = { at: pathOf(task), holdsMany: false, isLate: false, abort: new AbortController() };
      running.set(id, mine);
      try {
        mine.answer = threads.run({ id, task }, { signal: mine.abort.signal });
        return await mine.answer;
      } catch (error) {
        return lost(mine, seconds, error);
      } finally {
        clearTimeout(mine.timer);
        running.delete(id);
      }
    },
    close: async () => {
      const threads = await pool;
      // What is at work comes to its end; threads are ended in the midst of a report only where that takes too long.
      const atWork = [...running.values()].map(({ answer }) => answer);
      await Promise.race([Promise.allSettled(atWork), sleep(GRACE, null, { ref: false })]);
      await Promise.all([...running].map(([id, { gate }]) => gate && shut(gate, () => running.has(id))));
      await threads?.destroy();
    },
  };
}

type Threads = Piscina<Order, Answer>;

async function startThreads(
  settings: Settings,
  size: number,
  noteBeginning: (beginning: Beginning) => void,
): Promise<Threads> {
  const { Piscina } = await import('piscina');
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const pool = new Piscina<Order, Answer>({
    filename: BUILT.batchWorker.href,
    workerData: settings,
    minThreads: size,
    maxThreads: size,
    atomics: 'disabled',
    recordTiming: false,
  });
  pool.on('message', noteBeginning);
  // Those whose task it was hear of it by their answer.
  pool.on('error', () => {});
  return pool;
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
