import type { Backend } from './backend.ts';
import { dictionaryPaths } from './dictionary.ts';

type NodeJieba = {
  load(paths: { dict: string; hmmDict: string; userDict: string; idfDict: string; stopWordDict: string }): unknown;
  cut(text: string, hmm: boolean): string[];
};

/** `load` assigns these without declaring them. */
const LEAKED_GLOBALS = ['dict', 'hmmDict', 'userDict', 'idfDict', 'stopWordDict'];

/** Without its addon the package can be required all the same; `load` is the first to miss it (BINDING_NOT_FOUND). */
export const nodejieba: Backend = ({ require, directory }) => {
  if (!isSafePath(directory)) throw Object.assign(new Error(directory), { code: 'UNSAFE_PATH' });
  const jieba = require('nodejieba') as NodeJieba;
  const { words, hmm, user, idf, stopWords } = dictionaryPaths(directory);
  keepingGlobals(() =>
    jieba.load({ dict: words, hmmDict: hmm, userDict: user, idfDict: idf, stopWordDict: stopWords }),
  );
  return (han) => jieba.cut(han, false);
};

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
