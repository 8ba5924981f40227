/** The formats of `gaige check`: which a name asks for, and what they can. */
import type { CheckFormat } from '../../emit/check/emitter.ts';
import { own } from '../../text/own.ts';
import type { Options } from '../options.ts';
import { usageError } from '../usage.ts';

const SUMMARISED: readonly Options['format'][] = ['pretty', 'unix', 'json'];

/** Whether it has a summary; undefined for the format that nobody has asked for. */
export const isSummarised = (format: Options['format']): boolean => format === undefined || SUMMARISED.includes(format);

const EXTENSIONS: Readonly<Record<string, CheckFormat>> = {
  sarif: 'sarif',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  xml: 'junit',
  txt: 'unix',
};

/** Of a file by its name. Throws USAGE for one of another kind, such as .xlsx. */
export function checkFormatOf(output: string): CheckFormat {
  const extension = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase();
  const format = extension === undefined ? 'unix' : own(EXTENSIONS, extension);
  if (format === undefined) throw usageError('UNKNOWN_CHECK_EXTENSION', { path: output });
  return format;
}
