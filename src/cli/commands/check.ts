/** `gaige check`: reports in, what is left unfilled in them out. */

import { type Allowance, fails, openRunTally, type RunTally } from '../../check/index.ts';
import type { CheckEmitter } from '../../emit/check/index.ts';
import { loadPack } from '../../engine/load-pack.ts';
import { formatPacks, type RulePack } from '../../knowledge/rule-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import { errorWording } from '../../messages/problems.ts';
import type { InputFailure } from '../../model/document.ts';
import type { CheckOutcome, Notice } from '../../model/issue.ts';
import { checkSources, pathFrom } from '../../pipeline/check.ts';
import { type Input, type Listing, readSources, STDIN, someFileFits } from '../../read/index.ts';
import { shown } from '../../text/shown.ts';
import { EXIT, exitCodeOfFailure } from '../exit-codes.ts';
import { listAll } from '../input/inputs.ts';
import type { Command, Io } from '../io.ts';
import type { Options } from '../options.ts';
import { buffered } from '../output/buffered.ts';
import { orDiscard } from '../output/output.ts';
import { reportError, reportNote, reportNotice } from '../output/problems.ts';
import { clearing, openProgress, type Progress } from '../output/progress.ts';
import { guardInputs } from '../output/request.ts';
import { openFileSink, streamSink } from '../output/sink.ts';
import { usageError } from '../usage.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { type CheckSettings, checkSettings } from './check-settings.ts';
import { openStreams, type Stream } from './check-streams.ts';

export const run: Command = async (given, options, io) => {
  const pack = await loadPack(options.rules);
  const settings = await checkSettings(given, options, pack, io);
  const listing = allowing(await listAll(settings.paths, options), options);
  const { inputs } = listing;
  if (inputs.length > 0 && inputs.every((input) => 'error' in input)) {
    for (const input of inputs) if ('error' in input) await reportError(input.error, io);
    return EXIT.refused;
  }
  const { output } = settings;
  if (output) guardInputs(listing, { target: { kind: 'file', path: output } });
  if (options.verbose) await reportListing(listing, pack, io);
  const known = await readBaseline(settings);
  const tally = openRunTally({ ...settings, known, learns: settings.updatesBaseline });
  const progress = openProgress(inputs.length, options.quiet === true, io);
  const io_ = clearing(progress, io);
  const sink = buffered(output ? await openFileSink(output) : streamSink(io_.write));
  return orDiscard(sink, async () => {
    const streams = await openStreams(sink, settings, formatPacks(pack.packs), io_);
    const engine = {
      pack,
      policy: settings.policy,
      folder: settings.folder,
      cwd: settings.cwd,
      today: settings.today,
    };
    const chosen = inputs.filter((input) => 'error' in input || isChecked(input, settings));
    const sources = readSources(chosen, { maxFileSize: options.maxFileSize, stdin: io.host.stdin, signal: io.signal });
    const results = checkSources(thatBring(sources), engine, options);
    const { outcome, code } = await emitAll(
      results,
      { streams, tally, settings, options, io: io_ },
      progress.step,
    ).finally(progress.end);
    io.signal.throwIfAborted();
    if (isNothing(outcome) && !options.allowEmpty) throw usageError('NOTHING_CHECKED');
    for (const stream of streams) await stream.sink.commit();
    await writeBaseline(settings, tally, io);
    if (!options.quiet) await reportNotices(outcome.notices, settings, io);
    return Math.max(code, fails(outcome.counts, settings.policy) ? EXIT.failed : EXIT.done);
  });
};

/** Where it may be that nothing is read, folders and globs without a report are no failures. */
function allowing(listing: Listing, { allowEmpty = false }: Options): Listing {
  if (!allowEmpty) return listing;
  return {
    ...listing,
    inputs: listing.inputs.filter((input) => !('error' in input && input.error.code === 'NO_INPUT')),
  };
}

/** A pipe that brings nothing brings no report. */
async function* thatBring(sources: ReturnType<typeof readSources>): ReturnType<typeof readSources> {
  for await (const source of sources)
    if ('error' in source || source.path !== STDIN || source.bytes.length > 0) yield source;
}

const isNothing = ({ reports, failures }: CheckOutcome): boolean => reports + failures.length === 0;

async function reportListing({ passedOver }: Listing, { packs }: RulePack, io: Io): Promise<void> {
  const words = WORDS[io.language];
  for (const { name, version, hash } of packs) await io.say(`${words.rules(shown(name), shown(version), hash)}\n`);
  for (const { path, reason } of passedOver) await io.say(`${shown(path)}: ${words.passedOverFile[reason]}\n`);
}

const isChecked = ({ path }: Input, { policy, folder, cwd }: CheckSettings): boolean =>
  path === STDIN || policy.isChecked(pathFrom(folder, path, cwd));

type CheckEmission = {
  streams: readonly Stream[];
  tally: RunTally;
  settings: CheckSettings;
  options: Options;
  io: Io;
};

async function emitAll(
  results: ReturnType<typeof checkSources>,
  emission: CheckEmission,
  step: Progress['step'],
): Promise<{ outcome: CheckOutcome; code: number }> {
  const { streams, tally, settings, options, io } = emission;
  const tell = async (pieceOf: (emitter: CheckEmitter) => string): Promise<void> => {
    for (const { emitter, sink } of streams) await sink.write(pieceOf(emitter));
  };
  const failures: CheckOutcome['failures'][number][] = [];
  let [reports, code]: [number, number] = [0, EXIT.done];
  await tell((emitter) => emitter.begin());
  for await (const result of results) {
    io.signal.throwIfAborted();
    if ('error' in result) {
      if (result.passedOver) {
        if (options.verbose) await reportNote(result.error, io);
        continue;
      }
      code = Math.max(code, exitCodeOfFailure(result.error.code));
      failures.push({ path: result.path, message: failureWords(result, io) });
      await reportError(result.error, io);
      continue;
    }
    const reportTally = tally.open({
      ...result,
      filePath: pathFrom(settings.folder, result.file, settings.cwd),
      baselinePath: settings.baselinePathOf(result),
    });
    for (const judged of result.judged) {
      const finding = reportTally.record(judged);
      if (finding && (finding.level === 'error' || !options.quiet)) await tell((emitter) => emitter.finding(finding));
    }
    const counts = reportTally.close();
    await tell((emitter) => emitter.report(result.path, counts));
    reports++;
    await step({ inputs: reports + failures.length, reports, failed: failures.length });
  }
  const notices = tally.notices(await idleAllowances(tally.unasked(), settings.folder));
  const outcome = { reports, counts: tally.counts(), notices, failures };
  await tell((emitter) => emitter.end(outcome));
  return { outcome, code };
}

/** Of allowances for paths that were not read: those that no file has. A run over a few files says nothing of the others. */
async function idleAllowances(unasked: readonly Allowance[], folder: string): Promise<Set<Allowance>> {
  const idle = new Set<Allowance>();
  for (const each of unasked) if (!(await someFileFits(each.paths, folder))) idle.add(each);
  return idle;
}

const failureWords = ({ error: { code, facts } }: InputFailure, { language }: Io): string =>
  errorWording(code, facts, language).message;

/** Formats that annotate have the notices in them. */
async function reportNotices(notices: readonly Notice[], { format }: CheckSettings, io: Io): Promise<void> {
  if (format === 'github') return;
  for (const notice of notices) await reportNotice(notice, io);
}
