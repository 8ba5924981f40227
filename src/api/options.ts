/** Options as programs give them. */
import type { z } from 'zod';
import type { Baseline } from '../check/baseline-schema.ts';
import type { checkSettingsSchema } from '../check/policy-schema.ts';
import { encodingName } from '../decode/index.ts';
import { deferEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { ReadingOptions } from '../pipeline/sources.ts';
import { nearest } from '../text/nearest.ts';
import { misuse, shapeOf, shown } from './errors.ts';
import { isPaths, PATHS, type PackOptions, packOf } from './pack.ts';

/**
 * `rules` or `pack`; `segmenter`, the one to use and no other; `includeText`, to have the text in the record. `encoding`, `textColumn`,
 * `textField` and `maxFileSize` (bytes) hold for bytes and files.
 */
export type ExtractOptions = PackOptions & ReadingOptions & Pick<EngineOptions, 'segmenter' | 'includeText'>;

/** What may stay and how much the rest weighs, as under `check:` in gaige.yaml, which itself is never read. */
type PolicyOptions = Omit<z.input<typeof checkSettingsSchema>, 'include' | 'exclude' | 'baseline'>;

/**
 * `kinds`, `forms`, `allow`, `failOn` and `maxWarnings` as in gaige.yaml; `path` of an allowance is a glob from the working directory.
 * `baseline` is the content of a file that `gaige check --update-baseline` wrote into the working directory. `today` (2027-06-30) is the day
 * that `until` of an allowance is compared with: by default the day it is here.
 */
export type CheckOptions = PackOptions &
  ReadingOptions &
  PolicyOptions & { baseline?: Baseline | undefined; today?: string | undefined };

type ApiOption = keyof ExtractOptions | keyof CheckOptions;

type OptionTest = { allowed: string; isFit: (value: unknown) => boolean };

const WORD = { allowed: "'…'", isFit: (value: unknown) => typeof value === 'string' };

/** The policy of a check is looked at where it is compiled. */
const ELSEWHERE = { allowed: '', isFit: () => true };

const OPTIONS: Readonly<Record<ApiOption, OptionTest>> = {
  rules: { allowed: PATHS, isFit: isPaths },
  pack: { allowed: `loadPack(${PATHS})`, isFit: (value) => value instanceof Object && 'packs' in value },
  segmenter: {
    allowed: 'nodejieba, @node-rs/jieba',
    isFit: (value) => value === 'nodejieba' || value === '@node-rs/jieba',
  },
  includeText: { allowed: 'true, false', isFit: (value) => typeof value === 'boolean' },
  encoding: {
    allowed: 'utf-8, gb18030, big5, utf-16le …',
    isFit: (value) => typeof value === 'string' && encodingName(value) !== null,
  },
  textColumn: WORD,
  textField: WORD,
  maxFileSize: { allowed: '52428800 …', isFit: (value) => typeof value === 'number' && value > 0 },
  today: { allowed: "'2027-06-30' …", isFit: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) },
  kinds: ELSEWHERE,
  forms: ELSEWHERE,
  allow: ELSEWHERE,
  failOn: ELSEWHERE,
  maxWarnings: ELSEWHERE,
  baseline: ELSEWHERE,
};

const NAMES = Object.keys(OPTIONS) as ApiOption[];

/** An option of another function of gaige is none of ours and no fault, so that one object may serve them all. Throws USAGE. */
export function checkOptions(options: unknown): void {
  const allowed = `{ ${NAMES.join(', ')} }`;
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw misuse('INVALID_VALUE', { option: 'options', given: shapeOf(options), allowed });
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) checkOption(name, value);
  if (['rules', 'pack'].every((name) => given.some(([each]) => each === name))) throw misuse('RULES_AND_PACK', {});
}

function checkOption(given: string, value: unknown): void {
  const name = NAMES.find((each) => each === given);
  if (name === undefined) {
    const near = nearest(given, NAMES);
    throw misuse('NO_SUCH_SETTING', { given, allowed: NAMES.join(', '), ...(near === null ? {} : { near }) });
  }
  const { allowed, isFit } = OPTIONS[name];
  if (!isFit(value)) throw misuse('INVALID_VALUE', { option: name, given: shown(value), allowed });
}

/** The dictionary takes most of a second to load: it is read when it is first asked for, and kept. */
const engines = new WeakMap<RulePack, Map<string, Engine>>();

/** Throws USAGE, RULES_NOT_FOUND and RULES_INVALID; SEGMENTER_MISSING comes with the first report. */
export function engineOf(options: ExtractOptions): Engine {
  checkOptions(options);
  const { segmenter, includeText = false } = options;
  const pack = packOf(options);
  const known = engines.get(pack) ?? new Map<string, Engine>();
  engines.set(pack, known);
  const key = JSON.stringify([segmenter, includeText]);
  const engine = known.get(key) ?? deferEngine(pack, { segmenter, includeText });
  known.set(key, engine);
  return engine;
}
