/** What `gaige check` is asked to do: `gaige.yaml` and the command line together. Nothing downstream reads either again. */

import { stat } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { DEFAULT_POLICY, formsOf, localDate, type Policy } from '../../check/index.ts';
import type { CheckFormat } from '../../emit/check/emitter.ts';
import type { Config } from '../../engine/config.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Language } from '../../messages/language.ts';
import { PLACEHOLDER_KINDS } from '../../model/vocabulary.ts';
import { pathFrom } from '../../pipeline/check.ts';
import { pathsOrStdin } from '../input/inputs.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';
import { checkFormatOf, isSummarised } from './check-formats.ts';

export type CheckSettings = {
  policy: Policy;
  /** As it is spoken of; empty where there is none. */
  policyPath: string;
  /** What the paths of the policy start from. */
  folder: string;
  cwd: string;
  /** What is read. */
  paths: readonly string[];
  format: CheckFormat;
  /** Null for standard output. */
  output: string | null;
  header: Language;
  summary: boolean;
  /** Null where none is asked for. */
  baseline: string | null;
  baselinePath: string;
  updatesBaseline: boolean;
  /** The path of a document as a baseline has it. */
  baselinePathOf: (document: { path: string; file: string }) => string;
  /** ISO 8601. */
  today: string;
};

/** @throws GaigeError CONFIG_INVALID, USAGE */
export async function checkSettings(
  given: readonly string[],
  options: Options,
  pack: RulePack,
  io: Io,
): Promise<CheckSettings> {
  const cwd = io.host.cwd();
  const config = options.settings ?? null;
  const policy = withOptions(await policyOf(config, pack), options);
  const folder = config?.folder ?? cwd;
  const output = options.output === undefined || options.output === '-' ? null : options.output;
  if (output && (await isFolder(output))) throw usageError('OUTPUT_IS_FOLDER', { path: output });
  const format = (options.format as CheckFormat | undefined) ?? defaultFormat(output, io.host.stdout.isTTY === true);
  const summary = options.summary === true;
  if (summary && !isSummarised(format)) throw usageError('NOT_SUMMARISED', { format });
  return {
    policy,
    policyPath: config?.path ?? '',
    folder,
    cwd,
    paths: pathsOf(given, policy, folder, io),
    format,
    output,
    header: options.header ?? 'en',
    summary,
    ...baselineOf(options, policy, folder, cwd),
    today: localDate(new Date()),
  };
}

async function policyOf(config: Config | null, pack: RulePack): Promise<Policy> {
  if (config === null) return DEFAULT_POLICY;
  const { compilePolicy } = await import('../../check/policy-file.ts');
  return compilePolicy(config, formsOf(pack));
}

/** What the command line says comes before what the file says. */
function withOptions(policy: Policy, { kinds, failOn, maxWarnings }: Options): Policy {
  const levels = { ...policy.levels };
  if (kinds) for (const kind of PLACEHOLDER_KINDS) if (!kinds.includes(kind)) levels[kind] = 'off';
  return { ...policy, levels, failOn: failOn ?? policy.failOn, maxWarnings: maxWarnings ?? policy.maxWarnings };
}

/** Without paths what the project names, else standard input. */
function pathsOf(given: readonly string[], { include }: Policy, folder: string, io: Io): readonly string[] {
  if (given.length > 0 || include.length === 0) return pathsOrStdin(given, io.host);
  const prefix = shownPath(folder, io.host.cwd());
  return include.map((glob) => (prefix === '' ? glob : `${prefix}/${glob}`));
}

function baselineOf(
  { baseline: asked, updateBaseline }: Options,
  policy: Policy,
  folder: string,
  cwd: string,
): Pick<CheckSettings, 'baseline' | 'baselinePath' | 'updatesBaseline' | 'baselinePathOf'> {
  const baseline = asked !== undefined ? resolve(cwd, asked) : policy.baseline && resolve(folder, policy.baseline);
  if (updateBaseline && baseline === null) throw usageError('BASELINE_NEEDED');
  const from = baseline === null ? cwd : dirname(baseline);
  return {
    baseline,
    baselinePath: asked ?? (baseline === null ? '' : shownPath(baseline, cwd)),
    updatesBaseline: updateBaseline === true,
    baselinePathOf: ({ path, file }) => pathFrom(from, file, cwd) + path.slice(file.length),
  };
}

const defaultFormat = (output: string | null, isTerminal: boolean): CheckFormat =>
  output !== null ? checkFormatOf(output) : isTerminal ? 'pretty' : 'unix';

const isFolder = async (path: string): Promise<boolean> =>
  /[/\\]$/.test(path) || ((await stat(path).catch(() => null))?.isDirectory() ?? false);

/** Short where it is below the working directory. */
function shownPath(path: string, cwd: string): string {
  const short = relative(cwd, resolve(cwd, path)).replaceAll(sep, '/');
  return short.startsWith('../../..') ? path : short;
}
