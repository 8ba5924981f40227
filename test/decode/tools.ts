/** Programs and texts that not every machine has: tests that need one are skipped where it is absent. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export function hasProgram(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

export const hasCorpus = existsSync(CORPUS);

/** Files of a folder of the corpus, which lies beside some checkouts and is never part of one. */
export const corpusFiles = (folder: string): string[] =>
  hasCorpus ? readdirSync(CORPUS + folder).map((name) => `${CORPUS}${folder}/${name}`) : [];

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

/** Our own reports, by name. */
export const seeds = (): { name: string; bytes: Uint8Array }[] =>
  readdirSync(SEEDS).map((name) => ({ name, bytes: new Uint8Array(readFileSync(SEEDS + name)) }));

export const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

export const PANDOC = 'pandoc';
export const CHROMIUM = 'chromium';
