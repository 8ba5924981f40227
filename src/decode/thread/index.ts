/** EDGE of a kind: runs a library in a thread, and ends the thread where the library does not end. */
import { Worker } from 'node:worker_threads';
import { BUILT } from '../../built/places.ts';
import { GaigeError } from '../../model/error.ts';
import { FILE_SECONDS, MAX_THREAD_MEMORY, PAGE_SECONDS } from '../limits.ts';

type Job = 'pdf';

type Message = { value: unknown } | { done: true } | { failed: string; message: string };

/** What the library itself says of a file: its error's name and message. */
export class LibraryError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** A thread that has done its work waits for more: libraries take a fifth of a second to load. It does not keep the process alive. */
let idle: Worker | null = null;

function takeWorker(): Worker {
  const worker = idle ?? new Worker(BUILT.libraryWorker, { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  idle = null;
  worker.ref();
  return worker;
}

function giveBack(worker: Worker): void {
  worker.unref();
  if (idle) void worker.terminate();
  else idle = worker;
}

/** In seconds and bytes. */
const LIMITS = { page: PAGE_SECONDS, file: FILE_SECONDS, memory: MAX_THREAD_MEMORY };

/** The clock and the memory are looked at so often, in milliseconds. */
const LOOK = 250;

/**
 * All that a job posts, in order.
 * @throws GaigeError TIME_LIMIT where it posts nothing for too long, takes too long in all or takes too much memory; LibraryError for what the library throws
 */
export async function runInThread(
  job: Job,
  bytes: Uint8Array,
  settings: Record<string, string | number> = {},
  limits = LIMITS,
): Promise<unknown[]> {
  const worker = takeWorker();
  let isWell = false;
  try {
    const values = await collect(worker, () => worker.postMessage({ job, bytes, settings }), limits);
    isWell = true;
    return values;
  } catch (error) {
    isWell = error instanceof LibraryError;
    throw error;
  } finally {
    if (isWell) giveBack(worker);
    else void worker.terminate();
  }
}

function collect(worker: Worker, start: () => void, limits: typeof LIMITS): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const values: unknown[] = [];
    const started = performance.now();
    const memory = process.memoryUsage.rss();
    let last = started;
    const end = (settle: () => void): void => {
      clearInterval(clock);
      worker.off('message', receive).off('error', giveUp).off('exit', giveUp);
      settle();
    };
    // Also for a thread that has run out of memory, or that the library has broken.
    const giveUp = (): void => {
      const seconds = Math.round((performance.now() - started) / 1000);
      end(() => reject(new GaigeError('TIME_LIMIT', { seconds })));
    };
    const receive = (message: Message): void => {
      last = performance.now();
      if ('value' in message) values.push(message.value);
      else if ('done' in message) end(() => resolve(values));
      else end(() => reject(new LibraryError(message.failed, message.message)));
    };
    const clock = setInterval(() => {
      const now = performance.now();
      const isOver = now - last > limits.page * 1000 || now - started > limits.file * 1000;
      if (isOver || process.memoryUsage.rss() - memory > limits.memory) giveUp();
    }, LOOK);
    worker.on('message', receive).on('error', giveUp).on('exit', giveUp);
    start();
  });
}
