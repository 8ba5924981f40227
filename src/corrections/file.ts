/** Reads a file of corrections. */
import { GaigeError } from '../model/error.ts';
import { oneLine } from '../text/one-line.ts';
import { type Corrections, correctionsSchema } from './schema.ts';

/** Characters that are shown of what is wrong with a file. */
const LONGEST = 120;

/** The end of the name by which files of corrections in a folder are known. */
export const CORRECTIONS_EXTENSION = '.corrections.json';

/**
 * Whatever it holds is checked against the format before anything is made of it.
 * @throws GaigeError CORRECTIONS_INVALID
 */
export function parseCorrections(path: string, source: string): Corrections {
  const invalid = (place: string, problem: string, cause?: unknown) =>
    new GaigeError(
      'CORRECTIONS_INVALID',
      { path, place: oneLine(place, LONGEST), problem: oneLine(problem, LONGEST) },
      cause,
    );
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch (error) {
    throw invalid('JSON', error instanceof Error ? error.message : 'no JSON', error);
  }
  const parsed = correctionsSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`/${issue?.path.join('/') ?? ''}`, issue?.message ?? '', parsed.error);
}
