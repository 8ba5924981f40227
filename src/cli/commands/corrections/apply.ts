/** `gaige corrections apply`: records as readers corrected them, in any format of `extract`. */
import { countsOf } from '../../../emit/index.ts';
import { loadEmitters, renderRecord } from '../../../emit/render.ts';
import { createEngine } from '../../../engine/engine.ts';
import { loadPack } from '../../../engine/load-pack.ts';
import { CORRECTIONS_WORDS } from '../../../messages/corrections.ts';
import { NO_REASONS } from '../../../page/report-data.ts';
import { correctReports, listCorrectable } from '../../batch/correcting.ts';
import { settingsOf } from '../../batch/settings.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command } from '../../io.ts';
import { openOutput, orDiscard } from '../../output/output.ts';
import { guardInputs, requestOf } from '../../output/request.ts';
import { streamSink } from '../../output/sink.ts';
import { usageError } from '../../usage.ts';
import { filesOf } from '../extract.ts';

export const run: Command = async (given, options, io) => {
  const request = await requestOf(options, io);
  const { inputs, passedOver } = await listCorrectable(given, options, io);
  const corrections = (options.corrections ?? []).map((path) => ({ path, name: path }));
  guardInputs({ inputs: [...inputs, ...corrections], passedOver }, request);
  const pack = await loadPack(options.rules);
  const settings = settingsOf(options, request, pack, io, inputs.length);
  const { engine } = createEngine(pack, options);
  const context = { tool: engine.tool, domains: pack.domains.definitions, concepts: pack.concepts };
  const emitters = await loadEmitters(settings.emission, context);
  const openers = await filesOf(request, settings, pack, options, io);
  const output = await openOutput(request, openers, streamSink(io.write));
  return orDiscard(output, async () => {
    const end = await correctReports({ inputs, engine, options, io }, async ({ record, text }) => {
      if (request.format === 'html' && text === '' && record.report.chars > 0) throw usageError('PAGE_NEEDS_TEXT');
      const pieces = renderRecord(record, text, emitters, settings.emission, () => NO_REASONS);
      await output.add({ path: record.report.path, pieces, counts: countsOf(record), notes: [] });
    });
    const isEmpty = end.reports === 0 && end.code !== EXIT.done;
    await (isEmpty ? output.discard() : output.commit());
    if (!options.quiet) await io.say(`${CORRECTIONS_WORDS[io.language].ending(end)}\n`);
    return isEmpty ? EXIT.refused : end.code;
  });
};
