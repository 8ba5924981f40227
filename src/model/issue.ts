/** What `check` finds: a placeholder that is left in a report, as its reader is told of it. */
import type { Span } from './span.ts';
import type { PlaceholderKind } from './vocabulary.ts';

export const LEVELS = ['error', 'warn'] as const;

/** How much a finding weighs. */
export type IssueLevel = (typeof LEVELS)[number];

/** Lines and columns of the file, 1-based, columns in UTF-16 units; the end is exclusive. */
export type Region = { line: number; column: number; endLine: number; endColumn: number };

/**
 * Where a finding stands. Text, markdown and HTML have lines; of a document it is the paragraph that its reader can count to, of a table
 * the row.
 */
export type IssuePlace = { region: Region } | { paragraph: number } | { row: number };

/** A stretch of text with a placeholder in it: `text.slice(mark.start, mark.end)` is the mask. */
export type Excerpt = { text: string; mark: Span };

export type Issue = {
  /** As given; a document inside a container is container#member. */
  path: string;
  place: IssuePlace;
  kind: PlaceholderKind;
  /** The mask as written. */
  text: string;
  expects: string | null;
  /** What is missing, in the report's words: the characters around the mask in its clause. */
  subject: string;
  /** The sentence, cut where it is long. */
  sentence: Excerpt;
  /** Title of the section. */
  section: string | null;
  /** The same wherever the sentence is moved to: hash of the words around, and a number among the same in this report. */
  fingerprint: string;
  /** The rule that told what is missing. */
  rule: string;
  /** Half-open, into the report's text. */
  span: Span;
};

/** An issue with what the policy says of it. */
export type Finding = Issue & { level: IssueLevel };

/** What is wrong with the policy or the baseline and not with a report: it lets pass what is not there. */
export type Notice = {
  code: 'ALLOWANCE_UNUSED' | 'ALLOWANCE_EXPIRED' | 'COMMENT_UNUSED' | 'BASELINE_GONE';
  /** Of the policy, the report or the baseline. */
  path: string;
  line: number | null;
  /** What may go: the allowance in short, the entry. */
  what: string;
};

export type KindCounts = Readonly<Partial<Record<PlaceholderKind, number>>>;

/** What a report, or all of them together, came to. */
export type CheckCounts = {
  errors: number;
  warnings: number;
  kinds: KindCounts;
  /** Let pass by an allowance of the policy. */
  allowed: number;
  /** By a comment in the report. */
  ignored: number;
  /** Known before: in the baseline. */
  known: number;
};

export const NO_COUNTS: CheckCounts = { errors: 0, warnings: 0, kinds: {}, allowed: 0, ignored: 0, known: 0 };

/** What a run came to. */
export type CheckOutcome = {
  reports: number;
  counts: CheckCounts;
  notices: readonly Notice[];
  /** Inputs that could not be read, with words for people. */
  failures: readonly { path: string; message: string }[];
};

export function addCounts(a: CheckCounts, b: CheckCounts): CheckCounts {
  const kinds: Partial<Record<PlaceholderKind, number>> = { ...a.kinds };
  for (const [kind, count] of Object.entries(b.kinds) as [PlaceholderKind, number][]) {
    kinds[kind] = (kinds[kind] ?? 0) + count;
  }
  return {
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    kinds,
    allowed: a.allowed + b.allowed,
    ignored: a.ignored + b.ignored,
    known: a.known + b.known,
  };
}
