import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Document, Source } from '../model/document.ts';
import { VERSION } from '../version.ts';
import type { Settings } from './task.ts';

/** Written by `npm run build`; in the same place seen from `src/` and from `dist/`. */
export const BUILD_ID = new URL('../../dist/build-id', import.meta.url);

/** Where a source comes from; `encoding` where that is stated for it. */
export type Place = { isMember: boolean; encoding?: string };

/**
 * What an answer depends on: the program, the rules, the segmenter, what is asked for, and the name and content of the source. The same key
 * means the same answer, to the byte.
 */
export function keyMaker({ cache: _, rules: __, ...settings }: Settings): {
  ofSource: (source: Source, place: Place) => string;
  ofDocument: (document: Document) => string;
} {
  const program = createHash('sha256').update(JSON.stringify([VERSION, buildId(), settings]));
  return {
    ofSource: ({ path, name, bytes }, { isMember, encoding = null }) =>
      program
        .copy()
        .update(JSON.stringify([path, name, isMember, encoding]))
        .update(bytes)
        .digest('hex'),
    ofDocument: (document) => program.copy().update(JSON.stringify(document)).digest('hex'),
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
