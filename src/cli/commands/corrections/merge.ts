/** `gaige corrections merge`: several readers' files as one, where they differ, and how far they agree. */

import { basename, join } from 'node:path';
import { CORRECTIONS_EXTENSION } from '../../../corrections/file.ts';
import type { CorrectionsFile } from '../../../corrections/judgements.ts';
import { isDifference, type MergedReport, mergeReports } from '../../../corrections/merge.ts';
import { CORRECTIONS_WORDS } from '../../../messages/corrections.ts';
import { shown } from '../../../text/shown.ts';
import { EXIT, exitCodeOfFailure } from '../../exit-codes.ts';
import { readCorrections } from '../../input/corrections.ts';
import type { Command, Io } from '../../io.ts';
import type { Options } from '../../options.ts';
import { formatMerged, type MergeFormat } from '../../output/differences.ts';
import { orDiscard } from '../../output/output.ts';
import { reportError, reportWarning } from '../../output/problems.ts';
import { reportFiles } from '../../output/report-files.ts';
import { targetOf } from '../../output/request.ts';
import { openFileSink } from '../../output/sink.ts';
import { usageError } from '../../usage.ts';

/** Pairs of readers grow with the square of their number. */
const MOST_READERS = 50;

export const run: Command = async (given, options, io) => {
  const { files, failures } = await readCorrections(given);
  for (const { error } of failures) await reportError(error, io);
  if (files.length === 0) return EXIT.refused;
  checkReaders(files);
  const reports = mergeReports(files);
  const words = CORRECTIONS_WORDS[io.language];
  for (const { report, isOfOneTool } of reports) {
    if (!isOfOneTool && !options.quiet) await reportWarning(words.otherTool(shown(report.path)), io);
  }
  if (options.output !== undefined) await writeMerged(reports, options.output, given);
  const differences = reports.reduce((sum, { compared }) => sum + compared.filter(isDifference).length, 0);
  await io.write(formatMerged(reports, formatOf(options, io), io.language));
  if (!options.quiet)
    await io.say(`${words.mergeEnding({ files: files.length, reports: reports.length, differences })}\n`);
  const failed = failures.map(({ error }) => exitCodeOfFailure(error.code));
  return Math.max(differences > 0 ? EXIT.failed : EXIT.done, ...failed);
};

function checkReaders(files: readonly CorrectionsFile[]): void {
  const readers = new Set(
    files.flatMap(({ path, corrections }) => [corrections.by ?? path, ...corrections.marks.map(({ by }) => by ?? '')]),
  );
  if (readers.size > MOST_READERS) throw usageError('TOO_MANY_READERS', { count: readers.size, limit: MOST_READERS });
}

const formatOf = ({ format }: Options, io: Io): MergeFormat => {
  if (format === 'json' || format === 'csv' || format === 'pretty') return format;
  return io.host.stdout.isTTY ? 'pretty' : 'json';
};

/** One report goes into a file, several into a folder. Throws USAGE, OUTPUT_UNWRITABLE. */
async function writeMerged(reports: readonly MergedReport[], output: string, given: readonly string[]): Promise<void> {
  const target = await targetOf(output);
  if (target.kind === 'stdout') throw usageError('MERGED_TO_FILE');
  if (given.includes(target.path)) throw usageError('OUTPUT_IS_INPUT', { path: target.path });
  if (target.kind !== 'folder') {
    const [only, other] = reports;
    if (other || !only) throw usageError('MERGED_TO_FOLDER', { count: reports.length });
    return writeFile(target.path, only);
  }
  const fileOf = reportFiles(CORRECTIONS_EXTENSION.slice(1));
  for (const report of reports) await writeFile(join(target.path, fileOf(basename(report.report.path))), report);
}

async function writeFile(path: string, { merged }: MergedReport): Promise<void> {
  const sink = await openFileSink(path);
  await orDiscard(sink, async () => {
    await sink.write(`${JSON.stringify(merged, null, 1)}\n`);
    await sink.commit();
  });
}
