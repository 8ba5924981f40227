/** What earlier runs found of the reports of a task. */
import { statSync } from 'node:fs';
import type { Document, Source } from '../model/document.ts';
import { type CacheSlot, slotOf } from './cache.ts';
import { keyMaker, type SourceOrigin } from './cache-key.ts';
import { isTakenApart, placeOf, sourceOf } from './source.ts';
import type { Answer, RunSettings, Task, WorkerPool } from './task.ts';

export type ResultCache = {
  ofSource: (source: Source, place: SourceOrigin) => CacheSlot;
  ofDocument: (document: Document) => CacheSlot;
};

/** Null for a run without a cache. */
export function openResultCache(settings: RunSettings): ResultCache | null {
  const { cache } = settings;
  if (cache === null) return null;
  const keys = keyMaker(settings);
  return {
    ofSource: (source, place) => slotOf(cache, keys.ofSource(source, place)),
    ofDocument: (document) => slotOf(cache, keys.ofDocument(document)),
  };
}

/** A pool that is given only what has no answer yet: to look for one takes less than to hand a task to a thread. */
export function withCache(settings: RunSettings, pool: WorkerPool): WorkerPool {
  const cache = openResultCache(settings);
  if (!cache) return pool;
  return { ...pool, work: async (task) => (await lookUp(task, cache, settings)) ?? pool.work(task) };
}

async function lookUp(task: Task, cache: ResultCache, settings: RunSettings): Promise<Answer | null> {
  if ('document' in task) return answerIn(cache.ofDocument(task.document));
  // A pipe can be read only once.
  if ('path' in task && !isFile(task.path)) return null;
  const source = await sourceOf(task, settings);
  if ('error' in source) return null;
  return isTakenApart(source) ? { holdsMany: true } : answerIn(cache.ofSource(source, placeOf(task)));
}

/** What cannot be looked at is reported by whoever works on it. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function answerIn(slot: CacheSlot): Answer | null {
  const items = slot.get();
  return items && { items };
}
