/** `gaige rules list`: what judges, what it says, and where it stands; and the fields of reform by their labels. */

import type { ConceptSource } from '../../../knowledge/concepts/schema.ts';
import type { DomainSource } from '../../../knowledge/domains/schema.ts';
import type { PackEntry } from '../../../knowledge/pack.ts';
import type { RuleSource } from '../../../knowledge/pattern/schema.ts';
import type { ContextSource } from '../../../knowledge/placeholders/schema.ts';
import { RULES_WORDS } from '../../../messages/rules.ts';
import type { JudgingSort } from '../../../rule-tools/examples.ts';
import { EXIT } from '../../exit-codes.ts';
import type { Command } from '../../io.ts';
import { tableOf } from '../../output/columns.ts';
import { type ChosenPacks, choosePacks, shownPlace } from './chosen.ts';

export type Listed = {
  id: string;
  sort: JudgingSort | 'domain';
  pack: string;
  place: string;
  emits: Readonly<Record<string, unknown>>;
  examples: { match: number; skip: number };
};

export const run: Command = async (given, options, io) => {
  const listed = listRules(await choosePacks(given, options));
  if (options.format === 'json') await io.write(`${JSON.stringify(listed, null, 2)}\n`);
  else await io.write(tableOf(listed.map((row) => cellsOf(row, RULES_WORDS[io.language].examples))));
  return EXIT.done;
};

export const listRules = ({ opened: { merged }, packs }: ChosenPacks): Listed[] => [
  ...[...merged.rules].filter(([, { pack }]) => packs.has(pack)).map(([id, entry]) => listedRule(id, entry)),
  ...[...merged.contexts].filter(([, { pack }]) => packs.has(pack)).map(([id, entry]) => listedContext(id, entry)),
  ...[...merged.concepts].filter(([, { pack }]) => packs.has(pack)).map(([id, entry]) => listedConcept(id, entry)),
  ...[...merged.domains].filter(([, { pack }]) => packs.has(pack)).map(([id, entry]) => listedDomain(id, entry)),
];

const listedRule = (id: string, { value, pack, file, keys }: PackEntry<RuleSource>): Listed => ({
  id,
  sort: 'rule',
  pack: pack.name,
  place: file.placeOf(keys),
  emits: value.emit,
  examples: { match: value.examples.match.length, skip: value.examples.skip.length },
});

const listedContext = (id: string, { value, pack, file, keys }: PackEntry<ContextSource>): Listed => ({
  id,
  sort: 'context',
  pack: pack.name,
  place: file.placeOf(keys),
  emits: { kind: value.kind, ...(value.expects === undefined ? {} : { expects: value.expects }) },
  examples: { match: value.examples?.match.length ?? 0, skip: value.examples?.skip.length ?? 0 },
});

const listedConcept = (id: string, { value, pack, file, keys }: PackEntry<ConceptSource>): Listed => ({
  id,
  sort: 'concept',
  pack: pack.name,
  place: file.placeOf(keys),
  emits: { concept: value.label?.zh ?? id, dimension: value.dimensions?.[0] ?? 'other' },
  examples: { match: value.examples?.match.length ?? 0, skip: value.examples?.skip.length ?? 0 },
});

/** Tested by the examples of its pack. */
const listedDomain = (id: string, { value, pack, file, keys }: PackEntry<DomainSource>): Listed => ({
  id,
  sort: 'domain',
  pack: pack.name,
  place: file.placeOf(keys),
  emits: { label: value.label ?? id, field: value.field ?? '' },
  examples: { match: 0, skip: 0 },
});

export const emitsOf = (emits: Listed['emits']): string =>
  Object.entries(emits)
    .map(([field, value]) => `${field}=${String(value)}`)
    .join(' ');

const cellsOf = (
  { id, emits, examples, place }: Listed,
  countWords: (match: number, skip: number) => string,
): string[] => [id, emitsOf(emits), countWords(examples.match, examples.skip), shownPlace(place)];
