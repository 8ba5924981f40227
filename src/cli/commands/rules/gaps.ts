/** `gaige rules gaps`: what reports say and no rule knows. */

import { loadEngine } from '../../../engine/engine.ts';
import { RULES_WORDS } from '../../../messages/rules.ts';
import { findGaps, type Gap } from '../../../rule-tools/gaps.ts';
import { shown } from '../../../text/shown.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command, Io } from '../../io.ts';
import { documentsOf } from './documents.ts';

export const run: Command = async (given, options, io) => {
  const { engine } = await loadEngine(options);
  const failures = { count: 0 };
  const gaps = await findGaps(documentsOf(given, options, engine, failures, io), engine);
  const words = RULES_WORDS[io.language];
  if (options.format === 'json') await io.write(`${JSON.stringify(gaps, null, 2)}\n`);
  else {
    await io.write(`${words.reports(gaps.reports)}\n`);
    await writeList(words.units, gaps.units, io);
    await writeList(words.cues, gaps.cues, io);
    await writeList(words.names, gaps.names, io);
  }
  return failures.count > 0 ? EXIT.failed : EXIT.done;
};

async function writeList(title: string, gaps: readonly Gap[], io: Io): Promise<void> {
  const lines = gaps.map(
    ({ words, count, contexts }) =>
      `  ${shown(words)} ×${count}\n${contexts.map((each) => `    ${shown(each)}\n`).join('')}`,
  );
  await io.write(`\n${title}:\n${lines.join('') || `  ${RULES_WORDS[io.language].noGaps}\n`}`);
}
