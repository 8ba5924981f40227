import type { Fault } from '../../messages/fault.ts';
import type { Dimension, IndicatorKind } from '../../model/vocabulary.ts';
import { CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import { nearest } from '../../text/nearest.ts';
import type { Keys } from '../../yaml/source.ts';
import type { PackEntry, RuleFile } from '../pack.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { ConceptNamesSource, ConceptSource } from './schema.ts';
import { classNamed, MOST_SPELLINGS, plainName, spelledWords, spellingCount } from './spellings.ts';

/** What may stand beside a name and change nothing. */
export type Beside = { before: Lexicon; after: Lexicon };

export type Concept = Beside & {
  id: string;
  /** Null for all. */
  kinds: ReadonlySet<IndicatorKind> | null;
  /** What levels and changes are measured in. */
  levels: ReadonlySet<Dimension>;
  changes: ReadonlySet<Dimension>;
  not: Lexicon;
  /** Its levels are percentages: 60%的城镇化率 is no part of it. */
  isRate: boolean;
  /** Theirs where the figure before it in its clause is that of somebody else. */
  ofAnyone: boolean;
};

/** What tables and summaries show of a standard indicator: its name, and what its levels are measured in. */
export type ConceptDefinition = {
  id: string;
  label: { zh: string; en: string };
  dimensions: readonly Dimension[];
  /** A fall is what its changes count. */
  countsFalls: boolean;
  /** A target of it is a ceiling. */
  lowerIsBetter: boolean;
  /** What is counted in another unit is something else. */
  unitsTell: boolean;
  /** What was added to it is another observation than what there is of it. */
  isStock: boolean;
};

/** `rules/concepts.yaml`, compiled. */
export type ConceptRules = {
  /** By id, in the order of the packs. */
  definitions: ReadonlyMap<string, ConceptDefinition>;
  /** Those of them that summaries show before others. */
  headlines: readonly ConceptDefinition[];
  /** Words for whose a figure is, which do not say what it measures: 全国. */
  owners: ReadonlySet<string>;
  names: Lexicon;
  /** Whose name each of them is, in their order. */
  named: readonly (readonly Concept[])[];
  around: Beside & {
    wholes: readonly { regions: Lexicon; words: Lexicon }[];
    rest: Lexicon;
    others: Lexicon;
    /** Behind a share they tell what it is used for. */
    uses: Lexicon;
    /** What is promised without a figure. */
    goals: Lexicon;
    /** In the name of a stock they tell that it was added. */
    added: Lexicon;
    ignored: CharSet;
  };
};

type WordClasses = ReadonlyMap<string, Lexicon>;

export function compileConcepts(
  concepts: readonly ConceptSource[],
  { wholes, before, after, rest, others, uses, goals, added, ignored }: ConceptNamesSource,
  classes: WordClasses,
): ConceptRules {
  const passed = new CharSet(ignored);
  const named = new Map<string, Concept[]>();
  for (const source of concepts) {
    const concept = compileConcept(source, classes);
    for (const name of new Set(spelledWords(source.names, classes).map((each) => plainName(each, passed)))) {
      const namesakes = named.get(name) ?? [];
      namesakes.push(concept);
      named.set(name, namesakes);
    }
  }
  const definitions = concepts.map(definitionOf);
  return {
    definitions: new Map(definitions.map((each) => [each.id, each])),
    headlines: definitions.filter((_, i) => concepts[i]?.headline),
    owners: new Set([...wholes.flatMap(({ words }) => splitWords(words)), ...splitWords(others)]),
    names: new Lexicon(named.keys()),
    named: [...named.values()],
    around: {
      ...beside({ before, after }, classes),
      wholes: wholes.map(({ regions, words }) => ({ regions: lexiconOf(regions), words: lexiconOf(words) })),
      rest: lexiconOf(rest),
      others: lexiconOf(others),
      uses: lexiconOf(uses),
      goals: new Lexicon(spelledWords(goals, classes)),
      added: lexiconOf(added),
      ignored: passed,
    },
  };
}

const definitionOf = ({
  id,
  label,
  dimensions,
  countsFalls,
  lowerIsBetter,
  unitsTell,
  stock,
}: ConceptSource): ConceptDefinition => ({
  id,
  label: label ?? { zh: id, en: id },
  dimensions: dimensions ?? [],
  countsFalls: countsFalls ?? false,
  lowerIsBetter: lowerIsBetter ?? false,
  unitsTell: unitsTell ?? false,
  isStock: stock ?? false,
});

const compileConcept = (source: ConceptSource, classes: WordClasses): Concept => {
  const { id, kinds, dimensions = [], changes } = source;
  return {
    id,
    kinds: kinds ? new Set(kinds) : null,
    levels: new Set([...dimensions, ...RATES]),
    changes: new Set(changes ?? [...dimensions, ...RATES, 'percentage-point']),
    ...beside(source, classes),
    not: lexiconOf(source.not),
    isRate: dimensions[0] === 'percent',
    ofAnyone: source.ofAnyone ?? false,
  };
};

/** How much of an amount was reached, of whatever dimension it is: 完成年度任务的118.6%, 是2005年的2.1倍. */
const RATES = ['percent', 'ratio'] as const;

const beside = ({ before, after }: Pick<ConceptSource, 'before' | 'after'>, classes: WordClasses): Beside => ({
  before: new Lexicon(spelledWords(before, classes)),
  after: new Lexicon(spelledWords(after, classes)),
});

/** What a later pack says of a concept that exists is added to it; examples are those of the pack that speaks of it last. */
export const extendConcept = (before: ConceptSource, after: ConceptSource): ConceptSource => ({
  ...before,
  ...after,
  examples: after.examples,
  names: [...before.names, ...after.names],
  before: [...before.before, ...after.before],
  after: [...before.after, ...after.after],
  not: [...before.not, ...after.not],
});

/** The lists that hold spellings, of a concept or of all names. */
const SPELLED = ['names', 'before', 'after', 'goals'] as const;

/** Classes that concepts ask for. */
export const conceptClasses = (
  concepts: Iterable<ConceptSource>,
  around: Pick<ConceptNamesSource, 'before' | 'after'>,
): Set<string> =>
  new Set(
    [...concepts, { ...around, names: [] }].flatMap(({ names, before, after }) =>
      splitWords([...names, ...before, ...after]).flatMap((entry) => classNamed(entry) ?? []),
    ),
  );

/** A concept without a label and the like, words that unfold to too many, and classes that are none; `ids`: those of all concepts. */
export function conceptFaults(
  { value, file, keys }: PackEntry<ConceptSource>,
  ids: Iterable<string>,
  classes: Iterable<string>,
): Fault[] {
  const own = file.content.concepts?.[Number(keys[1])] ?? {};
  return [...newConceptFaults(value, file, keys, ids), ...spellingFaults(file, own, keys, classes)];
}

/** One that no earlier pack has says what it is; without that its id may be that of another, written wrongly. */
function newConceptFaults(
  { id, label, definition, dimensions }: ConceptSource,
  file: RuleFile,
  keys: Keys,
  ids: Iterable<string>,
): Fault[] {
  const missing = Object.entries({ label, definition, dimensions }).flatMap(([key, given]) => (given ? [] : [key]));
  if (missing.length === 0) return [];
  const near = nearest(
    id,
    [...ids].filter((each) => each !== id),
  );
  return [file.fault('NEW_CONCEPT', keys, { id, keys: missing.join(', '), ...(near === null ? {} : { near }) })];
}

/** The same of what a file says of all names. */
export const conceptNamesFaults = (file: RuleFile, classes: Iterable<string>): Fault[] =>
  spellingFaults(file, file.content.conceptNames ?? {}, ['conceptNames'], classes);

type Spelled = { readonly [Key in (typeof SPELLED)[number]]?: readonly string[] | undefined };

function spellingFaults(file: RuleFile, lists: Spelled, keys: Keys, classes: Iterable<string>): Fault[] {
  const known = new Set(classes);
  return SPELLED.flatMap((key) =>
    (lists[key] ?? []).flatMap((words, i) =>
      splitWords([words]).flatMap((word) => spellingFault(word, file, [...keys, key, i], known)),
    ),
  );
}

function spellingFault(word: string, file: RuleFile, keys: Keys, classes: ReadonlySet<string>): Fault[] {
  const name = classNamed(word);
  if (name !== null && !classes.has(name)) {
    const near = nearest(name, classes);
    return [file.fault('UNKNOWN_CLASS', keys, { name, ...(near === null ? {} : { near: `@${near}` }) }, { word })];
  }
  if (spellingCount(word) <= MOST_SPELLINGS) return [];
  return [file.fault('TOO_MANY_SPELLINGS', keys, { word, limit: MOST_SPELLINGS }, { word })];
}
