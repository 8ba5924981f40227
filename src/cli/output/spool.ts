/** Bytes put aside until their place in a file is known: in memory while they are few, then among the system's temporary files. */
import { createReadStream } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenSpool, Spool } from '../../emit/bytes.ts';
import { naming } from './sink.ts';

export type Spools = { open: OpenSpool; close: () => Promise<void> };

const MOST_HELD = 1024 * 1024;

/** Throws OUTPUT_UNWRITABLE where a file cannot be written. */
export function openSpools(): Spools {
  let folder: Promise<string> | null = null;
  let files = 0;
  const newFile = async () => {
    folder ??= mkdtemp(join(tmpdir(), 'gaige-'));
    return join(await folder, String(files++));
  };
  return {
    open: () => openSpool(newFile),
    close: async () => {
      if (folder !== null) await rm(await folder, { recursive: true, force: true });
    },
  };
}

function openSpool(newFile: () => Promise<string>): Spool {
  let held: Uint8Array[] = [];
  let size = 0;
  let file: string | null = null;
  const spill = async () => {
    const bytes = Buffer.concat(held);
    held = [];
    size = 0;
    file ??= await naming(tmpdir(), newFile);
    const path = file;
    await naming(path, () => appendFile(path, bytes));
  };
  return {
    write: async (bytes) => {
      held.push(bytes);
      size += bytes.length;
      if (size > MOST_HELD) await spill();
    },
    read: async function* () {
      if (file !== null) yield* createReadStream(file);
      yield* held;
    },
  };
}
