import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { VERSION } from '../version.ts';
import type { Settings, Task } from './task.ts';

/** Written by `npm run build`; in the same place seen from `src/` and from `dist/`. */
export const BUILD_ID = new URL('../../dist/build-id', import.meta.url);

/**
 * What an answer depends on: the program, the rules, the segmenter, what is asked for, the name of the source and its bytes, and which of
 * its documents. The same key means the same answer, to the byte.
 */
export function keyMaker({ cache: _, rules: __, tool, ...settings }: Settings): (task: Task, sha256: string) => string {
  let program: string | null = null;
  return ({ path, name, first, count }, sha256) => {
    program ??= JSON.stringify([VERSION, buildId(), tool, settings]);
    return createHash('sha256')
      .update(JSON.stringify([program, path, name, sha256, first, count]))
      .digest('hex');
  };
}

/** While gaige is being worked on, its version stays the same and its findings do not. */
function buildId(): string {
  try {
    return readFileSync(BUILD_ID, 'utf8');
  } catch {
    return '';
  }
}
