/** Every option of every command, declared once. Their wording is in `src/messages/command-line.ts`. */

import { CHECK_FORMATS } from '../emit/check/emitter.ts';
import { FORMATS, TABLES } from '../emit/emitter.ts';
import { GRID_FORMATS } from '../emit/grid-formats.ts';
import { type ArgumentName, COMMAND_NAMES, type CommandName, type OptionName } from '../messages/command-line.ts';
import { LANGUAGES } from '../messages/language.ts';
import { LEVELS } from '../model/issue.ts';
import { STAGE_NAMES } from '../model/stage-names.ts';
import { BASES, INDICATOR_KINDS, PLACEHOLDER_KINDS, type PlaceholderKind, STATUSES } from '../model/vocabulary.ts';
import { AXES, type Axis } from '../observe/axes.ts';
import { COUNT_AXES } from '../observe/track-grids.ts';
import type { AskedUnit } from '../observe/units.ts';
import type { SegmenterName } from '../segment/backend.ts';
import { COUNT_EXAMPLES, parsePositive, parseSeconds, parseSize, SECONDS_EXAMPLES, SIZE_EXAMPLES } from './size.ts';

export const TEST_FORMATS = ['pretty', 'json', 'junit'] as const;

export const INSPECT_FORMATS = ['pretty', 'ndjson'] as const;

const MERGE_FORMATS = ['pretty', 'json', 'csv'] as const;

export const SCORE_FORMATS = ['pretty', 'json'] as const;

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

const SEGMENTERS: readonly SegmenterName[] = ['nodejieba', '@node-rs/jieba'];

const SCHEMAS = ['record', 'envelope', 'pack', 'config', 'check', 'baseline', 'corrections'] as const;

export type SchemaName = (typeof SCHEMAS)[number];

/** What is written where neither a word nor one of `choices` is. */
export type ValueKind =
  | 'size'
  | 'positive'
  | 'count'
  | 'time'
  | 'kinds'
  | 'axes'
  | 'years'
  | 'units'
  | 'words'
  | 'once';

export type OptionSpec = {
  flags: string;
  choices?: readonly string[];
  /** Returns undefined for a value that cannot be taken. */
  parse?: { kind: ValueKind; parse: (value: string, previous: unknown) => unknown; allowed: string };
  required?: boolean;
  /** Of one run: where its data come from and go to, and what it changes. `gaige.yaml` does not say it. */
  isOfARun?: true;
};

export const OPTIONS: Record<Exclude<OptionName, 'help'>, OptionSpec> = {
  lang: { flags: '--lang <lang>', choices: LANGUAGES },
  color: { flags: '--no-color' },
  version: { flags: '-V, --version' },
  format: { flags: '--format <format>', choices: FORMATS },
  output: { flags: '-o, --output <path>', isOfARun: true },
  select: { flags: '--select <findings>', choices: TABLES },
  includeText: { flags: '--include-text' },
  header: { flags: '--header <lang>', choices: LANGUAGES },
  quiet: { flags: '-q, --quiet' },
  verbose: { flags: '--verbose' },
  encoding: { flags: '--encoding <label>' },
  stdinName: { flags: '--stdin-name <name>', isOfARun: true },
  textColumn: { flags: '--text-column <name>' },
  textField: { flags: '--text-field <name>' },
  maxFileSize: { flags: '--max-file-size <size>', parse: { kind: 'size', parse: parseSize, allowed: SIZE_EXAMPLES } },
  rules: { flags: '--rules <path>', parse: { kind: 'words', parse: collect, allowed: '' }, isOfARun: true },
  segmenter: { flags: '--segmenter <name>', choices: SEGMENTERS },
  stage: { flags: '--stage <stage>', choices: STAGE_NAMES, required: true, isOfARun: true },
  checkFormat: { flags: '--format <format>', choices: CHECK_FORMATS },
  checkOutput: { flags: '-o, --output <file>', isOfARun: true },
  kinds: {
    flags: '--kinds <kinds>',
    parse: { kind: 'kinds', parse: parseKinds, allowed: PLACEHOLDER_KINDS.join(', ') },
  },
  failOn: { flags: '--fail-on <level>', choices: [...LEVELS, 'never'] },
  maxWarnings: { flags: '--max-warnings <number>', parse: { kind: 'count', parse: parseCount, allowed: '0, 1, 2 …' } },
  config: { flags: '--config <file>', isOfARun: true },
  noConfig: { flags: '--no-config', isOfARun: true },
  noDefaults: { flags: '--no-defaults', isOfARun: true },
  baseline: { flags: '--baseline <file>', isOfARun: true },
  updateBaseline: { flags: '--update-baseline', isOfARun: true },
  summary: { flags: '--summary' },
  checkQuiet: { flags: '-q, --quiet' },
  allowEmpty: { flags: '--allow-empty' },
  gold: { flags: '--gold <folder>', required: true, isOfARun: true },
  misses: { flags: '--misses <count>', parse: { kind: 'count', parse: parseCount, allowed: '0, 1, 2 …' } },
  floors: { flags: '--floors <file>', isOfARun: true },
  scoreFormat: { flags: '--format <format>', choices: SCORE_FORMATS },
  jobs: { flags: '-j, --jobs <count>', parse: { kind: 'positive', parse: parsePositive, allowed: COUNT_EXAMPLES } },
  cache: { flags: '--cache' },
  cacheFolder: { flags: '--cache-folder <path>' },
  resume: { flags: '--resume', isOfARun: true },
  errors: { flags: '--errors <path>', isOfARun: true },
  failFast: { flags: '--fail-fast' },
  maxErrors: {
    flags: '--max-errors <count>',
    parse: { kind: 'positive', parse: parsePositive, allowed: COUNT_EXAMPLES },
  },
  timeoutPerReport: {
    flags: '--timeout-per-report <time>',
    parse: { kind: 'time', parse: parseSeconds, allowed: SECONDS_EXAMPLES },
  },
  at: { flags: '--at <place>', parse: { kind: 'once', parse: parsePlace, allowed: '12:5' }, isOfARun: true },
  id: { flags: '--id <id>', isOfARun: true },
  all: { flags: '--all', isOfARun: true },
  watch: { flags: '--watch', isOfARun: true },
  update: { flags: '--update', isOfARun: true },
  tableFormat: { flags: '--format <format>', choices: GRID_FORMATS },
  trackFormat: { flags: '--format <format>', choices: GRID_FORMATS },
  long: { flags: '--long' },
  concept: { flags: '--concept <id>', parse: { kind: 'words', parse: collectWords, allowed: 'gdp' } },
  name: { flags: '--name <name>', parse: { kind: 'words', parse: collectWords, allowed: '营商环境' } },
  rows: { flags: '--rows <axes>', parse: { kind: 'axes', parse: parseAxes, allowed: AXES.join(', ') } },
  columns: { flags: '--columns <axes>', parse: { kind: 'axes', parse: parseAxes, allowed: AXES.join(', ') } },
  unit: { flags: '--unit <unit>', parse: { kind: 'units', parse: parseUnit, allowed: '亿元, gdp=亿元' } },
  status: { flags: '--status <status>', choices: STATUSES },
  kind: { flags: '--kind <kind>', choices: INDICATOR_KINDS },
  basis: { flags: '--basis <basis>', choices: BASES },
  year: { flags: '--year <years>', parse: { kind: 'years', parse: parseYears, allowed: '2025, 2019-2025' } },
  region: { flags: '--region <name>', parse: { kind: 'words', parse: collectWords, allowed: '云南省' } },
  targets: { flags: '--targets <paths...>', isOfARun: true },
  results: { flags: '--results <paths...>', isOfARun: true },
  by: { flags: '--by <axis>', choices: COUNT_AXES },
  why: { flags: '--why <cell>', parse: { kind: 'once', parse: parseCell, allowed: '云南省,2025,gdp' }, isOfARun: true },
  corrections: { flags: '--corrections <paths...>', required: true, isOfARun: true },
  acceptUnmarked: { flags: '--accept-unmarked' },
  goldOutput: { flags: '-o, --output <folder>', isOfARun: true },
  mergedOutput: { flags: '-o, --output <path>', isOfARun: true },
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
const RULES: readonly OptionName[] = ['rules', 'config', 'noConfig', 'noDefaults'];

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
