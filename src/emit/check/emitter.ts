import type { Language } from '../../messages/language.ts';
import type { CheckCounts, CheckOutcome, Finding } from '../../model/issue.ts';
import type { Tool } from '../../model/record.ts';

export const CHECK_FORMATS = ['pretty', 'unix', 'json', 'ndjson', 'sarif', 'github', 'gitlab', 'junit', 'csv'] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

/**
 * One output of `check` in the making, as text. Findings come one at a time, those of a report after one another and in text order,
 * then the report itself, so that a million findings need no more memory than one.
 */
export type CheckEmitter = {
  begin: () => string;
  finding: (finding: Finding) => string;
  /** After the findings of a report, and for a report without any. */
  report: (path: string, counts: CheckCounts) => string;
  end: (outcome: CheckOutcome) => string;
};

export type CheckContext = {
  tool: Pick<Tool, 'name' | 'version' | 'rules'>;
  language: Language;
  colour: boolean;
  /** Columns of the terminal. */
  columns: number;
  /** For csv: the language of the first line. */
  header: Language;
  /** CheckCounts only. */
  summary: boolean;
  /** Absolute: the root of the repository, which services start paths from. */
  root: string;
  /** A path as given → from that root with `/` between its parts, absolute where it lies outside. */
  repositoryPath: (path: string) => string;
};
