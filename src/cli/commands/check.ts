/** `gaige check`: reports in, what is left unfilled in them out. */

import { VERSION } from '../../built/version.ts';
import { fails, openRunTally, type RunTally } from '../../check/index.ts';
import { type CheckEmitter, loadCheckEmitter } from '../../emit/check/index.ts';
import { loadPack } from '../../engine/load-pack.ts';
import { formatPacks, type RulePack } from '../../knowledge/rule-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import { errorWording } from '../../messages/problems.ts';
import type { InputFailure } from '../../model/document.ts';
import type { CheckOutcome, Notice } from '../../model/issue.ts';
import { checkSources, pathFrom } from '../../pipeline/check.ts';
import { type Input, type Listing, readSources } from '../../read/index.ts';
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
import { openFileSink, type Sink, streamSink } from '../output/sink.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { type CheckSettings, checkSettings } from './check-settings.ts';

export const run: Command = async (given, options, io) => {
  const pack = await loadPack(options.rules);
  const settings = await checkSettings(given, options, pack, io);
  const listing = await listAll(settings.paths, options);
  const { inputs } = listing;
  if (inputs.every((input) => 'error' in input)) {
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
    const emitter = await openEmitter(settings, formatPacks(pack.packs), io);
    const engine = {
      pack,
      policy: settings.policy,
      folder: settings.folder,
      cwd: settings.cwd,
      today: settings.today,
    };
    const chosen = inputs.filter((input) => 'error' in input || isChecked(input, settings));
    const sources = readSources(chosen, { maxFileSize: options.maxFileSize, stdin: io.host.stdin });
    const results = checkSources(sources, engine, options);
    const { outcome, code } = await emitAll(
      results,
      { emitter, sink, tally, settings, options, io: io_ },
      progress.step,
    ).finally(progress.end);
    io.signal.throwIfAborted();
    await sink.commit();
    await writeBaseline(settings, tally, io);
    if (!options.quiet) await reportNotices(outcome.notices, settings, io);
    return Math.max(code, fails(outcome.counts, settings.policy) ? EXIT.failed : EXIT.done);
  });
};

async function reportListing({ passedOver }: Listing, { packs }: RulePack, io: Io): Promise<void> {
  const words = WORDS[io.language];
  for (const { name, version, hash } of packs) await io.say(`${words.rules(shown(name), shown(version), hash)}\n`);
  for (const { path, reason } of passedOver) await io.say(`${shown(path)}: ${words.passedOverFile[reason]}\n`);
}

const openEmitter = async (settings: CheckSettings, rules: string, io: Io): Promise<CheckEmitter> =>
  (await loadCheckEmitter(settings.format))({
    tool: { name: 'gaige', version: VERSION, rules },
    language: io.language,
    colour: settings.output === null && io.colour.stdout,
    columns: io.host.stdout.columns ?? 80,
    header: settings.header,
    summary: settings.summary,
  });

const isChecked = ({ path }: Input, { policy, folder, cwd }: CheckSettings): boolean =>
  path === '-' || policy.isChecked(pathFrom(folder, path, cwd));

type CheckEmission = {
  emitter: CheckEmitter;
  sink: Sink<string>;
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
  const { emitter, sink, tally, settings, options, io } = emission;
  const failures: CheckOutcome['failures'][number][] = [];
  let [reports, code]: [number, number] = [0, EXIT.done];
  await sink.write(emitter.begin());
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
      if (finding && (finding.level === 'error' || !options.quiet)) await sink.write(emitter.finding(finding));
    }
    await sink.write(emitter.report(result.path, reportTally.close()));
    reports++;
    await step({ inputs: reports + failures.length, reports, failed: failures.length });
  }
  const outcome = { reports, counts: tally.counts(), notices: tally.notices(), failures };
  await sink.write(emitter.end(outcome));
  return { outcome, code };
}

const failureWords = ({ error: { code, facts } }: InputFailure, { language }: Io): string =>
  errorWording(code, facts, language).message;

/** Formats that annotate have the notices in them. */
async function reportNotices(notices: readonly Notice[], { format }: CheckSettings, io: Io): Promise<void> {
  if (format === 'github') return;
  for (const notice of notices) await reportNotice(notice, io);
}
