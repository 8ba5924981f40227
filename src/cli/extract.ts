/** `gaige extract`: reports in, findings out. */
import { type Extracted, extractSources } from '../batch.ts';
import { type Loaded, loadEquipment } from '../equipment.ts';
import type { InputFailure } from '../model/document.ts';
import { type Listing, readSources } from '../read/index.ts';
import { EXIT, exitCodeOfFailure } from './exit-codes.ts';
import { WORDS } from './explain.ts';
import { listAll, pathsOrStdin } from './inputs.ts';
import type { Io, Run } from './io.ts';
import type { Options } from './options.ts';
import { type Output, openOutput, orDiscard } from './output.ts';
import { tellDiagnostics, tellError, tellNote } from './problems.ts';
import { clearing, openProgress, type Progress } from './progress.ts';
import { guardInputs, requestOf } from './request.ts';
import { streamSink } from './sink.ts';
import { segmenterWords } from './version.ts';

export const run: Run = async (given, options, io) => {
  const request = await requestOf(options, io);
  const listing = await listAll(pathsOrStdin(given, io.host), options);
  if (listing.inputs.every((input) => 'error' in input)) return tellFailures(listing.inputs, io);
  await guardInputs(listing, request);
  const loaded = await loadEquipment(options);
  await tellBeginning(listing, loaded, options, io);

  const { equipment } = loaded;
  const context = {
    tool: equipment.tool,
    domains: equipment.pack.domains.definitions,
    header: options.header ?? 'en',
    language: io.language,
    colour: request.target.kind === 'stdout' && io.colour.stdout,
  };
  const { inputs } = listing;
  const progress = openProgress(inputs.length, options.quiet === true, io);
  const output = await openOutput(request, context, streamSink(clearing(progress, io).write));
  return orDiscard(output, async () => {
    const sources = readSources(inputs, { maxFileSize: options.maxFileSize, stdin: io.host.stdin });
    const results = extractSources(sources, equipment, options);
    const code = await emitAll(results, output, progress, options, clearing(progress, io));
    io.signal.throwIfAborted();
    await output.commit();
    return code;
  });
};

async function tellBeginning(
  { passedOver }: Listing,
  { equipment, segmenter }: Loaded,
  options: Options,
  io: Io,
): Promise<void> {
  const words = WORDS[io.language];
  if (options.verbose) {
    const { name, version, hash } = equipment.pack;
    await io.tell(`${words.rules(name, version, hash)}\n${segmenterWords(segmenter, io.language)}\n`);
    for (const { path, reason } of passedOver) await io.tell(`${path}: ${words.passedOverFile[reason]}\n`);
  } else if (passedOver.length > 0 && !options.quiet) await io.tell(`${words.passedOver(passedOver.length)}\n`);
}

/** Nothing can be started: every path is at fault. */
async function tellFailures(inputs: Listing['inputs'], io: Io): Promise<number> {
  for (const input of inputs) if ('error' in input) await tellError(input.error, io);
  return EXIT.refused;
}

async function emitAll(
  results: AsyncIterable<Extracted | InputFailure>,
  output: Output,
  progress: Progress,
  options: Options,
  io: Io,
): Promise<number> {
  let code: number = EXIT.done;
  let [done, failed] = [0, 0];
  for await (const result of results) {
    io.signal.throwIfAborted();
    if ('error' in result && result.passedOver) {
      if (options.verbose) await tellNote(result.error, io);
      continue;
    }
    if ('error' in result) {
      failed++;
      code = Math.max(code, exitCodeOfFailure(result.error.code));
      await tellError(result.error, io);
      continue;
    }
    await output.add(result);
    done++;
    if (!options.quiet) await tellDiagnostics(result.record, result.document, io);
    await progress.step(done + failed, result.document.path);
  }
  await progress.clear();
  if (failed > 0 && done + failed > 1) await io.tell(`${WORDS[io.language].failed(failed, done)}\n`);
  return code;
}
