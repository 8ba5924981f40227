/** Every option of every command, declared once. Their wording is in `src/messages/command-line.ts`. */

import { CHECK_FORMATS, type CheckFormat } from '../emit/check/emitter.ts';
import { type FindingTable, FORMATS, type Format, TABLES } from '../emit/emitter.ts';
import { type AnyGridFormat, GRID_FORMATS } from '../emit/grid-formats.ts';
import type { Config } from '../engine/config.ts';
import { type ArgumentName, COMMAND_NAMES, type CommandName, type OptionName } from '../messages/command-line.ts';
import { LANGUAGES, type Language } from '../messages/language.ts';
import { type IssueLevel, LEVELS } from '../model/issue.ts';
import { STAGE_NAMES, type StageName } from '../model/stage-names.ts';
import {
  BASES,
  type Basis,
  INDICATOR_KINDS,
  type IndicatorKind,
  PLACEHOLDER_KINDS,
  type PlaceholderKind,
  STATUSES,
  type Status,
} from '../model/vocabulary.ts';
import { AXES, type Axis } from '../observe/axes.ts';
import { COUNT_AXES, type CountAxis } from '../observe/track-grids.ts';
import type { AskedUnit } from '../observe/units.ts';
import type { SchemaName } from '../pipeline/json-schemas.ts';
import type { SegmenterName } from '../segment/backend.ts';
import {
  COUNT_EXAMPLES,
  parsePositive,
  parseSeconds,
  parseSize,
  SECONDS_EXAMPLES,
  SIZE_EXAMPLES,
} from './input/size.ts';

const TEST_FORMATS = ['pretty', 'json', 'junit'] as const;

export const INSPECT_FORMATS = ['pretty', 'ndjson'] as const;

const MERGE_FORMATS = ['pretty', 'json', 'csv'] as const;

export const SCORE_FORMATS = ['pretty', 'json'] as const;

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const SEGMENTERS: readonly SegmenterName[] = ['nodejieba', '@node-rs/jieba'];

const SCHEMAS = [
  'record',
  'envelope',
  'pack',
  'config',
  'check',
  'baseline',
  'corrections',
] as const satisfies readonly SchemaName[];

/** As commander hands them over: an option that was not given is undefined. */
export type Options = {
  lang?: Language;
  color: boolean;
  format?:
    | Format
    | AnyGridFormat
    | CheckFormat
    | (typeof INSPECT_FORMATS | typeof SCORE_FORMATS | typeof TEST_FORMATS)[number];
  output?: string;
  select?: FindingTable;
  includeText?: boolean;
  header?: Language;
  quiet?: boolean;
  verbose?: boolean;
  encoding?: string;
  stdinName?: string;
  textColumn?: string;
  textField?: string;
  maxFileSize?: number;
  rules?: readonly string[];
  segmenter?: SegmenterName;
  stage?: StageName;
  jobs?: number;
  cache?: boolean;
  cacheFolder?: string;
  resume?: boolean;
  errors?: string;
  failFast?: boolean;
  maxErrors?: number;
  /** In seconds. */
  timeoutPerReport?: number;
  /** False for --no-config. */
  config?: string | false;
  /** What the file says; null where there is none. */
  settings?: Config | null;
  kinds?: readonly PlaceholderKind[];
  failOn?: IssueLevel | 'never';
  maxWarnings?: number;
  baseline?: string;
  updateBaseline?: boolean;
  summary?: boolean;
  allowEmpty?: boolean;
  gold?: string;
  misses?: number;
  floors?: string;
  at?: readonly [line: number, column: number];
  id?: string;
  all?: boolean;
  watch?: boolean;
  update?: boolean;
  long?: boolean;
  concept?: readonly string[];
  name?: readonly string[];
  rows?: readonly Axis[];
  columns?: readonly Axis[];
  unit?: readonly AskedUnit[];
  status?: Status;
  kind?: IndicatorKind;
  basis?: Basis;
  year?: readonly [first: number, last: number];
  region?: readonly string[];
  targets?: readonly string[];
  results?: readonly string[];
  by?: CountAxis;
  corrections?: readonly string[];
  acceptUnmarked?: boolean;
  why?: readonly [region: string, year: number, concept: string];
};

export type OptionSpec = {
  flags: string;
  choices?: readonly string[];
  /** Returns undefined for a value that cannot be taken. */
  parse?: { parse: (value: string, previous: unknown) => unknown; allowed: string };
  required?: boolean;
};

export const OPTIONS: Record<Exclude<OptionName, 'help'>, OptionSpec> = {
  lang: { flags: '--lang <lang>', choices: LANGUAGES },
  color: { flags: '--no-color' },
  version: { flags: '-V, --version' },
  format: { flags: '--format <format>', choices: FORMATS },
  output: { flags: '-o, --output <path>' },
  select: { flags: '--select <findings>', choices: TABLES },
  includeText: { flags: '--include-text' },
  header: { flags: '--header <lang>', choices: LANGUAGES },
  quiet: { flags: '-q, --quiet' },
  verbose: { flags: '--verbose' },
  encoding: { flags: '--encoding <label>' },
  stdinName: { flags: '--stdin-name <name>' },
  textColumn: { flags: '--text-column <name>' },
  textField: { flags: '--text-field <name>' },
  maxFileSize: { flags: '--max-file-size <size>', parse: { parse: parseSize, allowed: SIZE_EXAMPLES } },
  rules: { flags: '--rules <path>', parse: { parse: collect, allowed: '' } },
  segmenter: { flags: '--segmenter <name>', choices: SEGMENTERS },
  stage: { flags: '--stage <stage>', choices: STAGE_NAMES, required: true },
  checkFormat: { flags: '--format <format>', choices: CHECK_FORMATS },
  checkOutput: { flags: '-o, --output <file>' },
  kinds: { flags: '--kinds <kinds>', parse: { parse: parseKinds, allowed: PLACEHOLDER_KINDS.join(', ') } },
  failOn: { flags: '--fail-on <level>', choices: [...LEVELS, 'never'] },
  maxWarnings: { flags: '--max-warnings <number>', parse: { parse: parseCount, allowed: '0, 1, 2 …' } },
  config: { flags: '--config <file>' },
  noConfig: { flags: '--no-config' },
  baseline: { flags: '--baseline <file>' },
  updateBaseline: { flags: '--update-baseline' },
  summary: { flags: '--summary' },
  checkQuiet: { flags: '-q, --quiet' },
  allowEmpty: { flags: '--allow-empty' },
  gold: { flags: '--gold <folder>', required: true },
  misses: { flags: '--misses <count>', parse: { parse: parseCount, allowed: '0, 1, 2 …' } },
  floors: { flags: '--floors <file>' },
  scoreFormat: { flags: '--format <format>', choices: SCORE_FORMATS },
  jobs: { flags: '-j, --jobs <count>', parse: { parse: parsePositive, allowed: COUNT_EXAMPLES } },
  cache: { flags: '--cache' },
  cacheFolder: { flags: '--cache-folder <path>' },
  resume: { flags: '--resume' },
  errors: { flags: '--errors <path>' },
  failFast: { flags: '--fail-fast' },
  maxErrors: { flags: '--max-errors <count>', parse: { parse: parsePositive, allowed: COUNT_EXAMPLES } },
  timeoutPerReport: {
    flags: '--timeout-per-report <time>',
    parse: { parse: parseSeconds, allowed: SECONDS_EXAMPLES },
  },
  at: { flags: '--at <place>', parse: { parse: parsePlace, allowed: '12:5' } },
  id: { flags: '--id <id>' },
  all: { flags: '--all' },
  watch: { flags: '--watch' },
  update: { flags: '--update' },
  tableFormat: { flags: '--format <format>', choices: GRID_FORMATS },
  trackFormat: { flags: '--format <format>', choices: GRID_FORMATS },
  long: { flags: '--long' },
  concept: { flags: '--concept <id>', parse: { parse: collectWords, allowed: 'gdp' } },
  name: { flags: '--name <name>', parse: { parse: collectWords, allowed: '营商环境' } },
  rows: { flags: '--rows <axes>', parse: { parse: parseAxes, allowed: AXES.join(', ') } },
  columns: { flags: '--columns <axes>', parse: { parse: parseAxes, allowed: AXES.join(', ') } },
  unit: { flags: '--unit <unit>', parse: { parse: parseUnit, allowed: '亿元, gdp=亿元' } },
  status: { flags: '--status <status>', choices: STATUSES },
  kind: { flags: '--kind <kind>', choices: INDICATOR_KINDS },
  basis: { flags: '--basis <basis>', choices: BASES },
  year: { flags: '--year <years>', parse: { parse: parseYears, allowed: '2025, 2019-2025' } },
  region: { flags: '--region <name>', parse: { parse: collectWords, allowed: '云南省' } },
  targets: { flags: '--targets <paths...>' },
  results: { flags: '--results <paths...>' },
  by: { flags: '--by <axis>', choices: COUNT_AXES },
  why: { flags: '--why <cell>', parse: { parse: parseCell, allowed: '云南省,2025,gdp' } },
  corrections: { flags: '--corrections <paths...>', required: true },
  acceptUnmarked: { flags: '--accept-unmarked' },
  goldOutput: { flags: '-o, --output <folder>' },
  mergedOutput: { flags: '-o, --output <path>' },
  mergeFormat: { flags: '--format <format>', choices: MERGE_FORMATS },
  testFormat: { flags: '--format <format>', choices: TEST_FORMATS },
  inspectFormat: { flags: '--format <format>', choices: INSPECT_FORMATS },
};

/** `line:column`, both from 1. */
function parsePlace(value: string): [number, number] | undefined {
  const [, line, column] = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(value) ?? [];
  return line === undefined ? undefined : [Number(line), Number(column)];
}

/** One year, or the first and the last of several. */
function parseYears(value: string): [number, number] | undefined {
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(value) ?? [];
  return first === undefined || Number(first) > Number(last) ? undefined : [Number(first), Number(last)];
}

/** `region,year,concept`. */
function parseCell(value: string): [string, number, string] | undefined {
  const [, region, year, concept] = /^([^,]+),(\d{4}),([^,]+)$/.exec(value) ?? [];
  return region === undefined || concept === undefined ? undefined : [region, Number(year), concept];
}

function parseCount(value: string): number | undefined {
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** `region,year`, each once. */
function parseAxes(value: string): Axis[] | undefined {
  const axes = value.split(',').map((part) => AXES.find((axis) => axis === part.trim()));
  const known = [...new Set(axes.filter((axis) => axis !== undefined))];
  return known.length === axes.length ? known : undefined;
}

/** `亿元`, or `gdp=亿元` for one concept; given again, more of them. */
function parseUnit(value: string, previous: unknown): AskedUnit[] | undefined {
  const [, concept = null, unit] = /^(?:([^=]+)=)?([^=]+)$/.exec(value) ?? [];
  return unit === undefined ? undefined : [...((previous as AskedUnit[] | undefined) ?? []), { concept, unit }];
}

/** No words would be in everything. */
function collectWords(value: string, previous: unknown): string[] | undefined {
  return value.trim() === '' ? undefined : collect(value, previous);
}

function collect(value: string, previous: unknown): string[] {
  return [...((previous as string[] | undefined) ?? []), value];
}

/** `number,name`; given again, more of them. */
function parseKinds(value: string, previous: unknown): PlaceholderKind[] | undefined {
  const kinds = value.split(',').map((part) => PLACEHOLDER_KINDS.find((kind) => kind === part.trim()));
  const known = kinds.filter((kind) => kind !== undefined);
  return known.length === kinds.length ? [...((previous as PlaceholderKind[] | undefined) ?? []), ...known] : undefined;
}

export const GLOBAL_OPTIONS: readonly OptionName[] = ['lang', 'color', 'version'];

const READING: readonly OptionName[] = ['encoding', 'textColumn', 'textField', 'stdinName', 'maxFileSize'];

const BATCH: readonly OptionName[] = [
  'jobs',
  'cache',
  'cacheFolder',
  'resume',
  'errors',
  'failFast',
  'maxErrors',
  'timeoutPerReport',
];
/** Which packs are used. */
const RULES: readonly OptionName[] = ['rules', 'config', 'noConfig'];

/** Of a run over many reports. */
const PROCESSING: readonly OptionName[] = [...READING, ...RULES, 'segmenter', ...BATCH, 'quiet'];

export type CommandSpec = {
  name: CommandName;
  argument?: { term: string; words: ArgumentName; choices?: readonly string[] };
  options: readonly OptionName[];
};

const PACKS = { term: '[packs...]', words: 'packs' } as const;

export const COMMANDS: Record<CommandName, Omit<CommandSpec, 'name'>> = {
  extract: {
    argument: { term: '[paths...]', words: 'paths' },
    options: ['format', 'output', 'select', 'includeText', 'header', ...PROCESSING, 'verbose'],
  },
  table: {
    argument: { term: '[paths...]', words: 'paths' },
    options: [
      'tableFormat',
      'checkOutput',
      'long',
      'rows',
      'columns',
      'concept',
      'name',
      'unit',
      'status',
      'kind',
      'basis',
      'year',
      'region',
      'why',
      'header',
      ...PROCESSING,
    ],
  },
  track: {
    argument: { term: '[paths...]', words: 'paths' },
    options: [
      'targets',
      'results',
      'by',
      'trackFormat',
      'checkOutput',
      'concept',
      'name',
      'unit',
      'kind',
      'basis',
      'year',
      'region',
      'header',
      ...PROCESSING,
    ],
  },
  check: {
    argument: { term: '[paths...]', words: 'paths' },
    options: [
      'checkFormat',
      'checkOutput',
      'kinds',
      'failOn',
      'maxWarnings',
      'baseline',
      'updateBaseline',
      'summary',
      'allowEmpty',
      'header',
      ...READING,
      ...RULES,
      'checkQuiet',
      'verbose',
    ],
  },
  stream: {
    options: ['select', 'includeText', 'maxFileSize', ...RULES, 'segmenter', 'jobs', 'timeoutPerReport'],
  },
  quantities: { argument: { term: '[file]', words: 'file' }, options: [...RULES] },
  text: { argument: { term: '[file]', words: 'file' }, options: [...READING, ...RULES] },
  inspect: {
    argument: { term: '[file]', words: 'file' },
    options: ['stage', 'inspectFormat', ...READING, ...RULES, 'segmenter'],
  },
  'corrections apply': {
    argument: { term: '[paths...]', words: 'paths' },
    options: [
      'corrections',
      'format',
      'output',
      'select',
      'includeText',
      'header',
      ...READING,
      ...RULES,
      'segmenter',
      'quiet',
    ],
  },
  'corrections gold': {
    argument: { term: '[paths...]', words: 'paths' },
    options: ['corrections', 'goldOutput', 'acceptUnmarked', ...READING, ...RULES, 'segmenter', 'quiet'],
  },
  'corrections merge': {
    argument: { term: '<corrections...>', words: 'correctionFiles' },
    options: ['mergeFormat', 'mergedOutput', 'quiet'],
  },
  score: { options: ['gold', 'misses', 'floors', 'scoreFormat', ...RULES, 'segmenter'] },
  explain: {
    argument: { term: '[file]', words: 'file' },
    options: ['at', 'id', 'scoreFormat', ...READING, ...RULES, 'segmenter'],
  },
  'rules list': { argument: PACKS, options: ['all', 'scoreFormat', ...RULES] },
  'rules show': { argument: { term: '<id>', words: 'ruleId' }, options: ['scoreFormat', ...RULES] },
  'rules lint': { argument: PACKS, options: ['all', 'scoreFormat', ...RULES, 'segmenter'] },
  'rules test': {
    argument: PACKS,
    options: ['all', 'update', 'watch', 'testFormat', ...RULES, 'segmenter'],
  },
  'rules new': { argument: { term: '<file>', words: 'newPack' }, options: [] },
  'rules schema': { options: [] },
  'rules gaps': {
    argument: { term: '[paths...]', words: 'paths' },
    options: ['scoreFormat', ...READING, ...RULES, 'segmenter'],
  },
  'rules bench': {
    argument: { term: '[paths...]', words: 'paths' },
    options: ['scoreFormat', ...READING, ...RULES, 'segmenter'],
  },
  completion: { argument: { term: '<shell>', words: 'shell', choices: SHELLS }, options: [] },
  schema: { argument: { term: '[schema]', words: 'schema', choices: SCHEMAS }, options: [] },
};

export const commandSpecs = (): CommandSpec[] => COMMAND_NAMES.map((name) => ({ name, ...COMMANDS[name] }));
