/** `gaige corrections gold`: what readers said, as annotations that `gaige score --gold` reads. */

import { stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { createEngine } from '../../../engine/engine.ts';
import { loadPack } from '../../../engine/load-pack.ts';
import { CORRECTIONS_WORDS } from '../../../messages/corrections.ts';
import { annotationOf } from '../../../score/corrected.ts';
import { shown } from '../../../text/shown.ts';
import { type CorrectedReport, correctReports, listCorrectable } from '../../batch/correcting.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command } from '../../io.ts';
import { makeFolder, orDiscard } from '../../output/output.ts';
import { reportWarning } from '../../output/problems.ts';
import { reportFiles } from '../../output/report-files.ts';
import { openFileSink } from '../../output/sink.ts';
import { usageError } from '../../usage.ts';

export const run: Command = async (given, options, io) => {
  const folder = options.output;
  if (folder === undefined) throw usageError('GOLD_FOLDER');
  const { inputs } = await listCorrectable(given, options, io);
  const { engine } = createEngine(await loadPack(options.rules), options);
  const words = CORRECTIONS_WORDS[io.language];
  makeFolder(folder);
  const fileOf = reportFiles('json');
  const written = { files: 0, findings: 0, without: 0 };
  const end = await correctReports({ inputs, engine, options, io }, async (report) => {
    if (report.files.length === 0) return;
    const { path, name } = report.record.report;
    if (!(await isFile(path))) {
      written.without++;
      await reportWarning(words.noGoldFile(shown(path)), io);
      return;
    }
    const file = relative(resolve(folder), resolve(path)).replaceAll('\\', '/');
    const annotation = annotationOf(report, {
      file,
      reviewed: reviewedOf(report),
      acceptUnmarked: options.acceptUnmarked === true,
    });
    await write(join(folder, fileOf(name)), annotation);
    written.files++;
    written.findings += annotation.indicators.length + annotation.placeholders.length;
  });
  if (!options.quiet) {
    await io.say(`${words.ending(end)}\n`);
    await io.say(`${words.goldEnding({ ...written, folder: shown(folder) })}\n`);
  }
  if (end.reports === 0 && end.code !== EXIT.done) return EXIT.refused;
  return written.without > 0 ? Math.max(end.code, EXIT.failed) : end.code;
};

/** Of a text that has changed since nothing is known that was not marked. */
const reviewedOf = ({ files }: CorrectedReport) =>
  files.flatMap(({ isChanged, corrections: { reviewed } }) => (isChanged || !reviewed ? [] : [reviewed]));

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => null))?.isFile() === true;

async function write(path: string, annotation: unknown): Promise<void> {
  const sink = await openFileSink(path);
  await orDiscard(sink, async () => {
    await sink.write(`${JSON.stringify(annotation, null, 2)}\n`);
    await sink.commit();
  });
}
