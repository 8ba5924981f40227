/**
 * Works on tasks many at a time and yields what comes of them in their order, each as soon as those before it are there. At most `ahead`
 * are asked for before the first of them is taken: a slow reader slows the work down, and what waits stays bounded.
 */
export async function* inOrder<Task, Result>(
  tasks: AsyncIterable<Task>,
  work: (task: Task) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const source = tasks[Symbol.asyncIterator]();
  const results: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Task>> | null = null;
  let isOver = false;
  try {
    while (!isOver || results.length > 0) {
      if (!isOver && results.length < ahead) next ??= source.next();
      // A task may be long in coming (a pipe), a result as well: whichever is there first.
      const first = results[0];
      const arrived = await Promise.race([
        ...(first ? [first.then((result) => ({ result }))] : []),
        ...(next ? [next.then((task) => ({ task }))] : []),
      ]);
      if ('result' in arrived) {
        results.shift();
        yield arrived.result;
        continue;
      }
      next = null;
      if (arrived.task.done) isOver = true;
      else results.push(work(arrived.task.value));
    }
  } finally {
    for (const result of results) result.catch(() => {});
    // A source that is still waiting for its next task ends when that comes.
    void next?.catch(() => {});
    if (!isOver) void source.return?.()?.then(undefined, () => {});
  }
}

/** Lets `size` actions run at a time; the others wait in their order. */
export function limited(size: number): <T>(action: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (action) => {
    if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await action();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
