import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BUILT } from '../built/places.ts';
import { VERSION } from '../built/version.ts';
import type { Document, Source } from '../model/document.ts';
import type { RunSettings } from './task.ts';

/** Where a source comes from; `encoding` where that is stated for it. */
export type SourceOrigin = { isMember: boolean; encoding?: string };

/**
 * What an answer depends on: the program, the rules, the segmenter, what is asked for, and the name and content of the source. The same key
 * means the same answer, to the byte.
 */
export function keyMaker({ cache: _, rules: __, ...settings }: RunSettings): {
  ofSource: (source: Source, place: SourceOrigin) => string;
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
    return readFileSync(BUILT.buildId, 'utf8');
  } catch {
    return '';
  }
}
