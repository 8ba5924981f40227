/** `gaige rules bench`: what each rule costs over reports. */
import { loadEngine } from '../../../engine/engine.ts';
import { RULES_WORDS } from '../../../messages/rules.ts';
import { benchRules, type RuleCost } from '../../../rule-tools/bench.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command } from '../../io.ts';
import { tableOf } from '../../output/columns.ts';
import { shownPlace } from './chosen.ts';
import { documentsOf } from './documents.ts';

export const run: Command = async (given, options, io) => {
  const { engine } = await loadEngine(options);
  const failures = { count: 0 };
  const bench = await benchRules(documentsOf(given, options, engine, failures, io), engine, () => performance.now());
  if (options.format === 'json') await io.write(`${JSON.stringify(bench, null, 2)}\n`);
  else {
    const { reports, cost, fired, decided, figures } = RULES_WORDS[io.language];
    await io.write(`${reports(bench.reports)}, ${figures(bench.figures)}\n`);
    await io.write(tableOf([['', cost, fired, decided, ''], ...bench.rules.map(cellsOf)]));
  }
  return failures.count > 0 ? EXIT.failed : EXIT.done;
};

const cellsOf = ({ id, milliseconds, fired, decided, place }: RuleCost): string[] => [
  id,
  milliseconds.toFixed(1),
  String(fired),
  String(decided),
  shownPlace(place),
];
