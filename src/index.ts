/**
 * gaige as a library: reports in, records out. A record is plain data in the shape of `recordSchema`; all its spans are UTF-16 code units
 * into the report's text, half-open, so that `text.slice(span.start, span.end)` is the finding.
 */
import { basename } from 'node:path';
import { createEngine, type EngineOptions, type LoadedEngine } from './engine/engine.ts';
import { BUILT_IN_RULES, loadRulePack } from './knowledge/index.ts';
import type { RulePack } from './knowledge/rule-pack.ts';
import type { Language } from './messages/language.ts';
import { type ErrorExplanation, errorWording } from './messages/problems.ts';
import type { InputFailure, Source } from './model/document.ts';
import { GaigeError } from './model/error.ts';
import type { GaigeRecord } from './model/record.ts';
import { describeQuantities, type QuantityRecord } from './pipeline/quantities.ts';
import { extractSources, type ReadingOptions } from './pipeline/sources.ts';
import { readSources } from './read/index.ts';

export { VERSION } from './built/version.ts';
export { GaigeError } from './model/error.ts';
export type * from './model/record.ts';
export { envelopeSchema, recordSchema } from './model/record.ts';
export type { Span } from './model/span.ts';
export { jsonSchema, type SchemaName } from './pipeline/json-schemas.ts';
export type { QuantityRecord } from './pipeline/quantities.ts';

/** A text; the bytes of a file, in any encoding; either with the name that its format is told by; or the path of a file. */
export type ReportInput =
  | string
  | Uint8Array
  | { text: string; name?: string }
  | { bytes: Uint8Array; name?: string }
  | { path: string };

/** `encoding`, `textColumn`, `textField` and `maxFileSize` hold for bytes and files. */
export type ExtractOptions = EngineOptions & ReadingOptions;

/**
 * The record of one report.
 * @throws GaigeError for what cannot be read or decoded (INPUT_UNREADABLE, BINARY_FILE, UNDECODABLE) and for rules that cannot be used;
 * `explainError` has the words for it
 */
export async function extractReport(input: ReportInput, options: ExtractOptions = {}): Promise<GaigeRecord> {
  const { engine } = engineFor(options);
  const reading = isText(input) ? { ...options, encoding: 'utf-8' } : options;
  for await (const result of extractSources(sourcesOf(input, options), engine, reading)) {
    if ('error' in result) throw result.error;
    return result.record;
  }
  throw new GaigeError('NO_INPUT', { path: typeof input === 'object' && 'path' in input ? input.path : '-' });
}

/** A report's record, or why there is none. `passedOver`: it holds no report, and none was to be expected. */
export type ReportResult = { record: GaigeRecord } | { path: string; error: GaigeError; passedOver?: true };

/**
 * The records of many reports, one after the other and each when it is asked for; of an archive or a table those of all its reports. What
 * cannot be read is told in its place, and the others go on. Works in the calling thread: `gaige extract` and `gaige stream` use several.
 * @throws GaigeError for rules that cannot be used
 */
export async function* extractReports(
  inputs: Iterable<ReportInput> | AsyncIterable<ReportInput>,
  options: ExtractOptions = {},
): AsyncGenerator<ReportResult> {
  const { engine } = engineFor(options);
  for await (const input of inputs) {
    const reading = isText(input) ? { ...options, encoding: 'utf-8' } : options;
    for await (const result of extractSources(sourcesOf(input, options), engine, reading)) {
      yield 'error' in result ? result : { record: result.record };
    }
  }
}

/** Every numeral of a text with its unit, as the lexer sees it: bare ones and those in dates too. */
export function lexQuantities(text: string, { rules }: Pick<ExtractOptions, 'rules'> = {}): QuantityRecord[] {
  return describeQuantities(text, packFor(rules));
}

/** What an error means and what to do about it, for people. */
export const explainError = ({ code, facts }: GaigeError, language: Language = 'en'): ErrorExplanation =>
  errorWording(code, facts, language);

const isText = (input: ReportInput): boolean => typeof input === 'string' || 'text' in input;

function sourcesOf(
  input: ReportInput,
  options: ReadingOptions,
): Iterable<Source> | AsyncIterable<Source | InputFailure> {
  if (typeof input === 'string') return [sourceOf(Buffer.from(input))];
  if (input instanceof Uint8Array) return [sourceOf(input)];
  if ('text' in input) return [sourceOf(Buffer.from(input.text), input.name)];
  if ('bytes' in input) return [sourceOf(input.bytes, input.name)];
  return readSources([{ path: input.path, name: basename(input.path) }], options);
}

const sourceOf = (bytes: Uint8Array, path = '-'): Source => ({ path, name: basename(path), bytes });

/** Rules and dictionary take most of a second to load, so they are loaded once for the same options. Files that change meanwhile are not seen. */
const engines = new Map<string, LoadedEngine>();
const packs = new Map<string, RulePack>();

const engineFor = ({ rules = [], segmenter, includeText = false }: EngineOptions): LoadedEngine =>
  remember(engines, JSON.stringify([rules, segmenter, includeText]), () =>
    createEngine(packFor(rules), { segmenter, includeText }),
  );

const packFor = (rules: readonly string[] = []): RulePack =>
  remember(packs, JSON.stringify(rules), () => loadRulePack([BUILT_IN_RULES, ...rules]));

function remember<T>(known: Map<string, T>, key: string, load: () => T): T {
  const value = known.get(key) ?? load();
  known.set(key, value);
  return value;
}
