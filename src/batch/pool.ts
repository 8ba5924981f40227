/** The workers of a run: threads of a pool, or the thread that asks. */
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import type { Piscina } from 'piscina';
import { BUILT } from '../built/places.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import { GaigeError } from '../model/error.ts';
import { type Answer, failureOf, pathOf, type RunSettings, type WorkerPool } from './task.ts';
import { type TerminationLock, takeLock } from './termination-lock.ts';
import type { WorkerLoaded, WorkerRequest, WorkerStarted } from './worker.ts';

/** For little work, done in the thread that asks: nothing is started. */
export async function openInThisThread(settings: RunSettings, pack: RulePack): Promise<WorkerPool> {
  const { openWork } = await import('./work.ts');
  const work = openWork(settings, { pack, forFewTexts: true });
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
  /** The thread's, once it has started. */
  lock?: TerminationLock;
};

/** Milliseconds that a pool which is closed gives to what it is at. */
const GRACE = 5000;

/**
 * A fixed number of threads, started with the first task. One that takes longer than `seconds` for a report is ended, one that dies is missed,
 * and another takes its place; the report is named in the answer.
 */
export function openPool(settings: RunSettings, size: number, seconds: number | null): WorkerPool {
  const running = new Map<number, Running>();
  const loaded = new Set<number>();
  let pool: Promise<Threads> | null = null;
  let last = 0;

  const giveUp = async (id: number, task: Running): Promise<void> => {
    if (task.lock && !(await takeLock(task.lock, () => running.has(id)))) return;
    task.isLate = true;
    task.abort.abort();
  };

  const note = (message: WorkerStarted | WorkerLoaded): void => {
    if ('loaded' in message) loaded.add(message.loaded);
    else noteStart(message);
  };

  const noteStart = ({ id, path, holdsMany, lock }: WorkerStarted): void => {
    const task = running.get(id);
    if (!task) return;
    Object.assign(task, { at: path, holdsMany, lock });
    clearTimeout(task.timer);
    if (seconds !== null) task.timer = setTimeout(() => giveUp(id, task), seconds * 1000);
  };

  return {
    size,
    work: async (task) => {
      pool ??= startThreads(settings, size, note);
      const threads = await pool;
      const id = last++;
      const current: Running = { at: pathOf(task), holdsMany: false, isLate: false, abort: new AbortController() };
      running.set(id, current);
      try {
        current.answer = threads.run({ id, task }, { signal: current.abort.signal });
        return await current.answer;
      } catch (error) {
        return lost(current, seconds, error);
      } finally {
        clearTimeout(current.timer);
        running.delete(id);
      }
    },
    close: async () => {
      const threads = await pool;
      // What is at work comes to its end; threads are ended in the midst of a report only where that takes too long.
      const atWork = [...running.values()].map(({ answer }) => answer);
      await Promise.race([Promise.allSettled(atWork), sleep(GRACE, null, { ref: false })]);
      await Promise.all([...running].map(([id, { lock }]) => lock && takeLock(lock, () => running.has(id))));
      if (threads) await untilLoaded(threads, loaded);
      await threads?.destroy();
    },
  };
}

type Threads = Piscina<WorkerRequest, Answer>;

async function startThreads(
  settings: RunSettings,
  size: number,
  note: (message: WorkerStarted | WorkerLoaded) => void,
): Promise<Threads> {
  const { Piscina } = await import('piscina');
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const pool = new Piscina<WorkerRequest, Answer>({
    filename: BUILT.batchWorker.href,
    workerData: settings,
    minThreads: size,
    maxThreads: size,
    atomics: 'disabled',
    recordTiming: false,
  });
  pool.on('message', note);
  // Those whose task it was hear of it by their answer.
  pool.on('error', () => {});
  return pool;
}

/** Milliseconds between two looks. */
const LOOK = 5;

/** A thread that is ended while it loads its modules takes the process along: Node asks V8 for what is not there any more, and aborts. */
async function untilLoaded({ threads }: Threads, loaded: ReadonlySet<number>): Promise<void> {
  const isLoading = () => threads.some(({ threadId }) => threadId > 0 && !loaded.has(threadId));
  for (let waited = 0; waited < GRACE && isLoading(); waited += LOOK) await sleep(LOOK);
}

/** One report of a container must not take the others along: they are asked for one by one. */
function lost({ at: path, holdsMany, isLate }: Running, seconds: number | null, error: unknown): Answer {
  if (holdsMany) return { holdsMany: true };
  const problem = error instanceof Error ? error.message : String(error);
  const failure = isLate
    ? new GaigeError('REPORT_TIMEOUT', { path, seconds: seconds ?? 0 })
    : new GaigeError('WORKER_DIED', { path, problem });
  return { items: [{ path, failure: failureOf(failure) }] };
}
