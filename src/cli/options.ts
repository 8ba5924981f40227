/** Every option of every command, declared once. Their wording is in `explain.ts`. */
import { FORMATS, type Format, TABLES, type Table } from '../emit/emitter.ts';
import type { SchemaName } from '../json-schemas.ts';
import { LANGUAGES, type Language } from '../model/wording.ts';
import type { SegmenterName } from '../segment/backend.ts';
import { COMMAND_NAMES, type CommandName, type OptionName } from './explain.ts';
import { parseSize, SIZE_EXAMPLES } from './size.ts';

export const STAGES = ['decode', 'structure', 'lex', 'segment', 'match', 'normalise', 'validate'] as const;

export type Stage = (typeof STAGES)[number];

const TEST_FORMATS = ['pretty', 'json', 'junit'] as const;

export const INSPECT_FORMATS = ['pretty', 'ndjson'] as const;

export const SCORE_FORMATS = ['pretty', 'json'] as const;

const SEGMENTERS: readonly SegmenterName[] = ['nodejieba', '@node-rs/jieba'];

const SCHEMAS = ['record', 'envelope', 'pack'] as const satisfies readonly SchemaName[];

/** As commander hands them over: an option that was not given is undefined. */
export type Options = {
  lang?: Language;
  color: boolean;
  format?: Format | (typeof INSPECT_FORMATS | typeof SCORE_FORMATS | typeof TEST_FORMATS)[number];
  output?: string;
  select?: Table;
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
  stage?: Stage;
  gold?: string;
  misses?: number;
  floors?: string;
  at?: readonly [line: number, column: number];
  id?: string;
  all?: boolean;
  watch?: boolean;
  update?: boolean;
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
  stage: { flags: '--stage <stage>', choices: STAGES, required: true },
  gold: { flags: '--gold <folder>', required: true },
  misses: { flags: '--misses <count>', parse: { parse: parseCount, allowed: '0, 1, 2 …' } },
  floors: { flags: '--floors <file>' },
  scoreFormat: { flags: '--format <format>', choices: SCORE_FORMATS },
  at: { flags: '--at <place>', parse: { parse: parsePlace, allowed: '12:5' } },
  id: { flags: '--id <id>' },
  all: { flags: '--all' },
  watch: { flags: '--watch' },
  update: { flags: '--update' },
  testFormat: { flags: '--format <format>', choices: TEST_FORMATS },
  inspectFormat: { flags: '--format <format>', choices: INSPECT_FORMATS },
};

/** `line:column`, both from 1. */
function parsePlace(value: string): [number, number] | undefined {
  const [, line, column] = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(value) ?? [];
  return line === undefined ? undefined : [Number(line), Number(column)];
}

function parseCount(value: string): number | undefined {
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function collect(value: string, previous: unknown): string[] {
  return [...((previous as string[] | undefined) ?? []), value];
}

export const GLOBAL_OPTIONS: readonly OptionName[] = ['lang', 'color', 'version'];

const READING: readonly OptionName[] = ['encoding', 'textColumn', 'textField', 'stdinName', 'maxFileSize'];

type ArgumentName = 'paths' | 'file' | 'schema' | 'packs' | 'ruleId' | 'newPack';

export type CommandSpec = {
  name: CommandName;
  argument?: { term: string; words: ArgumentName; choices?: readonly string[] };
  options: readonly OptionName[];
};

const PACKS = { term: '[packs...]', words: 'packs' } as const;

export const COMMANDS: Record<CommandName, Omit<CommandSpec, 'name'>> = {
  extract: {
    argument: { term: '[paths...]', words: 'paths' },
    options: [
      'format',
      'output',
      'select',
      'includeText',
      'header',
      ...READING,
      'rules',
      'segmenter',
      'quiet',
      'verbose',
    ],
  },
  quantities: { argument: { term: '[file]', words: 'file' }, options: ['rules'] },
  text: { argument: { term: '[file]', words: 'file' }, options: [...READING, 'rules'] },
  inspect: {
    argument: { term: '[file]', words: 'file' },
    options: ['stage', 'inspectFormat', ...READING, 'rules', 'segmenter'],
  },
  score: { options: ['gold', 'misses', 'floors', 'scoreFormat', 'rules', 'segmenter'] },
  explain: {
    argument: { term: '[file]', words: 'file' },
    options: ['at', 'id', 'scoreFormat', ...READING, 'rules', 'segmenter'],
  },
  'rules list': { argument: PACKS, options: ['all', 'scoreFormat', 'rules'] },
  'rules show': { argument: { term: '<id>', words: 'ruleId' }, options: ['scoreFormat', 'rules'] },
  'rules lint': { argument: PACKS, options: ['all', 'scoreFormat', 'rules', 'segmenter'] },
  'rules test': {
    argument: PACKS,
    options: ['all', 'update', 'watch', 'testFormat', 'rules', 'segmenter'],
  },
  'rules new': { argument: { term: '<file>', words: 'newPack' }, options: [] },
  'rules schema': { options: [] },
  'rules gaps': {
    argument: { term: '[paths...]', words: 'paths' },
    options: ['scoreFormat', ...READING, 'rules', 'segmenter'],
  },
  'rules bench': {
    argument: { term: '[paths...]', words: 'paths' },
    options: ['scoreFormat', ...READING, 'rules', 'segmenter'],
  },
  schema: { argument: { term: '[schema]', words: 'schema', choices: SCHEMAS }, options: [] },
};

export const commandSpecs = (): CommandSpec[] => COMMAND_NAMES.map((name) => ({ name, ...COMMANDS[name] }));
