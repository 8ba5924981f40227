/** What is known already: a file of findings that a run does not fail on. */

import type { Issue } from '../model/issue.ts';
import type { BaselineEntry } from './baseline-schema.ts';

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
  missing: subject,
});
