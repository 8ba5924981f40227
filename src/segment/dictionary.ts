/** The files that a segmenter loads, made by the build. */
import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { GaigeError } from '../model/error.ts';

export const DICTIONARY_FILES = {
  /** `word frequency tag`, sorted by word: all that counts. */
  words: 'words.txt',
  /**
   * The sum of all frequencies and the least of them, as two words that no text has. By them nodejieba weighs words of `words.txt` that it is
   * given as a user's, as it does where it has all.
   */
  weights: 'weights.txt',
  /** nodejieba wants these four. With the HMM off and no keywords asked for, the less is in them the sooner it has loaded. */
  hmm: 'hmm.txt',
  user: 'user.txt',
  idf: 'idf.txt',
  stopWords: 'stop-words.txt',
} as const;

export type DictionaryPaths = Record<keyof typeof DICTIONARY_FILES, string>;

export function dictionaryPaths(directory: string): DictionaryPaths {
  const entries = Object.entries(DICTIONARY_FILES).map(([key, name]) => [key, join(directory, name)]);
  return Object.fromEntries(entries) as DictionaryPaths;
}

/** nodejieba aborts the whole process on a file that is missing, unreadable, empty or a folder, so all are looked at first. */
export function checkDictionary(directory: string): void {
  for (const path of Object.values(dictionaryPaths(directory))) {
    try {
      accessSync(path, constants.R_OK);
      const found = statSync(path);
      if (found.isFile() && found.size > 0) continue;
    } catch (cause) {
      throw missing(path, cause);
    }
    throw missing(path);
  }
}

const missing = (path: string, cause?: unknown): GaigeError =>
  new GaigeError('SEGMENTER_MISSING', { path, remedy: 'npm run build' }, cause);
