/** The reports of a run that came to nothing: gathered, shown at its end, and written down. */

import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorOf, type Failed } from '../../batch/task.ts';
import { WORDS } from '../../messages/command-line.ts';
import { errorWording } from '../../messages/problems.ts';
import { HEAD_LENGTH, isOwnOutput } from '../../read/own-output.ts';
import { shown } from '../../text/shown.ts';
import type { Io } from '../io.ts';
import { reportError } from './problems.ts';
import type { OutputRequest } from './request.ts';
import { openFileSink } from './sink.ts';

const ERRORS_FILE = 'errors.ndjson';

/** More are only counted where they are all written down. */
const MOST_SHOWN = 20;

/** Beside the output, where that is a file or a folder. */
export function errorsFile({ target }: Pick<OutputRequest, 'target'>, asked: string | undefined): string | null {
  if (asked !== undefined) return asked;
  if (target.kind === 'stdout' || target.kind === 'device') return null;
  return join(target.kind === 'folder' ? target.path : dirname(target.path), ERRORS_FILE);
}

export async function reportFailures(failures: readonly Failed[], file: string | null, io: Io): Promise<void> {
  const told = file === null ? failures : failures.slice(0, MOST_SHOWN);
  for (const { failure } of told) await reportError(errorOf(failure), io);
  const rest = failures.length - told.length;
  if (file !== null && rest > 0) await io.say(`${WORDS[io.language].moreFailures(rest, shown(file))}\n`);
}

/** One a line. What an earlier run left is not left to be taken for this run's. Throws OUTPUT_UNWRITABLE. */
export async function writeFailures(failures: readonly Failed[], file: string): Promise<void> {
  if (failures.length === 0) return removeEarlier(file);
  const sink = await openFileSink(file);
  try {
    for (const failure of failures)
      await sink.write(`${JSON.stringify(failureRecord({ path: failure.path }, failure))}\n`);
    await sink.commit();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

/** The shape of contract.md. Data is in English, whatever the language of the user. */
export function failureRecord<Key extends object>(
  key: Key,
  { failure: { code, facts } }: Pick<Failed, 'failure'>,
): Key & { error: { code: string; message: string; hint: string } } {
  return { ...key, error: { code, ...errorWording(code, facts, 'en') } };
}

async function removeEarlier(path: string): Promise<void> {
  const file = await open(path).catch(() => null);
  if (file === null) return;
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0)
    .finally(() => file.close());
  if (isOwnOutput(buffer.subarray(0, bytesRead))) await rm(path, { force: true });
}
