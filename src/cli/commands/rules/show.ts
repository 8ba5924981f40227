/** `gaige rules show ID`: one rule, context, concept or field of reform, whole. */

import { RULES_WORDS } from '../../../messages/rules.ts';
import { nearest } from '../../../text/nearest.ts';
import { shown } from '../../../text/shown.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command } from '../../io.ts';
import { tableOf } from '../../output/columns.ts';
import { usageError } from '../../usage.ts';
import { choosePacks, shownPlace } from './chosen.ts';
import { emitsOf, listRules } from './list.ts';

export const run: Command = async ([id = '', ...given], options, io) => {
  const chosen = await choosePacks(given, { ...options, all: true });
  const listed = listRules(chosen);
  const row = listed.find((each) => each.id === id);
  const { merged } = chosen.opened;
  const entry = merged.rules.get(id) ?? merged.contexts.get(id) ?? merged.concepts.get(id) ?? merged.domains.get(id);
  if (!row || !entry)
    throw unknownRule(
      id,
      listed.map((each) => each.id),
    );
  const { value } = entry;
  if (options.format === 'json') {
    await io.write(`${JSON.stringify({ ...row, source: value }, null, 2)}\n`);
    return EXIT.done;
  }
  const words = RULES_WORDS[io.language];
  const { examples = { match: [], skip: [] }, ...rest } = 'terms' in value ? { ...value, examples: undefined } : value;
  const pattern = 'pattern' in rest ? [[words.pattern, rest.pattern]] : Object.entries(rest).slice(1).map(fact);
  const priority = 'priority' in rest ? [[words.priority, String(rest.priority)]] : [];
  const matches = examples.match.map((example) => [
    '+',
    typeof example === 'string' ? example : JSON.stringify(example),
  ]);
  const skips = examples.skip.map((text) => ['−', text]);
  await io.write(`${id}  ${shown(shownPlace(row.place))}  (${shown(row.pack)})\n`);
  await io.write(tableOf([...pattern, [words.emits, emitsOf(row.emits)], ...priority, ...matches, ...skips]));
  return EXIT.done;
};

const fact = ([key, value]: [string, unknown]): string[] => [
  key,
  typeof value === 'string' ? value : JSON.stringify(value),
];

export function unknownRule(id: string, known: readonly string[]): Error {
  const near = nearest(id, known);
  return usageError('UNKNOWN_RULE', { given: id, ...(near === null ? {} : { near }) });
}
