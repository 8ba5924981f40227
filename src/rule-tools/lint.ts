/** What is right by the letter and yet not what its author meant. */

import type { Engine } from '../engine/engine.ts';
import type { JudgedFigure } from '../judge/figure.ts';
import { losersOf, type Match, RULED_FIELDS, type RuledField } from '../judge/verdict.ts';
import { askedClasses, NEEDED_CLASSES } from '../knowledge/classes/needed.ts';
import type { OpenedPacks } from '../knowledge/index.ts';
import type { Pack, PackEntry, PackPlace } from '../knowledge/pack.ts';
import { splitWords } from '../knowledge/word-list.ts';
import { byPlace, type Fault, type FaultCode } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import { own } from '../text/own.ts';
import { conceptAdvice } from './concept-advice.ts';
import { type Example, examplesOf } from './examples.ts';
import { readText } from './reading.ts';

/** Advice about some of the packs; the rules are those of all together. Only for packs without faults. */
export async function advise(opened: OpenedPacks, packs: ReadonlySet<Pack>, engine: Engine): Promise<Fault[]> {
  const { merged } = opened;
  const isOurs = ({ pack }: { pack: Pack }) => packs.has(pack);
  const examples = examplesOf(merged).filter((example) => example.sort === 'rule' && example.kind === 'match');
  const shadowed: Fault[] = [];
  for (const example of examples.filter(isOurs)) shadowed.push(...(await shadows(example, engine)));
  const judging = [...merged.rules, ...merged.contexts, ...merged.concepts].filter(([, entry]) => isOurs(entry));
  return [
    ...judging.flatMap(([id, entry]) => withoutExamples(id, entry)),
    ...shadowed,
    ...unusedClasses(opened, packs),
    ...emptyClasses(opened, packs),
    ...takenUnits(opened, packs),
    ...conceptAdvice(opened, packs),
    ...unnamed(packs),
  ].sort(byPlace);
}

const advice = ({ file, keys }: Pick<PackPlace, 'file' | 'keys'>, code: FaultCode, facts: Facts): Fault => ({
  ...file.fault(code, keys, facts),
  severity: 'warning',
});

function withoutExamples(
  id: string,
  { value, ...place }: PackEntry<{ examples?: { match: readonly unknown[] } | undefined }>,
): Fault[] {
  const isTested = (value.examples?.match.length ?? 0) > 0;
  return isTested ? [] : [advice({ ...place, keys: [...place.keys, 'id'] }, 'NO_EXAMPLES', { id })];
}

/** Fields that a rule speaks of and another rule decides otherwise, in the rule's own example. */
async function shadows(example: Example, engine: Engine): Promise<Fault[]> {
  const { judge: judged } = await readText(example.text, engine);
  const figures = judged
    .flatMap((sentence) => sentence.figures)
    .filter(({ matches }) => matches.some(({ rule }) => rule.id === example.id));
  const losses = figures.map((figure) => lossesOf(example.id, figure));
  // A rule that wins on one of the figures of its example is not lost.
  const [first] = losses;
  if (!first || losses.some((loss) => loss.length === 0)) return [];
  return first.map(({ field, winner, loser }) =>
    advice(example, 'SHADOWED', {
      text: example.text,
      field,
      by: winner.rule.id,
      place: winner.rule.place,
      theirs: winner.rule.priority,
      ours: loser.rule.priority,
    }),
  );
}

type Loss = { field: RuledField; winner: Match; loser: Match };

/** The fields of which a rule speaks and which go to another that says otherwise. */
const lossesOf = (id: string | null, figure: JudgedFigure): Loss[] =>
  RULED_FIELDS.flatMap((field) => {
    const winner = figure.verdict[field];
    const loser = losersOf(figure, field).find(({ rule }) => rule.id === id);
    // Why a figure is none is told by whoever says so.
    if (!winner || !loser || field === 'reason' || loser.rule.emit[field] === winner.rule.emit[field]) return [];
    return [{ field, winner, loser }];
  });

/** Classes for which neither code nor a pattern nor another class asks. */
function unusedClasses({ merged, pack }: OpenedPacks, packs: ReadonlySet<Pack>): Fault[] {
  const asked = askedClasses(merged, pack?.rules ?? []);
  return [...merged.classes].flatMap(([name, [first]]) => {
    if (!first || !packs.has(first.pack) || asked.has(name)) return [];
    return [advice({ file: first.file, keys: first.keys.slice(0, 2) }, 'UNUSED_CLASS', { name })];
  });
}

/** Classes for which code asks in vain, where they are spoken of last. */
function emptyClasses({ pack, packs: all }: OpenedPacks, packs: ReadonlySet<Pack>): Fault[] {
  const empty = [...NEEDED_CLASSES].filter((name) => pack?.classes.get(name)?.words.size === 0);
  return empty.flatMap((name) => {
    const place = all.flatMap((each) => placesOf(name, each)).at(-1);
    return place && packs.has(place.pack) ? [advice(place, 'EMPTY_CLASS', { name })] : [];
  });
}

/** Where a pack speaks of a class, in the order in which it counts. */
function placesOf(name: string, pack: Pack): PackPlace[] {
  const { files } = pack;
  const taking = files.filter(({ content }) => own(content.off?.words ?? {}, name));
  const giving = files.filter(({ content }) => own(content.classes ?? {}, name));
  return [
    ...taking.map((file) => ({ pack, file, keys: ['off', 'words', name] })),
    ...giving.map((file) => ({ pack, file, keys: ['classes', name] })),
  ];
}

/** Ways of writing a unit that another unit of the same or an earlier pack has. */
function takenUnits({ merged }: OpenedPacks, packs: ReadonlySet<Pack>): Fault[] {
  const taken = new Map<string, { symbol: string; place: string }>();
  return [...merged.units.values()].flatMap((entry) => {
    const { symbol, words = [] } = entry.value.unit;
    const place = entry.file.placeOf(entry.keys);
    return [symbol, ...splitWords(words)].flatMap((word) => {
      const first = taken.get(word);
      taken.set(word, { symbol, place });
      if (!first || first.symbol === symbol || !packs.has(entry.pack)) return [];
      return [advice(entry, 'UNIT_TAKEN', { word, unit: first.symbol, first: first.place })];
    });
  });
}

function unnamed(packs: ReadonlySet<Pack>): Fault[] {
  return [...packs].flatMap(({ files, name }) => {
    const [file] = files;
    const isNamed = files.some(({ content }) => content.pack !== undefined);
    return file && !isNamed ? [advice({ file, keys: [] }, 'NO_PACK_NAME', { name })] : [];
  });
}
