/** A run over many reports: tasks out, what became of them back, in order. */
import { partsOf } from '../decode/index.ts';
import type { Boilerplate } from '../knowledge/boilerplate/table.ts';
import { inOrder, limited } from './ordered.ts';
import { sourceOf } from './source.ts';
import type { WorkerPool } from './task.ts';
import { type Answer, errorOf, type Failed, failed, type RunSettings, type Task, type TaskItem } from './task.ts';

/** What the reports of one task came to. */
export type RunStep = {
  items: readonly TaskItem[];
  /** Why they could not be cached, as the system's code. */
  cacheError?: string;
  /** The last of an input. */
  endsInput: boolean;
};

export type RunContext = {
  settings: RunSettings;
  pool: WorkerPool;
  /** Names of columns, by which the texts of a table are known. */
  boilerplate: Boilerplate;
  /** Nothing more is started after this; what was started is finished. */
  signal: AbortSignal;
};

/** So many tasks of each worker may wait for those before them to be written. */
const AHEAD = 8;

const SKIPPED = 'skipped';

/** Throws what is wrong with the request itself, such as RULES_INVALID, once the first report asks for it. */
export async function* runTasks(inputs: AsyncIterable<Task | Failed>, context: RunContext): AsyncGenerator<RunStep> {
  yield* runAll(inputs, true, context, limited(context.pool.size));
}

type TaskOutcome = { task: Task | Failed; answer: Answer | typeof SKIPPED };

async function* runAll(
  tasks: AsyncIterable<Task | Failed>,
  areInputs: boolean,
  context: RunContext,
  limit: ReturnType<typeof limited>,
): AsyncGenerator<RunStep> {
  const { pool, signal } = context;
  const work = async (task: Task | Failed): Promise<TaskOutcome> => {
    if ('failure' in task) return { task, answer: { items: [task] } };
    return limit(async () => ({ task, answer: signal.aborted ? SKIPPED : await pool.work(task) }));
  };
  for await (const { task, answer } of inOrder(untilStopped(tasks, signal), work, pool.size * AHEAD)) {
    if (answer === SKIPPED) continue;
    if ('fault' in answer) throw errorOf(answer.fault);
    if ('items' in answer) yield { ...answer, endsInput: areInputs };
    else if (!('failure' in task)) {
      yield* runAll(partTasks(task, context), false, context, limit);
      if (areInputs && !signal.aborted) yield { items: [], endsInput: true };
    }
  }
}

async function* untilStopped<T>(tasks: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  if (signal.aborted) return;
  for await (const task of tasks) {
    if (signal.aborted) return;
    yield task;
  }
}

/** The reports of a container, each a task of its own. */
async function* partTasks(task: Task, { settings, boilerplate }: RunContext): AsyncGenerator<Task | Failed> {
  if ('document' in task) throw new Error(`${task.document.path} is one report`);
  const source = await sourceOf(task, settings);
  if ('error' in source) {
    yield failed(source);
    return;
  }
  const isMember = 'source' in task && task.isMember;
  for await (const part of partsOf(source, { ...settings.decode, boilerplate }, { isMember })) {
    if ('error' in part) yield failed(part);
    else if ('text' in part) yield { document: part };
    else yield { source: part, isMember: true };
  }
}
