/** What is known already: a file of findings that a run does not fail on. */
import { z } from 'zod';
import { GaigeError } from '../model/error.ts';
import type { Issue } from '../model/issue.ts';
import { PLACEHOLDER_KINDS } from '../model/vocabulary.ts';

const entrySchema = z.strictObject({
  path: z.string().describe('From the folder of the baseline'),
  fingerprint: z.string().regex(/^[0-9a-f]{16}:\d+$/),
  kind: z.enum(PLACEHOLDER_KINDS),
  subject: z.string().describe('For readers; not compared'),
});

export const baselineSchema = z
  .strictObject({ version: z.literal(1), entries: z.array(entrySchema) })
  .describe('What gaige check knows already (--baseline)');

export type BaselineEntry = z.infer<typeof entrySchema>;

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
  const issue = parsed.error.issues[0]!;
  throw invalid(`${issue.path.join('.') || '-'}: ${issue.message}`);
}

/** An entry a line, so that a change shows what came and what went; the same findings give the same bytes. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const byPath = (a: BaselineEntry, b: BaselineEntry) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  const lines = [...entries].sort(byPath).map((entry) => `    ${JSON.stringify(entry)}`);
  return `{\n  "version": 1,\n  "entries": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

export const entryOf = (path: string, { fingerprint, kind, subject }: Issue): BaselineEntry => ({
  path,
  fingerprint,
  kind,
  subject,
});
