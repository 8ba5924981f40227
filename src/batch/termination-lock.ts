/**
 * Keeps a thread from being ended in the midst of native code: what an addon throws then, nobody can catch, and the whole process goes.
 * The thread goes in and out; whoever is to end it shuts the gate first.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** One number, seen by both threads. */
export type Gate = Int32Array<SharedArrayBuffer>;

const [OPEN, INSIDE, SHUT] = [0, 1, 2];

export const newGate = (): Gate => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** Runs native code. Where the gate is shut, waits for the end of the thread. */
export function passThrough<T>(gate: Gate, native: () => T): T {
  if (Atomics.compareExchange(gate, 0, OPEN, INSIDE) === SHUT) Atomics.wait(gate, 0, SHUT);
  try {
    return native();
  } finally {
    Atomics.store(gate, 0, OPEN);
  }
}

/** Milliseconds between two looks; native code takes no longer than it takes to load a dictionary. */
const LOOK = 5;
const LONGEST = 10_000;

/**
 * Answers whether the thread may be ended: it is outside and stays there, or has been inside for too long. False, and the gate as it was, once
 * it is no longer `wanted`: the thread may have gone on to other work meanwhile.
 */
export async function shut(gate: Gate, wanted: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < LONGEST; waited += LOOK) {
    if (!wanted()) return false;
    if (Atomics.compareExchange(gate, 0, OPEN, SHUT) !== INSIDE) return true;
    await sleep(LOOK);
  }
  return wanted();
}
