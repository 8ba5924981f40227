/** Keeps count over a run: what was found, what was let pass by whom, and which leave to pass nobody made use of. */

import { addCounts, type CheckCounts, type Finding, type Issue, NO_COUNTS, type Notice } from '../model/issue.ts';
import type { PlaceholderKind } from '../model/vocabulary.ts';
import { entryOf } from './baseline.ts';
import type { BaselineEntry } from './baseline-schema.ts';
import type { JudgedPlaceholder } from './checker.ts';
import type { IgnoreComment } from './comments.ts';
import { type Allowance, isExpired, type Policy } from './policy.ts';

export type RunTallyOptions = {
  policy: Policy;
  /** Shown where an allowance is spoken of. */
  policyPath: string;
  /** Of an earlier run. */
  known: readonly BaselineEntry[];
  /** Whatever is found is known from now on. */
  learns: boolean;
  /** Shown where an entry is spoken of. */
  baselinePath: string;
  today: string;
};

/** One report: its path, its path from the folder of the baseline, and what it lets pass itself. */
export type CheckedReport = {
  path: string;
  filePath: string;
  baselinePath: string;
  comments: readonly IgnoreComment[];
};

export type ReportTally = {
  /** Counts an issue. What is to be reported of it; null for what may pass. */
  record: (judged: JudgedPlaceholder) => Finding | null;
  /** After the last issue. */
  close: () => CheckCounts;
};

export type RunTally = {
  open: (report: CheckedReport) => ReportTally;
  counts: () => CheckCounts;
  /** Allowances for paths that no report of the run had: they are idle where no file has one either. */
  unasked: () => Allowance[];
  notices: (idle?: ReadonlySet<Allowance>) => Notice[];
  /** What a baseline would hold after this run; `exists` tells which files of entries not met are still there. */
  baseline: (exists: (path: string) => boolean) => BaselineEntry[];
};

const keyOf = ({ path, fingerprint }: Pick<BaselineEntry, 'path' | 'fingerprint'>): string => `${path}\0${fingerprint}`;

export function openRunTally({ policy, policyPath, known, learns, baselinePath, today }: RunTallyOptions): RunTally {
  const entries = new Map(known.map((entry) => [keyOf(entry), entry]));
  const met = new Map<string, BaselineEntry>();
  const read = new Set<string>();
  const used = new Set<Allowance>();
  const unusedComments: Notice[] = [];
  const asked = new Set<Allowance>();
  let total = NO_COUNTS;

  const open = (report: CheckedReport): ReportTally => {
    read.add(report.baselinePath);
    for (const each of policy.allowances) if (each.matchesPath?.(report.filePath) ?? true) asked.add(each);
    const usedComments = new Set<IgnoreComment>();
    const [kinds, counts] = [{} as Partial<Record<PlaceholderKind, number>>, { ...NO_COUNTS }];
    const found = (issue: Issue, level: Finding['level']): Finding | null => {
      const entry = entryOf(report.baselinePath, issue);
      const isKnown = entries.has(keyOf(entry));
      if (isKnown || learns) {
        met.set(keyOf(entry), entry);
        counts.known++;
        return null;
      }
      counts[level === 'error' ? 'errors' : 'warnings']++;
      kinds[issue.kind] = (kinds[issue.kind] ?? 0) + 1;
      return { ...issue, level };
    };
    return {
      record: ({ issue, verdict }) => {
        if (verdict.code === 'found') return found(issue, verdict.level);
        if (verdict.code === 'allowed') {
          used.add(verdict.by);
          counts.allowed++;
        } else if (verdict.code === 'ignored') {
          usedComments.add(verdict.by);
          counts.ignored++;
        }
        return null;
      },
      close: () => {
        for (const comment of report.comments) {
          if (usedComments.has(comment)) continue;
          unusedComments.push({ code: 'COMMENT_UNUSED', path: report.path, line: comment.line, what: 'gaige-ignore' });
        }
        const closed = { ...counts, kinds };
        total = addCounts(total, closed);
        return closed;
      },
    };
  };

  const staleAllowances = (idle: ReadonlySet<Allowance>): Notice[] =>
    policy.allowances
      .filter((each) => isExpired(each, today) || idle.has(each) || (asked.has(each) && !used.has(each)))
      .map((allowance) => ({
        code: isExpired(allowance, today) ? 'ALLOWANCE_EXPIRED' : 'ALLOWANCE_UNUSED',
        path: policyPath,
        line: allowance.line,
        what: formatAllowance(allowance),
      }));

  /** Of reports that were read: a run over a few files says nothing of the others. */
  const goneEntries = (): Notice[] =>
    [...entries.values()]
      .filter((entry) => read.has(entry.path) && policy.levels[entry.kind] !== 'off' && !met.has(keyOf(entry)))
      .map((entry) => ({
        code: 'BASELINE_GONE',
        path: baselinePath,
        line: null,
        what: `${entry.path}: ${entry.missing}`,
      }));

  return {
    open,
    counts: () => total,
    unasked: () => policy.allowances.filter((each) => !isExpired(each, today) && !asked.has(each)),
    notices: (idle = new Set()) => [...staleAllowances(idle), ...unusedComments, ...(learns ? [] : goneEntries())],
    baseline: (exists) => {
      const stays = (entry: BaselineEntry) =>
        read.has(entry.path) ? policy.levels[entry.kind] === 'off' : exists(entry.path);
      return [...[...entries.values()].filter(stays), ...met.values()];
    },
  };
}

/** An allowance as its author knows it again. */
const formatAllowance = ({ text, section, kinds, paths, reason }: Allowance): string =>
  [text, section, kinds && [...kinds].join(','), ...paths, reason].filter((part) => part !== null).join(' · ');
