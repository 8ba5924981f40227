/** `gaige rules test`: do the examples hold, and what do they cover? */

import { readFile, rename, writeFile } from 'node:fs/promises';
import { formatFault } from '../../../messages/fault.ts';
import { RULES_WORDS } from '../../../messages/rules.ts';
import { GaigeError } from '../../../model/error.ts';
import type { ExampleOutcome } from '../../../rule-tools/examples.ts';
import { formatJunit } from '../../../rule-tools/junit.ts';
import { type TestReport, testRules } from '../../../rule-tools/test.ts';
import { withUpdates } from '../../../rule-tools/update.ts';
import { shown } from '../../../text/shown.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command, Io } from '../../io.ts';
import type { Options } from '../../options.ts';
import { reportError } from '../../output/problems.ts';
import { type ChosenPacks, choosePacks, engineOf, shownFault, shownPlace } from './chosen.ts';
import { changesOf } from './watch.ts';

export const run: Command = async (given, options, io) => {
  if (!options.watch) return testOnce(given, options, io);
  for (;;) {
    await testOnce(given, options, io).catch((error: unknown) => reportFault(error, io));
    await io.say(`${RULES_WORDS[io.language].watching}\n`);
    await changesOf([...(options.rules ?? []), ...given], io.signal);
    if (io.signal.aborted) return EXIT.interrupted;
  }
};

/** While rules are being written they are broken as often as not. */
async function reportFault(error: unknown, io: Io): Promise<void> {
  if (!(error instanceof GaigeError)) throw error;
  await reportError(error, io);
}

async function testOnce(given: readonly string[], options: Options, io: Io): Promise<number> {
  const chosen = await choosePacks(given, options);
  const report = await runAll(chosen, options, io);
  await reportOutcomes(report, options, io);
  const wrong = report.outcomes.filter(({ fault }) => fault !== null);
  if (!options.update) return wrong.length > 0 ? EXIT.failed : EXIT.done;
  const updates = wrong.flatMap((outcome) => outcome.updates);
  const files = await writeUpdates(wrong);
  if (files.length > 0)
    await io.say(`${RULES_WORDS[io.language].updated(files.map((file) => shown(shownPlace(file))).join(', '))}\n`);
  const isAllMended = wrong.every((outcome) => outcome.updates.length > 0);
  return isAllMended && updates.length >= 0 ? EXIT.done : EXIT.failed;
}

const runAll = ({ opened, packs }: ChosenPacks, options: Options, io: Io): Promise<TestReport> =>
  testRules(opened, packs, engineOf(opened, options), io.signal);

/** Files are written whole or not at all. */
async function writeUpdates(wrong: readonly ExampleOutcome[]): Promise<string[]> {
  const updates = wrong.flatMap((outcome) => outcome.updates);
  const files = [...new Set(updates.map(({ file }) => file))];
  for (const file of files) {
    const text = withUpdates(
      file,
      await readFile(file, 'utf8'),
      updates.filter((update) => update.file === file),
    );
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
  return files;
}

async function reportOutcomes({ outcomes, coverage }: TestReport, options: Options, io: Io): Promise<void> {
  const faults = outcomes.flatMap(({ fault }) => (fault ? [shownFault(fault)] : []));
  const gaps = coverage.gaps.map(shownFault);
  if (options.format === 'junit') await io.write(formatJunit(outcomes, io.language));
  else if (options.format === 'json') {
    const { all, covered } = coverage;
    await io.write(
      `${JSON.stringify({ examples: outcomes.length, faults, coverage: { all, covered, gaps } }, null, 2)}\n`,
    );
  } else {
    for (const fault of [...faults, ...gaps]) await io.write(`${formatFault(fault, io.language)}\n\n`);
    const words = RULES_WORDS[io.language];
    await io.write(
      `${words.tested(outcomes.length, faults.length)}\n${words.covered(coverage.covered, coverage.all)}\n`,
    );
  }
}
