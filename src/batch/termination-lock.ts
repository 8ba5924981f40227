/**
 * Keeps a thread from being ended in the midst of native code: what an addon throws then, nobody can catch, and the whole process goes.
 * The thread holds the lock while it runs native code; whoever is to end it takes the lock first.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** One number, seen by both threads. */
export type TerminationLock = Int32Array<SharedArrayBuffer>;

const [FREE, HELD, TAKEN] = [0, 1, 2];

export const newTerminationLock = (): TerminationLock =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Runs native code. Where the lock is taken already, waits for the end of the thread. */
export function whileHeld<T>(lock: TerminationLock, native: () => T): T {
  if (Atomics.compareExchange(lock, 0, FREE, HELD) === TAKEN) Atomics.wait(lock, 0, TAKEN);
  try {
    return native();
  } finally {
    Atomics.store(lock, 0, FREE);
  }
}

/** Milliseconds between two looks; native code takes no longer than it takes to load a dictionary. */
const LOOK = 5;
const LONGEST = 10_000;

/**
 * Answers whether the thread may be ended: it holds no lock and gets none, or has held it for too long. False, and the lock as it was, once
 * it is no longer `wanted`: the thread may have gone on to other work meanwhile.
 */
export async function takeLock(lock: TerminationLock, wanted: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < LONGEST; waited += LOOK) {
    if (!wanted()) return false;
    if (Atomics.compareExchange(lock, 0, FREE, TAKEN) !== HELD) return true;
    await sleep(LOOK);
  }
  return wanted();
}
