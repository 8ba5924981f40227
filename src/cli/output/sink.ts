/** Where data goes: standard output, or a file that is there whole or not at all. */
import { createHash } from 'node:crypto';
import { access, constants, type FileHandle, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { makeFolders } from '../../batch/folders.ts';
import { GaigeError } from '../../model/error.ts';
import { realPath } from '../../read/index.ts';
import { codeOf } from '../host.ts';

export type Sink<Data = string | Uint8Array> = {
  write: (data: Data) => Promise<void>;
  /** Ends what was written; a file is in its place after this. */
  commit: () => Promise<void>;
  /** Leaves nothing behind. */
  discard: () => Promise<void>;
};

const nothing = async (): Promise<void> => {};

export const streamSink = (write: Sink['write']): Sink => ({ write, commit: nothing, discard: nothing });

/**
 * A file in the making, under another name in the same folder until it is whole. What is not a regular file (/dev/null, a named pipe)
 * is written to directly, and a link is left a link.
 * All of it throws OUTPUT_UNWRITABLE.
 */
export async function openFileSink(path: string): Promise<Sink> {
  return naming(path, async () => {
    const target = realPath(path) ?? path;
    const stats = await stat(target).catch(() => null);
    if (stats?.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    const direct = stats !== null && !stats.isFile();
    if (direct) return fileSink(path, await open(target, 'w'), null);
    const made = makeFolders(dirname(target));
    await removeAbandoned(dirname(target));
    const from = temporaryBeside(target);
    return fileSink(path, await open(from, 'wx'), { from, to: target, made });
  });
}

/** Takes folders that were made for a file away again, so far as nothing else is in them. */
async function removeFolders(folder: string, made: string): Promise<void> {
  await rmdir(folder);
  if (resolve(folder) !== resolve(made)) await removeFolders(dirname(folder), made);
}

let opened = 0;

/** Process ids mean nothing on another machine that sees the same folder. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Short, whatever the length of the name that it will have. */
const temporaryBeside = (target: string): string =>
  join(dirname(target), `.gaige-${HOST}-${process.pid}-${opened++}.tmp`);

const TEMPORARY = /^\.gaige-([0-9a-f]{8})-(\d+)-\d+\.tmp$/;

const looked = new Set<string>();

/** What runs that were killed have left in a folder. */
async function removeAbandoned(folder: string): Promise<void> {
  if (looked.has(folder)) return;
  looked.add(folder);
  for (const name of await readdir(folder).catch(() => [])) {
    const [, host, pid] = TEMPORARY.exec(name) ?? [];
    if (host === HOST && !isRunning(Number(pid))) await rm(join(folder, name), { force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Whether a file can be begun, before much work is done for it. Throws OUTPUT_UNWRITABLE. */
export const checkWritable = (path: string): Promise<void> =>
  naming(path, async () => {
    const folder = await nearestFolder(dirname(realPath(path) ?? resolve(path)));
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
    await access(folder, constants.W_OK);
  });

/** Itself, or the one in which it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = (await stat(folder).catch(() => null)) !== null;
  return isThere || folder === dirname(folder) ? folder : nearestFolder(dirname(folder));
}

/** From the name that a file is written under to its own. */
type Move = { from: string; to: string; made: string | null };

function fileSink(path: string, file: FileHandle, move: Move | null): Sink {
  let isOpen = true;
  const close = async () => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    // Unlike `write`, all of it or an error: a disk may have room for a part.
    write: (data) => naming(path, () => file.writeFile(data)),
    commit: () =>
      naming(path, async () => {
        await close();
        if (move) await rename(move.from, move.to);
      }),
    discard: async () => {
      await close().catch(() => {});
      if (!move) return;
      await rm(move.from, { force: true }).catch(() => {});
      if (move.made !== null) await removeFolders(dirname(move.to), move.made).catch(() => {});
    },
  };
}

export async function naming<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw new GaigeError('OUTPUT_UNWRITABLE', { path, reason: codeOf(error) }, error);
  }
}
