/**
 * EDGE: answers on disk. An entry is there whole or not at all, and says itself whether it is what was written: what a crash, a full disk or
 * a hand has damaged is not there.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Answer, Done } from './task.ts';

export type Cache = {
  get: (key: string) => Promise<Answer | null>;
  /** Null, or the system's code where the answer could not be kept: then the run goes on without. */
  set: (key: string, answer: Answer) => Promise<string | null>;
};

/** Changes with the form of the entries. */
const FORM = 'gaige-1';

/** Answers of more bytes are not kept. */
const LARGEST = 256 * 1024 * 1024;

export const ENTRIES = 'answers';
const UNFINISHED = 'unfinished';

export function openCache(folder: string): Cache {
  return {
    get: async (key) => {
      const entry = await readFile(placeOf(folder, key)).catch(() => null);
      return entry === null ? null : parseEntry(entry);
    },
    set: async (key, answer) => {
      const entry = formatEntry(answer);
      if (entry.reduce((sum, { length }) => sum + length, 0) > LARGEST) return null;
      return put(folder, key, entry);
    },
  };
}

/** Few enough entries in a folder for any file system. */
const placeOf = (folder: string, key: string): string => join(folder, ENTRIES, key.slice(0, 2), key.slice(2));

let written = 0;

async function put(folder: string, key: string, entry: readonly Uint8Array[]): Promise<string | null> {
  const place = placeOf(folder, key);
  const unfinished = join(folder, UNFINISHED, `${process.pid}-${threadId}-${written++}`);
  try {
    await writeTo(unfinished, entry);
    await mkdir(dirname(place), { recursive: true });
    await rename(unfinished, place);
    return null;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    return codeOf(error);
  }
}
