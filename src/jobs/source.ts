import type { InputFailure, Source } from '../model/document.ts';
import { readSources } from '../read/index.ts';
import type { Settings, Task } from './task.ts';

/** The bytes that a task is about: those it brings, or those of its file. */
export async function sourceOf(
  task: Exclude<Task, { document: unknown }>,
  { decode }: Settings,
): Promise<Source | InputFailure> {
  if ('source' in task) return task.source;
  for await (const source of readSources([task], decode)) return source;
  throw new Error('a source is read or fails');
}
