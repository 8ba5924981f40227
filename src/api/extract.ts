/** Reports in, records out. */
import type { InputFailure } from '../model/document.ts';
import type { GaigeError } from '../model/error.ts';
import type { GaigeRecord } from '../model/record.ts';
import { extractSources } from '../pipeline/sources.ts';
import { worded } from './errors.ts';
import { checkList, type ReportInput, readingOf, sourcesOf } from './input.ts';
import { type ExtractOptions, engineOf } from './options.ts';
import { stages } from './stages.ts';

/**
 * The record of one report: plain data, as `gaige extract` writes it and `recordSchema` describes it.
 * @throws GaigeError for what cannot be read or decoded (INPUT_UNREADABLE, BINARY_FILE, UNDECODABLE …), for an archive or a table of more
 * than one report (MANY_REPORTS), for rules that cannot be used (RULES_NOT_FOUND, RULES_INVALID) and for input or options of a shape that
 * is not taken (USAGE); `explainError` has the words for it
 */
export const extractReport = async (input: ReportInput, options: ExtractOptions = {}): Promise<GaigeRecord> =>
  (await stages(input, options)).validate;

/**
 * What becomes of a report. `path` is that of the record: the path or name of the input, `-` where it has none, `archive.zip#report.docx` in
 * a container. `passed-over`: it holds no report and none was to be expected, such as a picture in an archive.
 */
export type ReportResult =
  | { status: 'done'; path: string; record: GaigeRecord }
  | { status: 'failed'; path: string; error: GaigeError }
  | { status: 'passed-over'; path: string; error: GaigeError };

/**
 * What becomes of many reports, one after the other and each when it is asked for; of an archive or a table all its reports. What cannot be
 * read is told in its place, and the others go on. Works in the calling thread: `gaige extract` and `gaige stream` use several.
 * @throws GaigeError RULES_NOT_FOUND, RULES_INVALID, and USAGE for input or options of a shape that is not taken
 */
export async function* extractReports(
  inputs: Iterable<ReportInput> | AsyncIterable<ReportInput>,
  options: ExtractOptions = {},
): AsyncGenerator<ReportResult, void, undefined> {
  checkList(inputs);
  const engine = engineOf(options);
  for await (const input of inputs) {
    const sources = sourcesOf(input, options);
    for await (const result of extractSources(sources, engine, readingOf(input, options))) {
      yield 'error' in result
        ? failureOf(result)
        : { status: 'done', path: result.record.report.path, record: result.record };
    }
  }
}

const failureOf = ({ path, error, passedOver }: InputFailure): ReportResult => ({
  status: passedOver ? 'passed-over' : 'failed',
  path,
  error: worded(error),
});
