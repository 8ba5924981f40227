/** The source that a task is about. */
import { holdsMany } from '../decode/index.ts';
import type { InputFailure, Source } from '../model/document.ts';
import { readSources } from '../read/index.ts';
import type { SourceOrigin } from './cache-key.ts';
import type { RunSettings, Task } from './task.ts';

type SourceTask = Exclude<Task, { document: unknown }>;

/** The bytes that a task brings, or those of its file. */
export async function sourceOf(task: SourceTask, { decode }: RunSettings): Promise<Source | InputFailure> {
  if ('source' in task) return task.source;
  for await (const source of readSources([task], decode)) return source;
  throw new Error('a source is read or fails');
}

export const placeOf = (task: SourceTask): SourceOrigin => ('source' in task ? task : { isMember: false });

/** A container of fewer bytes is answered at once. */
const SMALL_CONTAINER = 512 * 1024;

/** Whether a source holds too much to be answered at once. */
export const isTakenApart = (source: Source): boolean => source.bytes.length > SMALL_CONTAINER && holdsMany(source);
