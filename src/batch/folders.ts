import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those that it lies in, and answers the first that was not there; null where all were. Node's own `recursive` goes round for
 * ever where a file system that is there takes no folders (`/proc`). Throws what `mkdir` throws.
 */
export function makeFolders(path: string): string | null {
  if (isFolder(path)) return null;
  const parent = dirname(path);
  const first = parent === path ? null : makeFolders(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
  return first ?? path;
}

function isFolder(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) throw Object.assign(new Error(path), { code: 'ENOTDIR' });
  return stats !== undefined;
}
