/**
 * EDGE of a kind: runs a library in a process of its own, and ends the process where the library does not end. A thread would not do: what
 * takes too much memory at once takes the whole process along, however little a thread is allowed.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { BUILT } from '../../built/places.ts';
import { GaigeError } from '../../model/error.ts';
import { FILE_SECONDS, MAX_CHILD_HEAP, MAX_CHILD_MEMORY, PAGE_SECONDS } from '../limits.ts';

type Job = { job: 'pdf'; bytes: Uint8Array; settings: Record<string, string | number> };

type Message = { begun: true } | { value: unknown } | { done: true } | { failed: string; message: string };

/** What the library itself says of a file: its error's name and message. */
export class LibraryError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** In seconds and bytes. */
const LIMITS = { page: PAGE_SECONDS, file: FILE_SECONDS, memory: MAX_CHILD_MEMORY };

/** The clock is looked at so often, in milliseconds. */
const LOOK = 250;

/** It waits for more work, since libraries take a fifth of a second to load, and does not keep this process alive. */
let child: ChildProcess | null = null;

/** Processes that have been given a job. */
const used = new WeakSet<ChildProcess>();

let last: Promise<unknown> = Promise.resolve();

/**
 * All that a job posts, in order. One job at a time, by one process for each thread that asks, which is started with the first.
 * @throws GaigeError TIME_LIMIT where it posts nothing for too long, takes too long in all or takes too much memory, INPUT_UNREADABLE where no
 * process can be started; LibraryError for what the library throws
 */
export function runApart(
  job: Job['job'],
  bytes: Uint8Array,
  settings: Job['settings'] = {},
  limits = LIMITS,
): Promise<unknown[]> {
  const values = last.then(() => carryOut({ job, bytes, settings }, limits));
  last = values.catch(() => {});
  return values;
}

async function carryOut(job: Job, limits: typeof LIMITS): Promise<unknown[]> {
  // One that waited may have been ended by others, or by what it read before: another one begins anew.
  const values = (await attempt(job, limits)) ?? (await attempt(job, limits));
  if (values === null) throw new GaigeError('INPUT_UNREADABLE', { reason: 'NO_PROCESS' });
  return values;
}

/** Null where the process was lost before it began, or is not lost for this job: it had others before. */
async function attempt(job: Job, limits: typeof LIMITS): Promise<unknown[] | null> {
  const worker = takeChild();
  if (worker === null) return null;
  const isUsed = used.has(worker);
  used.add(worker);
  try {
    const values = await collect(worker, { ...job, memory: limits.memory }, limits, isUsed);
    if (values === null) dismiss(worker);
    return values;
  } catch (error) {
    if (!(error instanceof LibraryError)) dismiss(worker);
    throw error;
  } finally {
    keepAlive(worker, false);
  }
}

function takeChild(): ChildProcess | null {
  if (!child?.connected) child = startChild();
  if (child !== null) keepAlive(child, true);
  return child;
}

function startChild(): ChildProcess | null {
  try {
    const started = fork(BUILT.libraryChild, {
      execArgv: [`--max-old-space-size=${MAX_CHILD_HEAP / 1024 ** 2}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    // Whoever waits for an answer hears of it; without a listener Node would end this process.
    started.on('error', () => {});
    return started.connected ? started : null;
  } catch {
    return null;
  }
}

function dismiss(worker: ChildProcess): void {
  worker.kill('SIGKILL');
  if (child === worker) child = null;
}

/** Whether this process stays for what the other has to say. */
function keepAlive(worker: ChildProcess, isAwaited: boolean): void {
  for (const handle of [worker, worker.channel]) isAwaited ? handle?.ref() : handle?.unref();
}

function collect(
  worker: ChildProcess,
  request: Job & { memory: number },
  limits: typeof LIMITS,
  isUsed: boolean,
): Promise<unknown[] | null> {
  return new Promise((resolve, reject) => {
    const values: unknown[] = [];
    let hasBegun = false;
    // Looks are counted, not the clock read: while this thread is busy, or the machine asleep, messages wait.
    let [looks, silent] = [0, 0];
    const end = (settle: () => void): void => {
      clearInterval(clock);
      worker.off('message', receive).off('error', lost).off('exit', lost);
      settle();
    };
    const giveUp = (): void =>
      end(() => reject(new GaigeError('TIME_LIMIT', { seconds: Math.round((looks * LOOK) / 1000) })));
    const lost = (): void => {
      if (hasBegun && !isUsed) giveUp();
      else end(() => resolve(null));
    };
    const receive = (message: Message): void => {
      silent = 0;
      if ('begun' in message) hasBegun = true;
      else if ('value' in message) values.push(message.value);
      else if ('done' in message) end(() => resolve(values));
      else end(() => reject(new LibraryError(message.failed, message.message)));
    };
    const clock = setInterval(() => {
      looks++;
      silent++;
      if (silent * LOOK > limits.page * 1000 || looks * LOOK > limits.file * 1000) giveUp();
    }, LOOK);
    worker.on('message', receive).on('error', lost).on('exit', lost);
    worker.send(request, (error) => error && lost());
  });
}
