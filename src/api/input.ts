/** Reports as programs give them. */
import { basename } from 'node:path';
import { types } from 'node:util';
import { READABLE_EXTENSIONS } from '../decode/index.ts';
import type { InputFailure, Source } from '../model/document.ts';
import { GaigeError } from '../model/error.ts';
import type { ReadingOptions } from '../pipeline/sources.ts';
import { readSources } from '../read/index.ts';
import { misuse, shapeOf, shown, worded } from './errors.ts';

/**
 * A text; the bytes of a file, in any format and encoding that gaige reads; or the path of a file, `-` for standard input. `name` stands for
 * the path in what is found, and tells the format of bytes that do not tell it themselves: `{ text: '# 总结', name: 'a.md' }`.
 * A bare string is refused, since nobody can tell a path from a text.
 */
export type ReportInput =
  | { text: string; name?: string | undefined; bytes?: undefined; path?: undefined }
  | { bytes: Uint8Array; name?: string | undefined; text?: undefined; path?: undefined }
  | { path: string; name?: undefined; text?: undefined; bytes?: undefined };

/** What a report is read from. Throws USAGE for what is no report. */
export function sourcesOf(
  input: ReportInput,
  options: ReadingOptions,
): Iterable<Source> | AsyncIterable<Source | InputFailure> {
  checkInput(input);
  const { text, bytes, path } = input;
  if (path !== undefined) return readSources([{ path, name: basename(path) }], options);
  return [sourceOf(bytes ?? Buffer.from(text), input.name)];
}

const sourceOf = (bytes: Uint8Array, path = '-'): Source => ({ path, name: basename(path), bytes });

/** A text has been decoded by whoever gives it. */
export const readingOf = <Options extends ReadingOptions>({ text }: ReportInput, options: Options): Options =>
  text === undefined ? options : { ...options, encoding: 'utf-8' };

const isString = (value: unknown): boolean => typeof value === 'string';

const PARTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: isString,
  bytes: types.isUint8Array,
  path: isString,
};

/** In plain JavaScript nothing else tells. */
function checkInput(input: unknown): asserts input is ReportInput {
  if (typeof input === 'string') throw misuse('PATH_OR_TEXT', { given: shown(input) });
  const given: Readonly<Record<string, unknown>> = typeof input === 'object' && input !== null ? { ...input } : {};
  const [part, ...others] = Object.keys(PARTS).filter((name) => given[name] !== undefined);
  const isFit = part !== undefined && others.length === 0 && PARTS[part]?.(given[part]);
  const isNamed = given['name'] === undefined || (isString(given['name']) && part !== 'path');
  if (!isFit || !isNamed) throw misuse('NO_REPORT', { given: shapeOf(input) });
}

/** A list, and neither a report nor the path of one. */
export function checkList(inputs: unknown): void {
  const isList =
    typeof inputs === 'object' &&
    inputs !== null &&
    !types.isUint8Array(inputs) &&
    (Symbol.iterator in inputs || Symbol.asyncIterator in inputs);
  if (!isList) throw misuse('REPORT_LIST', { given: isString(inputs) ? `'${shown(inputs)}'` : shapeOf(inputs) });
}

const FORMATS = READABLE_EXTENSIONS.map((extension) => `.${extension}`).join(' ');

/**
 * The one report of an input; notes on what else lies in an archive do not count.
 * @throws GaigeError that of the report, NO_INPUT, or MANY_REPORTS
 */
export async function onlyOne<Result extends object>(
  results: AsyncIterable<Result | InputFailure>,
  { path, name = '-' }: ReportInput,
): Promise<Result> {
  let only: Result | null = null;
  let note: GaigeError | null = null;
  for await (const result of results) {
    if ('error' in result) {
      if (!result.passedOver) throw worded(result.error);
      note ??= result.error;
    } else if (only) {
      throw worded(new GaigeError('MANY_REPORTS', { path: path ?? name }));
    } else {
      only = result;
    }
  }
  if (only) return only;
  throw worded(note ?? new GaigeError('NO_INPUT', { path: path ?? name, formats: FORMATS }));
}
