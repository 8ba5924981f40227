/** What earlier runs found of the reports of a task. */
import { statSync } from 'node:fs';
import type { Document, Source } from '../model/document.ts';
import { openCache } from './cache.ts';
import type { Crew } from './crew.ts';
import { keyMaker, type Place } from './key.ts';
import { sourceOf } from './source.ts';
import type { Answer, Item, Settings, Task } from './task.ts';

/** The place of an answer among those that are kept. */
export type Slot = {
  get: () => readonly Item[] | null;
  /** Null, or the system's code where the answer could not be kept: then the run goes on without. */
  set: (items: readonly Item[]) => string | null;
};

export type Kept = {
  ofSource: (source: Source, place: Place) => Slot;
  ofDocument: (document: Document) => Slot;
};

/** Null where nothing is kept. */
export function openKept(settings: Settings): Kept | null {
  if (settings.cache === null) return null;
  const cache = openCache(settings.cache);
  const keys = keyMaker(settings);
  const slot = (key: string): Slot => ({ get: () => cache.get(key), set: (items) => cache.set(key, items) });
  return {
    ofSource: (source, place) => slot(keys.ofSource(source, place)),
    ofDocument: (document) => slot(keys.ofDocument(document)),
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
  return 'error' in source ? null : answerIn(kept.ofSource(source, 'source' in task ? task : { isMember: false }));
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
