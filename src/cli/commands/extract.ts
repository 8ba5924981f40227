/** `gaige extract`: reports in, findings out. */

import { sweepCache } from '../../batch/cache.ts';
import { failed } from '../../batch/task.ts';
import { isBinary } from '../../emit/index.ts';
import { loadEmitters } from '../../emit/render.ts';
import { loadPack } from '../../engine/load-pack.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { WORDS } from '../../messages/command-line.ts';
import type { InputFailure } from '../../model/document.ts';
import type { Listing } from '../../read/index.ts';
import { shown } from '../../text/shown.ts';
import { openWorkers } from '../batch/pool.ts';
import { type Batch, type Ending, exitCodeOf, goThrough, reportUnfinished } from '../batch/run.ts';
import { settingsOf } from '../batch/settings.ts';
import { EXIT } from '../exit-codes.ts';
import { listAll, pathsOrStdin } from '../input/inputs.ts';
import type { Command, Io } from '../io.ts';
import type { Options } from '../options.ts';
import { errorsFile, reportFailures, writeFailures } from '../output/failures.ts';
import { type Openers, openOutput, orDiscard, textFiles } from '../output/output.ts';
import { clearing, openProgress } from '../output/progress.ts';
import { guardInputs, type OutputRequest, requestOf } from '../output/request.ts';
import { streamSink } from '../output/sink.ts';
import { segmenterWords } from '../version.ts';

export const run: Command = async (given, options, io) => {
  const startedAt = Date.now();
  const request = await requestOf(options, io);
  const listing = await listAll(pathsOrStdin(given, io.host), options);
  const unreadable = listing.inputs.filter((input): input is InputFailure => 'error' in input);
  if (unreadable.length === listing.inputs.length) {
    // Nothing can be started: every path is at fault.
    await reportFailures(unreadable.map(failed), null, io);
    return EXIT.refused;
  }
  guardInputs(listing, request);
  const pack = await loadPack(options.rules);
  const settings = settingsOf(options, request, pack, io, listing.inputs.length);
  await reportBeginning(listing, pack, options, io);
  const ending = await carryOut({ listing, settings, pack, options }, request, io);
  await reportUnfinished(ending, settings, io);
  if (ending.how !== 'interrupted') await reportEnding(ending, listing, Date.now() - startedAt, options, io);
  return exitCodeOf(ending);
};

async function carryOut(
  { listing, settings, pack, options }: Pick<Batch, 'listing' | 'settings' | 'pack' | 'options'>,
  request: OutputRequest,
  io: Io,
): Promise<Ending> {
  const progress = openProgress(listing.inputs.length, options.quiet === true, io);
  const quieted = clearing(progress, io);
  if (settings.cache !== null) await sweepCache(settings.cache);
  const openers = await filesOf(request, settings, pack, options, quieted);
  const output = await openOutput(request, openers, streamSink(quieted.write));
  return orDiscard(output, async () => {
    const pool = await openWorkers(listing.inputs, settings, pack, options);
    const ending = await goThrough({ listing, settings, pack, options, pool, output, progress, io: quieted }).finally(
      async () => {
        await progress.end();
        await pool.close();
      },
    );
    if (ending.how === 'interrupted') await output.discard();
    else await settle(ending, output, errorsFile(request, options.errors), io);
    return ending;
  });
}

/** How the files of an output are begun. */
export async function filesOf(
  { format }: OutputRequest,
  { emission, tool }: Batch['settings'],
  pack: RulePack,
  { header = 'en' }: Options,
  io: Io,
): Promise<Openers> {
  if (isBinary(format)) {
    const { findingFiles } = await import('../output/finding-files.ts');
    return { openFile: await findingFiles(format, { tables: emission.tables, header, pack }, io) };
  }
  const emitters = await loadEmitters(emission, { tool, domains: pack.domains.definitions, concepts: pack.concepts });
  if (format !== 'html') return { openFile: textFiles(emitters) };
  const { pageFiles } = await import('../output/pages.ts');
  return pageFiles(emitters, pack, emission.language);
}

/** What was found and what was not is put in its place. A run that was given up leaves no output that could be taken for a whole one. */
async function settle(
  { how, failures }: Ending,
  output: Batch['output'],
  errors: string | null,
  io: Io,
): Promise<void> {
  await reportFailures(failures, errors, io);
  if (how === 'done') await output.commit();
  else await output.discard();
  if (errors !== null) await writeFailures(failures, errors);
}

async function reportBeginning({ passedOver }: Listing, pack: RulePack, options: Options, io: Io): Promise<void> {
  const words = WORDS[io.language];
  if (options.verbose) {
    const { loadSegmenter } = await import('../../segment/index.ts');
    for (const { name, version, hash } of pack.packs)
      await io.say(`${words.rules(shown(name), shown(version), hash)}\n`);
    const loaded = loadSegmenter({ backend: options.segmenter, forFewTexts: true });
    await io.say(`${segmenterWords(loaded, io.language)}\n`);
    for (const { path, reason } of passedOver) await io.say(`${shown(path)}: ${words.passedOverFile[reason]}\n`);
  } else if (passedOver.length > 0 && !options.quiet) await io.say(`${words.passedOver(passedOver.length)}\n`);
}

/** One report needs no summary. */
async function reportEnding(
  { counts, failures }: Ending,
  { inputs }: Listing,
  milliseconds: number,
  options: Options,
  io: Io,
): Promise<void> {
  if (options.quiet || (inputs.length === 1 && counts.reports + failures.length <= 1)) return;
  const seconds = (milliseconds / 1000).toFixed(1);
  await io.say(`${WORDS[io.language].ending({ ...counts, failed: failures.length, seconds })}\n`);
}
