/**
 * Puts packs together, in order. What a later pack says under an id that an earlier one used takes its place; words and lists are
 * added; single values are replaced; what is `off` is taken back first. Of lists of which the first that fits decides, the members
 * of later packs come first. Within a pack an id is used once.
 */
import type { Fault } from '../messages/fault.ts';
import type { Dimension } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import { own } from '../text/own.ts';
import type { Keys } from '../yaml/source.ts';
import type { BoilerplateRules } from './boilerplate/schema.ts';
import { FIRST_FIT_BOILERPLATE } from './boilerplate/table.ts';
import type { ConceptSource } from './concepts/schema.ts';
import { extendConcept } from './concepts/table.ts';
import type { PackTerm } from './dictionary/table.ts';
import type { DomainSource } from './domains/schema.ts';
import { extendDomain } from './domains/table.ts';
import { FIRST_FIT_HEADINGS } from './headings/table.ts';
import type { MaskFormSource } from './masks/schema.ts';
import { FIRST_FIT_METADATA } from './metadata/table.ts';
import type { Pack, PackEntry, PackPlace, RuleFile } from './pack.ts';
import type { RuleSource } from './pattern/schema.ts';
import type { ContextSource } from './placeholders/schema.ts';
import { FIRST_FIT_PLACEHOLDERS } from './placeholders/table.ts';
import type { Knowledge, PackExampleSource, PackFile } from './schema.ts';
import type { DimensionedUnit } from './units/table.ts';
import { splitWords } from './word-list.ts';

/** What has an id. */
type IdentifiedValues = {
  rules: RuleSource;
  contexts: ContextSource;
  domains: DomainSource;
  concepts: ConceptSource;
  masks: MaskFormSource;
  lines: BoilerplateRules['lines'][number];
  units: DimensionedUnit;
};

type IdentifiedKind = keyof IdentifiedValues;

/** The list that a file has of them: its section and, where the section is more than the list, the key in it. */
const PLACES: Record<
  IdentifiedKind,
  readonly [section: keyof PackFile] | readonly [section: keyof PackFile, list: string]
> = {
  rules: ['rules'],
  contexts: ['placeholders', 'contexts'],
  domains: ['domains'],
  concepts: ['concepts'],
  masks: ['masks', 'forms'],
  lines: ['boilerplate', 'lines'],
  units: ['units', 'dimensions'],
};

const KINDS = Object.keys(PLACES) as IdentifiedKind[];

/** What is read apart from the sections that are merged key by key. */
const APART = ['pack', 'off', 'examples', 'classes', 'dictionary'] satisfies (keyof PackFile)[];

/** Lists of which the first member that fits decides, by the way to them. */
const FIRST_FIT: ReadonlySet<string> = new Set(
  Object.entries({
    headings: FIRST_FIT_HEADINGS,
    metadata: FIRST_FIT_METADATA,
    placeholders: FIRST_FIT_PLACEHOLDERS,
    boilerplate: FIRST_FIT_BOILERPLATE,
  }).flatMap(([section, lists]) => lists.map((list) => `${section}.${list}`)),
);

/** By id, in order of precedence: the last counts, or of lists of which the first that fits decides, the first. */
type Identified = { [K in IdentifiedKind]: Map<string, PackEntry<IdentifiedValues[K]>> };

export type Merged = Identified & {
  /** All other sections. */
  sections: Record<string, unknown>;
  /** Base unit by dimension. */
  bases: Map<string, string | null>;
  classes: Map<string, PackEntry<string>[]>;
  /** Where classes were taken back last. */
  classesOff: Map<string, PackPlace>;
  terms: PackEntry<PackTerm>[];
  examples: PackEntry<PackExampleSource>[];
  faults: Fault[];
};

export function mergePacks(packs: readonly Pack[]): Merged {
  const merged: Merged = {
    rules: new Map(),
    contexts: new Map(),
    domains: new Map(),
    concepts: new Map(),
    masks: new Map(),
    lines: new Map(),
    units: new Map(),
    sections: {},
    bases: new Map(),
    classes: new Map(),
    classesOff: new Map(),
    terms: [],
    examples: [],
    faults: [],
  };
  for (const pack of packs) {
    for (const file of pack.files) switchOff(merged, pack, file);
    addIdentified(merged, pack);
    for (const file of pack.files) addWords(merged, pack, file);
    const own = pack.files.reduce<unknown>((sections, { content }) => merge(sections, othersIn(content), false), {});
    merged.sections = merge(merged.sections, own, true) as Merged['sections'];
  }
  return merged;
}

/** The sections, with the lists that are merged by id in their places. */
export function knowledgeOf(merged: Merged): Knowledge {
  const sections = { ...merged.sections };
  for (const kind of ['contexts', 'masks', 'lines'] as const) {
    const [section, list = ''] = PLACES[kind];
    sections[section] = { ...(sections[section] as object), [list]: valuesOf<unknown>(merged[kind]) };
  }
  return sections as Knowledge;
}

export const valuesOf = <T>(entries: ReadonlyMap<string, PackEntry<T>>): T[] =>
  [...entries.values()].map(({ value }) => value);

// What has an id

type GivenEntry = { id: string; value: unknown; keys: Keys; idKeys: Keys };

function givenIn(content: PackFile, kind: IdentifiedKind): GivenEntry[] {
  if (kind === 'units') return unitsIn(content);
  const place = PLACES[kind];
  const list = place.reduce<unknown>((value, key) => (isMapping(value) ? value[key] : undefined), content);
  return ((list ?? []) as { id: string }[]).map((value, i) => {
    const keys = [...place, i];
    return { id: value.id, value, keys, idKeys: [...keys, 'id'] };
  });
}

const unitsIn = ({ units }: PackFile): GivenEntry[] =>
  Object.entries(units?.dimensions ?? {}).flatMap(([dimension, given]) =>
    (given?.units ?? []).map((entry, index) => {
      const keys = ['units', 'dimensions', dimension, 'units', index];
      const unit = typeof entry === 'string' ? { symbol: entry, halves: false } : entry;
      const idKeys = typeof entry === 'string' ? keys : [...keys, 'symbol'];
      const value: DimensionedUnit = { unit, dimension: dimension as Dimension };
      return { id: unit.symbol, value, keys, idKeys };
    }),
  );

function addIdentified(merged: Merged, pack: Pack): void {
  for (const kind of KINDS) {
    const earlier = merged[kind] as Map<string, PackEntry<unknown>>;
    const own = new Map<string, PackEntry<unknown>>();
    for (const file of pack.files) {
      for (const { id, value, keys, idKeys } of givenIn(file.content, kind)) {
        const first = own.get(id);
        if (first) merged.faults.push(doubled(id, file, idKeys, first));
        else own.set(id, { value: extended(kind, earlier.get(id)?.value, value), pack, file, keys });
      }
    }
    const others = [...earlier].filter(([id]) => !own.has(id));
    const isFirstFit = FIRST_FIT.has(PLACES[kind].join('.'));
    (merged as Record<string, unknown>)[kind] = new Map(isFirstFit ? [...own, ...others] : [...others, ...own]);
  }
}

/** Domains and concepts are added to; anything else takes the place of its namesake. */
function extended(kind: IdentifiedKind, earlier: unknown, later: unknown): unknown {
  if (kind === 'domains' && earlier) return extendDomain(earlier as DomainSource, later as DomainSource);
  if (kind === 'concepts' && earlier) return extendConcept(earlier as ConceptSource, later as ConceptSource);
  return later;
}

function doubled(id: string, file: RuleFile, idKeys: Keys, first: PackEntry<unknown>): Fault {
  return file.fault('DUPLICATE_ID', idKeys, { id, first: first.file.placeOf(first.keys) });
}

// Words

function addWords(merged: Merged, pack: Pack, file: RuleFile): void {
  const { classes = {}, dictionary = {}, examples = [], units } = file.content;
  const entry = <T>(value: T, keys: Keys): PackEntry<T> => ({ value, pack, file, keys });
  for (const [name, list] of Object.entries(classes)) {
    const own = list.flatMap((words, i) => splitWords([words]).map((word) => entry(word, ['classes', name, i])));
    merged.classes.set(name, [...(merged.classes.get(name) ?? []), ...own]);
  }
  for (const [tag, list] of Object.entries(dictionary)) {
    for (const [i, words] of list.entries())
      for (const word of splitWords([words])) merged.terms.push(entry({ word, tag }, ['dictionary', tag, i]));
  }
  for (const [i, example] of examples.entries()) merged.examples.push(entry(example, ['examples', i]));
  for (const [dimension, given] of Object.entries(units?.dimensions ?? {}))
    if (given?.base !== undefined) merged.bases.set(dimension, given.base);
}

// What is taken back

function switchOff(merged: Merged, pack: Pack, file: RuleFile): void {
  const { off } = file.content;
  if (!off) return;
  for (const kind of KINDS) {
    const known = merged[kind] as Map<string, unknown>;
    for (const [i, id] of (off[kind] ?? []).entries())
      if (!known.delete(id)) merged.faults.push(unknownId(file, ['off', kind, i], id, known.keys()));
  }
  for (const [i, name] of (off.classes ?? []).entries()) {
    const keys = ['off', 'classes', i];
    if (merged.classes.delete(name)) merged.classesOff.set(name, { pack, file, keys });
    else merged.faults.push(unknownId(file, keys, name, merged.classes.keys()));
  }
  for (const [name, words] of Object.entries(off.words ?? {})) {
    const entries = merged.classes.get(name);
    if (!entries) merged.faults.push(unknownId(file, ['off', 'words', name], name, merged.classes.keys(), 'key'));
    else
      merged.classes.set(
        name,
        without(merged, entries, (entry) => entry.value, file, ['off', 'words', name], words),
      );
  }
  const status = (merged.sections['status'] ?? {}) as Record<string, readonly string[]>;
  for (const [name, words] of Object.entries(off.status ?? {})) {
    const kept = without(
      merged,
      splitWords(own(status, name) ?? []),
      (word) => word,
      file,
      ['off', 'status', name],
      words ?? [],
    );
    merged.sections['status'] = { ...status, ...(merged.sections['status'] as object), [name]: kept };
  }
}

function unknownId(
  file: RuleFile,
  keys: Keys,
  id: string,
  known: Iterable<string>,
  spot: 'key' | 'value' = 'value',
): Fault {
  const near = nearest(id, known);
  return file.fault('UNKNOWN_ID', keys, { id, ...(near === null ? {} : { near }) }, spot);
}

/** The list without some words; a word that is not in it is a fault. */
function without<T>(
  merged: Merged,
  list: readonly T[],
  wordOf: (item: T) => string,
  file: RuleFile,
  keys: Keys,
  entries: readonly string[],
): T[] {
  const known = new Set(list.map(wordOf));
  const gone = new Set<string>();
  for (const [i, entry] of entries.entries()) {
    for (const word of splitWords([entry])) {
      gone.add(word);
      if (known.has(word)) continue;
      const near = nearest(word, known);
      const facts = { word, name: String(keys.at(-1)), ...(near === null ? {} : { near }) };
      merged.faults.push(file.fault('UNKNOWN_WORD', [...keys, i], facts, { word }));
    }
  }
  return list.filter((item) => !gone.has(wordOf(item)));
}

// All else

/** What is merged key by key. */
function othersIn(content: PackFile): Record<string, unknown> {
  const sections: Record<string, unknown> = { ...content };
  for (const section of APART) delete sections[section];
  for (const [section, list] of Object.values(PLACES)) {
    if (list === undefined) delete sections[section];
    else sections[section] = { ...(sections[section] as object), [list]: undefined };
  }
  return sections;
}

/** Mappings key by key, lists end to end, single values by the last word. */
function merge(earlier: unknown, later: unknown, isLaterPack: boolean, path = ''): unknown {
  if (later === undefined) return earlier;
  if (Array.isArray(earlier) && Array.isArray(later))
    return isLaterPack && FIRST_FIT.has(path) ? [...later, ...earlier] : [...earlier, ...later];
  if (!isMapping(earlier) || !isMapping(later)) return later;
  const merged = new Map(Object.entries(earlier));
  for (const [key, value] of Object.entries(later))
    merged.set(key, merge(merged.get(key), value, isLaterPack, path === '' ? key : `${path}.${key}`));
  return Object.fromEntries(merged);
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
