/** What is left unfilled in a report. */
import { z } from 'zod';
import { parseBaseline } from '../check/baseline-file.ts';
import { fails, formsOf, localDate, openRunTally, type Policy } from '../check/index.ts';
import { compilePolicy } from '../check/policy-file.ts';
import { checkSettingsSchema } from '../check/policy-schema.ts';
import { findingData, noticeData } from '../emit/check/data.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { CheckFinding, CheckNotice } from '../model/check-record.ts';
import type { CheckCounts, Finding, Notice } from '../model/issue.ts';
import { type CheckedDocument, checkSources, pathFrom } from '../pipeline/check.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Keys } from '../yaml/source.ts';
import { inWords } from './errors.ts';
import { onlyOne, type ReportInput, readingOf, sourcesOf } from './input.ts';
import { type CheckOptions, checkOptions } from './options.ts';
import { packOf } from './pack.ts';

/**
 * What is left unfilled in one report: `path`, `findings` and `counts` as `gaige check --format json` has them for it, `notices` of
 * allowances, comments and entries of the baseline that let nothing pass.
 */
export type ReportCheck = {
  path: string;
  /** In text order; lines and columns are of the file, from 1, `span` counts UTF-16 units of the report's text. */
  findings: CheckFinding[];
  counts: CheckCounts;
  notices: CheckNotice[];
  /** Whether `gaige check` would end with exit code 1, by `failOn` and `maxWarnings`. */
  failed: boolean;
};

/**
 * Looks for placeholders that were left in one report. No settings are read but those given, and no words are cut.
 * @throws GaigeError as `extractReport`; CONFIG_INVALID for a policy and BASELINE_INVALID for a baseline that is at fault
 */
export async function checkReport(input: ReportInput, options: CheckOptions = {}): Promise<ReportCheck> {
  checkOptions(options);
  const pack = packOf(options);
  const policy = inWords(() => policyOf(options, pack));
  const cwd = process.cwd();
  const { today = localDate(new Date()), baseline } = options;
  const known =
    baseline === undefined ? [] : inWords(() => parseBaseline('options.baseline', JSON.stringify(baseline)));
  const tally = openRunTally({ policy, policyPath: '', known, learns: false, baselinePath: 'options.baseline', today });
  const engine = { pack, policy, folder: cwd, cwd, today };
  const results = checkSources(sourcesOf(input, options), engine, readingOf(input, options));
  const checked = await onlyOne<CheckedDocument>(results, input);
  const filePath = pathFrom(cwd, checked.file, cwd);
  const report = tally.open({
    ...checked,
    filePath,
    baselinePath: filePath + checked.path.slice(checked.file.length),
  });
  const findings = [...checked.judged].map(report.record).filter((finding): finding is Finding => finding !== null);
  const counts = report.close();
  return {
    path: checked.path,
    findings: findings.map(findingData),
    counts,
    notices: tally.notices().map(inOptions).map(noticeData),
    failed: fails(counts, policy),
  };
}

/** Read as a file would be: faults are told with the nearest name and the line they stand in. */
function policyOf({ kinds, forms, allow, failOn, maxWarnings }: CheckOptions, pack: RulePack): Policy {
  const text = JSON.stringify({ check: { kinds, forms, allow, failOn, maxWarnings } }, null, 2);
  const file = parseYaml('options', text, z.object({ check: checkSettingsSchema }), 'CONFIG_INVALID');
  return compilePolicy({ ...file, lineOf: indexOfAllowance }, formsOf(pack));
}

/** `check`, `allow`, and which of them. */
const indexOfAllowance = ([, , index]: Keys): number => Number(index);

/** An allowance of a program has a place in a list, and no line. */
const inOptions = (notice: Notice): Notice =>
  notice.code === 'ALLOWANCE_UNUSED' || notice.code === 'ALLOWANCE_EXPIRED'
    ? { ...notice, path: `allow[${notice.line}]`, line: null }
    : notice;
