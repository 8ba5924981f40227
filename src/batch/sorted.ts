/**
 * EDGE: any number of values in the order of their keys, in bounded memory. What is more than memory should hold is put in order and written
 * to a file, run after run; at the end the runs are read side by side.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { GaigeError } from '../model/error.ts';
import { reasonOf } from '../read/index.ts';

/** Values are plain data. */
export type Sorted<Value> = {
  add: (key: string, value: Value) => void;
  /** Those of one key together, in the order in which they came; keys by code unit. May be gone through more than once. */
  groups: () => Iterable<readonly Value[]>;
  close: () => void;
};

/** A value is held as JSON: it is small, of known size, and what a run is written in. */
type Entry = { key: string; json: string };

/** UTF-16 units that are held: so few that they weigh little beside the program itself. */
const MOST_HELD = 1024 * 1024;

/** Runs of a size that are read side by side, each through a buffer of its own: as many become one. */
const MOST_RUNS = 64;

/** Throws OUTPUT_UNWRITABLE where the file cannot be written. */
export function openSorted<Value>(mostHeld = MOST_HELD, mostRuns = MOST_RUNS): Sorted<Value> {
  let held: Entry[] = [];
  let size = 0;
  let runs: RunFile | null = null;
  const spill = () => {
    runs ??= openRuns(mostRuns);
    runs.write(inOrder(held));
    held = [];
    size = 0;
  };
  return {
    add: (key, value) => {
      const json = JSON.stringify(value);
      held.push({ key, json });
      size += key.length + json.length;
      if (size > mostHeld) spill();
    },
    groups: () => ({
      [Symbol.iterator]: () => grouped<Value>(merged([...(runs?.read() ?? []), inOrder(held).values()])),
    }),
    close: () => runs?.close(),
  };
}

/** Those of one key stay in the order in which they came: sorting is stable. */
const inOrder = (entries: Entry[]): Entry[] => entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

/** In pairs, and pairs of pairs; of one key what came first goes first. */
function merged(runs: readonly IterableIterator<Entry>[]): IterableIterator<Entry> {
  const half = runs.length >> 1;
  return half === 0 ? runs[0]! : mergedPair(merged(runs.slice(0, half)), merged(runs.slice(half)));
}

function* mergedPair(first: Iterator<Entry>, second: Iterator<Entry>): Generator<Entry, undefined> {
  let [a, b] = [first.next(), second.next()];
  while (!a.done || !b.done) {
    if (b.done || (!a.done && a.value.key <= b.value.key)) {
      yield a.value;
      a = first.next();
    } else {
      yield b.value;
      b = second.next();
    }
  }
}

function* grouped<Value>(entries: Iterable<Entry>): Generator<readonly Value[]> {
  let group: Value[] = [];
  let last: string | null = null;
  for (const { key, json } of entries) {
    if (key !== last && group.length > 0) {
      yield group;
      group = [];
    }
    last = key;
    group.push(JSON.parse(json));
  }
  if (group.length > 0) yield group;
}

type RunFile = {
  write: (run: readonly Entry[]) => void;
  read: () => IterableIterator<Entry>[];
  close: () => void;
};

/** Bytes that are written, or read of a run, at a time. */
const PIECE = 8 * 1024;

/** Where a run stands, and how often what is in it has been put together of others. */
type SortedRun = { start: number; end: number; level: number };

/** All runs in one file, which nobody else sees. */
function openRuns(mostRuns: number): RunFile {
  const folder = naming(() => mkdtempSync(join(tmpdir(), 'gaige-')));
  const path = join(folder, 'runs');
  const file = naming(() => openSync(path, 'wx+', 0o600));
  // Where an open file may be removed, none is left behind by a run that is killed.
  remove(folder);
  const runs: SortedRun[] = [];
  let end = 0;
  const append = (text: string) => {
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; )
      from += naming(() => writeSync(file, bytes, from, bytes.length - from, end + from));
    end += bytes.length;
  };
  const write = (entries: Iterable<Entry>, level: number) => {
    const start = end;
    let piece = '';
    for (const { key, json } of entries) {
      piece += `${JSON.stringify(key)}\n${json}\n`;
      if (piece.length > PIECE) {
        append(piece);
        piece = '';
      }
    }
    append(piece);
    runs.push({ start, end, level });
  };
  const read = (run: SortedRun) => entriesIn(file, run);
  return {
    write: (entries) => {
      write(entries, 0);
      // As digits are carried: where these stood in the file, nothing is read any more.
      for (let level = 0; runs.at(-mostRuns)?.level === level; level++)
        write(merged(runs.splice(-mostRuns).map(read)), level + 1);
    },
    read: () => runs.map(read),
    close: () => {
      closeSync(file);
      remove(folder);
    },
  };
}

function* entriesIn(file: number, run: SortedRun): Generator<Entry, undefined> {
  let key: string | null = null;
  for (const line of linesIn(file, run)) {
    if (key === null) key = JSON.parse(line) as string;
    else {
      yield { key, json: line };
      key = null;
    }
  }
}

function* linesIn(file: number, { start, end }: SortedRun): Generator<string> {
  const bytes = Buffer.alloc(PIECE);
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for (let at = start; at < end; ) {
    const read = readSync(file, bytes, 0, Math.min(PIECE, end - at), at);
    if (read === 0) throw new Error('a run is shorter than it was written');
    at += read;
    const lines = (rest + decoder.write(bytes.subarray(0, read))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows may hold on to it for a while.
  }
}

function naming<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new GaigeError('OUTPUT_UNWRITABLE', { path: tmpdir(), reason: reasonOf(error) }, error);
  }
}
