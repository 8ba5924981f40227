/** What earlier runs found of the reports of a task. */
import { statSync } from 'node:fs';
import type { Document, Source } from '../model/document.ts';
import { type Slot, slotOf } from './cache.ts';
import { keyMaker, type Place } from './cache-key.ts';
import type { Crew } from './pool.ts';
import { isTakenApart, placeOf, sourceOf } from './source.ts';
import type { Answer, Settings, Task } from './task.ts';

export type Kept = {
  ofSource: (source: Source, place: Place) => Slot;
  ofDocument: (document: Document) => Slot;
};

/** Null where nothing is kept. */
export function openKept(settings: Settings): Kept | null {
  const { cache } = settings;
  if (cache === null) return null;
  const keys = keyMaker(settings);
  return {
    ofSource: (source, place) => slotOf(cache, keys.ofSource(source, place)),
    ofDocument: (document) => slotOf(cache, keys.ofDocument(document)),
  };
}

/** A crew that is given only what has no answer yet: to look for one takes less than to hand a task to a thread. */
export function keptFirst(settings: Settings, crew: Crew): Crew {
  const kept = openKept(settings);
  if (!kept) return crew;
  return { ...crew, work: async (task) => (await lookUp(task, kept, settings)) ?? crew.work(task) };
}

async function lookUp(task: Task, kept: Kept, settings: Settings): Promise<Answer | null> {
  if ('document' in task) return answerIn(kept.ofDocument(task.document));
  // A pipe can be read only once.
  if ('path' in task && !isFile(task.path)) return null;
  const source = await sourceOf(task, settings);
  if ('error' in source) return null;
  return isTakenApart(source) ? { holdsMany: true } : answerIn(kept.ofSource(source, placeOf(task)));
}

/** What cannot be looked at is told by whoever works on it. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function answerIn(slot: Slot): Answer | null {
  const items = slot.get();
  return items && { items };
}
