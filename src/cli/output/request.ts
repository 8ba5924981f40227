/** What is asked of the output, and whether it can be done. */
import { stat } from 'node:fs/promises';
import { type FindingTable, FORMATS, type Format, isBinary } from '../../emit/emitter.ts';
import { GaigeError } from '../../model/error.ts';
import { type Listing, realPath } from '../../read/index.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';

/** A device is also a pipe with a name: what is no regular file, and is written to directly. */
export type OutputTarget = { kind: 'stdout' } | { kind: 'file' | 'folder' | 'device'; path: string };

export type OutputRequest = { target: OutputTarget; format: Format; select: FindingTable | null };

export async function targetOf(path: string | undefined): Promise<OutputTarget> {
  if (path === undefined || path === '-') return { kind: 'stdout' };
  if (/[/\\]$/.test(path)) return { kind: 'folder', path };
  const stats = await stat(path).catch(() => null);
  if (stats === null || stats.isFile()) return { kind: 'file', path };
  return { kind: stats.isDirectory() ? 'folder' : 'device', path };
}

/** A format that is for reading in place has no files; each of the others has those that end in its name. */
const FILE_FORMATS = FORMATS.filter((format) => format !== 'summary');

const formatOf = (extension: string): Format | undefined =>
  extension === 'jsonl' ? 'ndjson' : FILE_FORMATS.find((format) => format === extension);

/** The format where none is asked for. Throws USAGE for the name of a file of another kind, such as .odt. */
function defaultFormat(target: OutputTarget, isTerminal: boolean): Format {
  if (target.kind === 'stdout') return isTerminal ? 'summary' : 'ndjson';
  const extension = extensionOf(target.path);
  if (target.kind === 'folder' || extension === undefined) return 'ndjson';
  const format = formatOf(extension);
  if (format === undefined) throw unknownExtension(target.path, FILE_FORMATS);
  return format;
}

export const extensionOf = (path: string): string | undefined => /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();

export const unknownExtension = (path: string, formats: readonly string[]): GaigeError =>
  usageError('UNKNOWN_EXTENSION', { path, allowed: formats.map((name) => `.${name}`).join(' ') });

/** Throws SELECT_NEEDED or USAGE for what no output can hold; nothing is touched yet. */
function checkRequest({ target, format, select }: OutputRequest, isTerminal: boolean): void {
  if (isBinary(format) && target.kind === 'stdout' && isTerminal) throw usageError('BINARY_TO_TERMINAL', { format });
  const isOfOneTable = format === 'csv' || format === 'parquet';
  if (isOfOneTable && target.kind !== 'folder' && select === null) throw new GaigeError('SELECT_NEEDED', { format });
  if (format === 'summary' && target.kind === 'folder') throw usageError('SUMMARY_TO_FOLDER');
}

/** What is asked of the output, so far as it is known before anything is read. */
export async function requestOf(options: Options, io: Io): Promise<OutputRequest> {
  const target = await targetOf(options.output);
  const asked = FORMATS.find((format) => format === options.format);
  const isTerminal = io.host.stdout.isTTY === true;
  const format = asked ?? defaultFormat(target, isTerminal);
  const request = { target, format, select: options.select ?? null };
  checkRequest(request, isTerminal);
  return request;
}

/** Findings must not take the place of the report they are about. */
export function guardInputs({ inputs }: Listing, { target }: Pick<OutputRequest, 'target'>): void {
  if (target.kind !== 'file') return;
  const place = realPath(target.path);
  if (place === null) return;
  for (const { path } of inputs) if (realPath(path) === place) throw usageError('OUTPUT_IS_INPUT', { path });
}
