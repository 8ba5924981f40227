/** What runs in a thread of the pool. */
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { Answer, RunSettings, Task, TaskStarted } from './task.ts';
import { newTerminationLock, type TerminationLock, whileHeld } from './termination-lock.ts';
import { openWork } from './work.ts';

export type WorkerRequest = { id: number; task: Task };

/** Posted at once, while the work that follows keeps the thread busy. */
export type WorkerStarted = TaskStarted & { id: number; lock: TerminationLock };

/** Posted once the thread has loaded all that it begins with. */
export type WorkerLoaded = { loaded: number };

const lock = newTerminationLock();
const work = openWork(workerData as RunSettings, { guard: (native) => whileHeld(lock, native) });

export default ({ id, task }: WorkerRequest): Promise<Answer> =>
  work(task, (started) => parentPort?.postMessage({ id, lock, ...started } satisfies WorkerStarted));

parentPort?.postMessage({ loaded: threadId } satisfies WorkerLoaded);
