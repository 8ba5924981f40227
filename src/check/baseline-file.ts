/** Reads a baseline. Loaded only where there is one. */

import { GaigeError } from '../model/error.ts';
import { type BaselineEntry, baselineSchema } from './baseline-schema.ts';

/** @throws GaigeError BASELINE_INVALID */
export function parseBaseline(path: string, source: string): BaselineEntry[] {
  const invalid = (problem: string, cause?: unknown) => new GaigeError('BASELINE_INVALID', { path, problem }, cause);
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'no JSON', error);
  }
  const parsed = baselineSchema.safeParse(json);
  if (parsed.success) return parsed.data.entries;
  const [issue] = parsed.error.issues;
  throw invalid(issue ? `${issue.path.join('.') || '-'}: ${issue.message}` : parsed.error.message);
}
