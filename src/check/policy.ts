/** What is let pass and what weighs how much: `gaige.yaml` and the command line, compiled. */
import type { CheckCounts, Issue, IssueLevel } from '../model/issue.ts';
import { PLACEHOLDER_KINDS, type PlaceholderKind } from '../model/vocabulary.ts';

export type Allowance = {
  text: string | null;
  section: string | null;
  kinds: ReadonlySet<PlaceholderKind> | null;
  /** Null where it holds for all files. */
  matchesPath: ((path: string) => boolean) | null;
  /** The globs of it, as written. */
  paths: readonly string[];
  reason: string;
  /** ISO 8601; the last day on which it holds. */
  until: string | null;
  /** Of the policy file, 1-based. */
  line: number;
};

export type Policy = {
  levels: Readonly<Record<PlaceholderKind, IssueLevel | 'off'>>;
  /** Ids of forms that are not looked for. */
  formsOff: ReadonlySet<string>;
  /** Given a path from the folder of the policy. */
  isChecked: (path: string) => boolean;
  /** Globs from the folder of the policy, for a run without paths. */
  include: readonly string[];
  allowances: readonly Allowance[];
  baseline: string | null;
  failOn: IssueLevel | 'never';
  maxWarnings: number | null;
};

export const DEFAULT_POLICY: Policy = {
  levels: Object.fromEntries(PLACEHOLDER_KINDS.map((kind) => [kind, 'error'])) as Policy['levels'],
  formsOff: new Set(),
  isChecked: () => true,
  include: [],
  allowances: [],
  baseline: null,
  failOn: 'error',
  maxWarnings: null,
};

/** Whether what a run, or a report, came to is more than may be. */
export function fails({ errors, warnings }: CheckCounts, { failOn, maxWarnings }: Policy): boolean {
  if (failOn === 'never') return false;
  return errors > 0 || (failOn === 'warn' && warnings > 0) || (maxWarnings !== null && warnings > maxWarnings);
}

/** An allowance ends with its day where its author is. */
export const localDate = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

export const isExpired = ({ until }: Allowance, today: string): boolean => until !== null && until < today;

/** What an allowance looks at beside the issue. */
export type Candidate = {
  issue: Pick<Issue, 'kind' | 'span'>;
  /** From the folder of the policy. */
  path: string;
  report: string;
  /** Titles of the section and of those above it. */
  sections: readonly string[];
};

export function allows(allowance: Allowance, { issue, path, report, sections }: Candidate): boolean {
  const { text, section, kinds, matchesPath } = allowance;
  if (kinds && !kinds.has(issue.kind)) return false;
  if (matchesPath && !matchesPath(path)) return false;
  if (section !== null && !sections.some((title) => title.includes(section))) return false;
  return text === null || holds(report, text, issue.span);
}

/** Whether a phrase stands where the mask stands, the whole mask in it. */
function holds(report: string, phrase: string, { start, end }: Issue['span']): boolean {
  for (let at = Math.max(0, end - phrase.length); at <= start; at++) if (report.startsWith(phrase, at)) return true;
  return false;
}
