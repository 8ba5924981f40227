import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from './backend.ts';
import type { Cut } from './cut.ts';
import { dictionaryPaths } from './dictionary.ts';
import { withMetWords } from './met-words.ts';

type NodeJieba = {
  load(paths: { dict: string; hmmDict: string; userDict: string; idfDict: string; stopWordDict: string }): unknown;
  cut(text: string, hmm: boolean): string[];
};

/** `load` assigns these without declaring them. */
const LEAKED_GLOBALS = ['dict', 'hmmDict', 'userDict', 'idfDict', 'stopWordDict'];

/** Without its addon the package can be required all the same; `load` is the first to miss it (BINDING_NOT_FOUND). */
export const nodejieba: Backend = ({ require, directory }, { bytes, forFewTexts }) => {
  if (!isSafePath(directory)) throw Object.assign(new Error(directory), { code: 'UNSAFE_PATH' });
  const jieba = require('nodejieba') as NodeJieba;
  const { words, weights, hmm, user, idf, stopWords } = dictionaryPaths(directory);
  const load = (dict: string, userDict: string) =>
    keepingGlobals(() => jieba.load({ dict, hmmDict: hmm, userDict, idfDict: idf, stopWordDict: stopWords }));
  const loadAll = () => load(words, user);
  const cut: Cut = (han) => jieba.cut(han, false);
  if (!forFewTexts) {
    loadAll();
    return { cut };
  }
  load(weights, user);
  return withMetWords(cut, bytes, {
    loadSome: (lines) => inFile(lines, (path) => load(weights, path)),
    loadAll,
  });
};

/** Gives what is to be read the name of a file, which is there no longer than it takes. False where there can be none. */
function inFile(content: Uint8Array, read: (path: string) => void): boolean {
  let folder: string | null = null;
  try {
    folder = mkdtempSync(join(tmpdir(), 'gaige-'));
    const path = join(folder, 'words.txt');
    if (!isSafePath(path)) return false;
    writeFileSync(path, content);
    read(path);
    return true;
  } catch {
    return false;
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** A path that C++ would read otherwise than Node ends in an abort: `|` and `;` separate user dictionaries, and Windows has code pages. */
const isSafePath = (path: string): boolean =>
  !/[|;]/.test(path) && (process.platform !== 'win32' || /^[\x20-\x7e]*$/.test(path));

function keepingGlobals(action: () => unknown): void {
  const added = LEAKED_GLOBALS.filter((name) => !(name in globalThis));
  try {
    action();
  } finally {
    for (const name of added) Reflect.deleteProperty(globalThis, name);
  }
}
