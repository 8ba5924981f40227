/** Reports and records of a run, each with what readers said of it; what could not be applied is told. */

import type { CorrectedRecord } from '../../corrections/apply.ts';
import type { BelongingFile } from '../../corrections/belonging.ts';
import { belongingOf } from '../../corrections/belonging.ts';
import type { StaleMark } from '../../corrections/stale.ts';
import type { Engine } from '../../engine/engine.ts';
import { CORRECTIONS_WORDS, STALE_WORDS } from '../../messages/corrections.ts';
import type { InputFailure } from '../../model/document.ts';
import type { GaigeError } from '../../model/error.ts';
import { type Correctable, correctRecord, textSha256 } from '../../pipeline/corrections.ts';
import { extractSources } from '../../pipeline/sources.ts';
import { type Listing, readSources, STDIN } from '../../read/index.ts';
import { oneLine } from '../../text/one-line.ts';
import { shown } from '../../text/shown.ts';
import { EXIT, exitCodeOfFailure } from '../exit-codes.ts';
import { readCorrections } from '../input/corrections.ts';
import { bringsRecords, listAll, pathsOrStdin } from '../input/inputs.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';
import { reportError, reportWarning } from '../output/problems.ts';
import { recordsIn } from './records.ts';

/** What a report came to: itself where nobody said anything of it. */
export type CorrectedReport = CorrectedRecord & { text: string; files: readonly BelongingFile[] };

export type Correcting = { inputs: Listing['inputs']; engine: Engine; options: Options; io: Io };

export type CorrectingEnd = {
  code: number;
  reports: number;
  corrected: number;
  applied: number;
  stale: number;
};

/** The inputs, among them which are records. */
export async function listCorrectable(given: readonly string[], options: Options, io: Io): Promise<Listing> {
  const listing = await listAll(pathsOrStdin(given, io.host), options, { takesRecords: true });
  const isPiped = listing.inputs.some(({ path }) => path === STDIN) && (await bringsRecords(io.host));
  const inputs = listing.inputs.map((input) =>
    isPiped && input.path === STDIN ? { ...input, holdsRecords: true as const } : input,
  );
  return { ...listing, inputs };
}

/**
 * Goes through the reports, one at a time. `visit` has each with its corrections.
 * @throws GaigeError where none of the corrections can be read
 */
export async function correctReports(
  { inputs, engine, options, io }: Correcting,
  visit: (report: CorrectedReport) => Promise<void>,
): Promise<CorrectingEnd> {
  const end: CorrectingEnd = { code: EXIT.done, reports: 0, corrected: 0, applied: 0, stale: 0 };
  const fail = async (error: GaigeError) => {
    end.code = Math.max(end.code, exitCodeOfFailure(error.code));
    await reportError(error, io);
  };
  const { files, failures } = await readCorrections(options.corrections ?? []);
  const [first] = failures;
  if (files.length === 0 && first) throw first.error;
  for (const { error } of failures) await fail(error);
  const belonging = belongingOf(files);
  for await (const each of correctablesIn(inputs, engine, options, io)) {
    io.signal.throwIfAborted();
    if ('error' in each) {
      if (!each.passedOver) await fail(each.error);
      continue;
    }
    const { record, document } = each;
    const text = document?.text ?? record.text ?? null;
    const own = belonging.of(record.report, text === null ? null : textSha256(text));
    const corrected = own.length === 0 ? asFound(record) : correctRecord(each, own, engine);
    const marks = own.reduce((sum, { corrections }) => sum + corrections.marks.length, 0);
    end.reports++;
    if (own.length > 0) end.corrected++;
    end.stale += corrected.stale.length;
    end.applied += marks - corrected.stale.length;
    await visit({ ...corrected, text: text ?? '', files: own });
    await reportStale(corrected.stale, own, record.report.path, options, io);
  }
  const { unclaimed } = CORRECTIONS_WORDS[io.language];
  for (const { path, corrections } of belonging.rest()) {
    end.code = Math.max(end.code, EXIT.failed);
    end.stale += corrections.marks.length;
    await reportWarning(unclaimed(shown(path), shown(corrections.report.path)), io);
  }
  if (end.stale > 0) end.code = Math.max(end.code, EXIT.failed);
  return end;
}

/** Characters of a mark's text that are shown. */
const LONGEST_SHOWN = 24;

const asFound = (record: CorrectedRecord['record']): CorrectedRecord => ({
  record,
  stale: [],
  known: new Set(),
  none: [],
  disputed: [],
});

async function* correctablesIn(
  inputs: Listing['inputs'],
  engine: Engine,
  options: Options,
  { host, signal }: Io,
): AsyncGenerator<Correctable | InputFailure> {
  for (const input of inputs) {
    if ('error' in input) yield input;
    else if (input.holdsRecords) yield* recordsIn(input.path, host, (record) => ({ record, document: null }));
    else yield* extractSources(readSources([input], { ...options, stdin: host.stdin, signal }), engine, options);
  }
}

async function reportStale(
  stale: readonly StaleMark[],
  files: readonly BelongingFile[],
  report: string,
  { quiet }: Options,
  io: Io,
): Promise<void> {
  const words = CORRECTIONS_WORDS[io.language];
  for (const { path, isChanged } of files)
    if (isChanged && !quiet) await reportWarning(words.changed(shown(path), shown(report)), io);
  for (const { path, index, mark, reason } of stale) {
    const { span, text } = mark;
    const facts = {
      file: shown(path),
      place: `/marks/${index}`,
      span: `${span.start}–${span.end}`,
      text: oneLine(text, LONGEST_SHOWN),
    };
    await reportWarning(words.stale({ ...facts, why: STALE_WORDS[reason][io.language] }), io);
  }
}
