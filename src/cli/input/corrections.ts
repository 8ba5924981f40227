/** Files of corrections that a command is given: files, and folders with all they hold. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CORRECTIONS_EXTENSION, parseCorrections } from '../../corrections/file.ts';
import type { CorrectionsFile } from '../../corrections/judgements.ts';
import type { InputFailure } from '../../model/document.ts';
import { GaigeError } from '../../model/error.ts';
import { codeOf } from '../host.ts';

/** Bytes: some hundred thousand marks. */
const LARGEST = 64 * 1024 * 1024;

export type CorrectionsRead = { files: CorrectionsFile[]; failures: InputFailure[] };

/** In the order in which they are named, within a folder by name. What cannot be read is a failure beside the others. */
export async function readCorrections(paths: readonly string[]): Promise<CorrectionsRead> {
  const read: CorrectionsRead = { files: [], failures: [] };
  for (const path of paths) {
    for (const file of await filesAt(path).catch((error: unknown) => [failureOf(path, error)])) {
      if (typeof file !== 'string') {
        read.failures.push(file);
        continue;
      }
      try {
        read.files.push({ path: file, corrections: await readOne(file) });
      } catch (error) {
        read.failures.push(failureOf(file, error));
      }
    }
  }
  return read;
}

async function filesAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  const files = names.filter((name) => name.endsWith(CORRECTIONS_EXTENSION)).sort();
  if (files.length === 0) throw new GaigeError('NO_INPUT', { path, formats: CORRECTIONS_EXTENSION });
  return files.map((name) => join(path, name).replaceAll('\\', '/'));
}

async function readOne(path: string): Promise<CorrectionsFile['corrections']> {
  const { size } = await stat(path);
  if (size > LARGEST) throw new GaigeError('FILE_TOO_LARGE', { path, limit: LARGEST });
  return parseCorrections(path, await readFile(path, 'utf8'));
}

function failureOf(path: string, error: unknown): InputFailure {
  if (error instanceof GaigeError) return { path, error };
  const code = codeOf(error);
  return {
    path,
    error: new GaigeError(code === 'ENOENT' ? 'PATH_NOT_FOUND' : 'INPUT_UNREADABLE', { path, reason: code }, error),
  };
}
