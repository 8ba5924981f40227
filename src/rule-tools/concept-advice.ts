/** What is right by the letter in a concept of a pack, and yet names nothing, or something else. */
import type { ConceptSource } from '../knowledge/concepts/schema.ts';
import { plainName, spelledWords } from '../knowledge/concepts/spellings.ts';
import type { Concept, ConceptRules } from '../knowledge/concepts/table.ts';
import type { OpenedPacks } from '../knowledge/index.ts';
import type { Pack, PackEntry } from '../knowledge/pack.ts';
import type { RulePack } from '../knowledge/rule-pack.ts';
import type { Fault, FaultCode } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';

export function conceptAdvice({ merged, pack }: OpenedPacks, packs: ReadonlySet<Pack>): Fault[] {
  if (!pack) return [];
  return [...merged.concepts.values()]
    .filter((entry) => packs.has(entry.pack))
    .flatMap((entry) => (entry.value.names.length === 0 ? [nameless(entry)] : namesAmiss(entry, pack)));
}

type ConceptEntry = PackEntry<ConceptSource>;

const advice = (
  { file, keys }: ConceptEntry,
  tail: readonly (string | number)[],
  code: FaultCode,
  facts: Facts,
): Fault => ({ ...file.fault(code, [...keys, ...tail], facts), severity: 'warning' });

const nameless = (entry: ConceptEntry): Fault => advice(entry, ['id'], 'CONCEPT_NAMELESS', { id: entry.value.id });

/** Names that the concept itself excludes, and those that another concept has for the same figures. */
function namesAmiss(entry: ConceptEntry, { concepts, classes }: RulePack): Fault[] {
  const { id } = entry.value;
  const own = entry.file.content.concepts?.[Number(entry.keys[1])]?.names ?? [];
  return own.flatMap((word, i) => {
    const names = spelledWords([word], classes).map((name) => plainName(name, concepts.around.ignored));
    for (const name of names) {
      const namesakes = namesakesOf(concepts, name);
      const self = namesakes.find((each) => each.id === id);
      if (!self) continue;
      if (self.not.isIn(name)) return [advice(entry, ['names', i], 'CONCEPT_EXCLUDES', { name, id })];
      const other = namesakes.find((each) => each !== self && isAlike(each, self, concepts));
      if (other) return [advice(entry, ['names', i], 'CONCEPT_TAKEN', { name, id, other: other.id })];
    }
    return [];
  });
}

const namesakesOf = ({ names, named }: ConceptRules, name: string): readonly Concept[] =>
  names.has(name) ? (named[names.wordAt(name, 0)] ?? []) : [];

/** Neither unit nor kind tells which of the two is meant. */
function isAlike(one: Concept, other: Concept, { definitions }: ConceptRules): boolean {
  const measured = definitions.get(other.id)?.dimensions ?? [];
  const isSameKind = !one.kinds || !other.kinds || [...other.kinds].some((kind) => one.kinds?.has(kind));
  return isSameKind && measured.some((dimension) => definitions.get(one.id)?.dimensions.includes(dimension));
}
