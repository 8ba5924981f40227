/** What runs in a thread of the pool. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Begun, Settings, Task } from './task.ts';
import { type Gate, newGate, passThrough } from './termination-lock.ts';
import { openWork } from './work.ts';

export type Order = { id: number; task: Task };

/** Posted at once, while the work that follows keeps the thread busy. */
export type Beginning = Begun & { id: number; gate: Gate };

const gate = newGate();
const work = openWork(workerData as Settings, { guard: (native) => passThrough(gate, native) });

export default ({ id, task }: Order): Promise<Answer> =>
  work(task, (begun) => parentPort!.postMessage({ id, gate, ...begun } satisfies Beginning));
