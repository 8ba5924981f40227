/** `gaige rules lint`: all that is wrong in packs, and what is probably not meant. */
import { byPlace, type Fault, formatFault, isError } from '../../../messages/fault.ts';
import { RULES_WORDS } from '../../../messages/rules.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command, Io } from '../../io.ts';
import type { Options } from '../../options.ts';
import { type ChosenPacks, choosePacks, engineOf, shownFault } from './chosen.ts';

export const run: Command = async (given, options, io) => {
  const faults = await lint(await choosePacks(given, options), options);
  await reportFaults(faults, options, io);
  return faults.some(isError) ? EXIT.failed : EXIT.done;
};

async function lint({ opened, packs }: ChosenPacks, options: Options): Promise<readonly Fault[]> {
  if (!opened.pack) return opened.faults;
  const { advise } = await import('../../../rule-tools/lint.ts');
  const advice = await advise(opened, packs, engineOf(opened, options));
  return [...opened.faults, ...advice].sort((a, b) => (a.path === b.path ? byPlace(a, b) : 0));
}

export async function reportFaults(all: readonly Fault[], options: Options, io: Io): Promise<void> {
  const faults = all.map(shownFault);
  if (options.format === 'json') {
    await io.write(`${JSON.stringify(faults, null, 2)}\n`);
    return;
  }
  for (const fault of faults) await io.write(`${formatFault(fault, io.language)}\n\n`);
  const errors = faults.filter(isError).length;
  await io.say(`${RULES_WORDS[io.language].faults(errors, faults.length - errors)}\n`);
}
