/**
 * EDGE: answers on disk. An entry is there whole or not at all, and says itself whether it is what was written: what a crash, a full disk or
 * a hand has damaged is not there.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { makeFolders } from './folders.ts';
import type { TaskItem } from './task.ts';

/** The place of one answer. */
export type CacheSlot = {
  get: () => readonly TaskItem[] | null;
  /** Null, or the system's code where the answer could not be cached: then the run goes on without. */
  set: (items: readonly TaskItem[]) => string | null;
};

/** Answers of more bytes are not cached. */
const LARGEST = 256 * 1024 * 1024;

const UNFINISHED = 'unfinished';

export function slotOf(folder: string, key: string): CacheSlot {
  // Few enough entries in a folder for any file system.
  const place = join(folder, key.slice(0, 2), key.slice(2));
  return {
    get: () => {
      const entry = readEntry(place);
      return entry && parseEntry(entry, key);
    },
    set: (items) => {
      const entry = formatEntry(items, key);
      const size = entry.reduce((sum, { length }) => sum + length, 0);
      return size > LARGEST ? null : put(place, join(folder, UNFINISHED), entry);
    },
  };
}

function readEntry(place: string): Uint8Array | null {
  try {
    return readFileSync(place);
  } catch {
    return null;
  }
}

/** Milliseconds: no entry is that long in the making. */
const ABANDONED = 3_600_000;

/** Removes what runs that were killed did not finish. */
export async function sweepCache(folder: string, now = Date.now()): Promise<void> {
  const unfinished = join(folder, UNFINISHED);
  for (const name of await readdir(unfinished).catch(() => [])) {
    const path = join(unfinished, name);
    const stats = await stat(path).catch(() => null);
    if (stats && now - stats.mtimeMs > ABANDONED) await rm(path, { force: true }).catch(() => {});
  }
}

let written = 0;

function put(place: string, unfinished: string, entry: readonly Uint8Array[]): string | null {
  const temporary = join(unfinished, `${process.pid}-${threadId}-${written++}`);
  try {
    makeFolders(unfinished);
    write(temporary, entry);
    makeFolders(dirname(place));
    renameSync(temporary, place);
    return null;
  } catch (error) {
    remove(temporary);
    return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  }
}

function write(path: string, parts: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (const part of parts) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** What cannot be removed now is swept up later. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {}
}

const DIGEST_LENGTH = 64;
const NEW_LINE = 10;

/** The sha256 of its key and of all that follows, so that an entry in the place of another is none; the items on a line of JSON, with lengths for pieces; the pieces, one after the other. */
function formatEntry(items: readonly TaskItem[], key: string): Uint8Array[] {
  const lengths = items.map((item) =>
    'pieces' in item ? { ...item, pieces: item.pieces.map(({ length }) => length) } : item,
  );
  const pieces = items.flatMap((item) => ('pieces' in item ? item.pieces : []));
  const rest = [Buffer.from(`${JSON.stringify(lengths)}\n`), ...pieces];
  return [Buffer.from(digestOf(key, rest)), ...rest];
}

function parseEntry(entry: Uint8Array, key: string): TaskItem[] | null {
  const rest = entry.subarray(DIGEST_LENGTH);
  const end = rest.indexOf(NEW_LINE);
  if (end < 0 || digestOf(key, [rest]) !== Buffer.from(entry.subarray(0, DIGEST_LENGTH)).toString('latin1'))
    return null;
  let at = end + 1;
  const pieceOf = (length: number): Uint8Array => {
    const start = at;
    at += length;
    return rest.subarray(start, at);
  };
  const items = JSON.parse(Buffer.from(rest.subarray(0, end)).toString()) as TaskItem[];
  return items.map((item) =>
    'pieces' in item ? { ...item, pieces: (item.pieces as unknown as number[]).map(pieceOf) } : item,
  );
}

function digestOf(key: string, parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256').update(key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
