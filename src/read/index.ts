/** EDGE: paths → sources. `listInputs` looks at names and refuses what cannot be begun; `readSources` reads one file at a time. */
import { readFileSync, statSync } from 'node:fs';
import type { InputFailure, Source } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import { type Input, reasonOf, STDIN } from './list.ts';
import { openStream } from './stream.ts';

export {
  type Input,
  type Listing,
  type ListOptions,
  listInputs,
  realPath,
  reasonOf,
  STDIN,
  someFileFits,
} from './list.ts';
export { HEAD_LENGTH, isRecords } from './own-output.ts';
export { openStream } from './stream.ts';

/** 512 MB: more than any report, less than a string may hold. */
export const DEFAULT_MAX_FILE_SIZE = 512 * 1024 * 1024;

export type ReadOptions = {
  /** In bytes; a larger file is a failure. */
  maxFileSize?: number | undefined;
  /** Where `-` is read from; standard input by default. */
  stdin?: AsyncIterable<Uint8Array> | undefined;
  /** Where it is aborted, what is waited for is a failure. */
  signal?: AbortSignal | undefined;
};

/** Reads the inputs in order, each when it is asked for. A file that cannot be read is a failure, and the rest goes on. */
export async function* readSources(
  inputs: Iterable<Input | InputFailure>,
  { maxFileSize = DEFAULT_MAX_FILE_SIZE, stdin = process.stdin, signal }: ReadOptions = {},
): AsyncGenerator<Source | InputFailure> {
  for (const input of inputs) {
    if ('error' in input) yield input;
    else yield await readInput(input, maxFileSize, stdin, signal);
  }
}

async function readInput(
  input: Input,
  limit: number,
  stdin: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Source | InputFailure> {
  const { path, name } = input;
  try {
    const bytes = path === STDIN ? await collect(stdin, limit, path) : await readFile(path, limit, signal);
    return { path, name, bytes };
  } catch (error) {
    if (error instanceof GaigeError) return { path, error };
    return { path, error: new GaigeError('INPUT_UNREADABLE', { path, reason: reasonOf(error) }, error) };
  }
}

/** Files at once: those who read have nothing else to do, and a turn of the thread pool takes longer than the reading. */
async function readFile(path: string, limit: number, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const stats = statSync(path);
  // A pipe or a device has no size, and may never end.
  if (!stats.isFile()) return collect(openStream(path, signal), limit, path);
  if (stats.size > limit) throw tooLarge(path, limit);
  return readFileSync(path);
}

async function collect(stream: AsyncIterable<Uint8Array>, limit: number, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) throw tooLarge(path, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (path: string, limit: number): GaigeError => new GaigeError('FILE_TOO_LARGE', { path, limit });
