/**
 * Puts packs together, in order. What a later pack says under an id that an earlier one used takes its place; words and lists are
 * added; single values are replaced; what is `off` is taken back first. Of lists of which the first that fits decides, the members
 * of later packs come first. Within a pack an id is used once.
 */
import type { Fault } from '../messages/fault.ts';
import type { Dimension } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import type { Keys } from '../yaml/source.ts';
import type { Pack, RuleFile } from './pack.ts';
import type { ContextSource, DomainSource, PackExampleSource, PackFile, RuleSource, UnitSource } from './schema.ts';
import { splitWords } from './word-list.ts';

/** Something that a file says, and where. */
export type PackEntry<T> = { value: T; pack: Pack; file: RuleFile; keys: Keys };

export type DimensionedUnit = { unit: UnitSource; dimension: Dimension };

type PackSection<K extends keyof PackFile> = NonNullable<PackFile[K]>;
type MaskFormSource = NonNullable<PackSection<'masks'>['forms']>[number];
type BoilerplateLine = NonNullable<PackSection<'boilerplate'>['lines']>[number];

/** What has an id, by id, in order of precedence: the last counts, or of contexts and lines the first. */
type Identified = {
  rules: Map<string, PackEntry<RuleSource>>;
  contexts: Map<string, PackEntry<ContextSource>>;
  domains: Map<string, PackEntry<DomainSource>>;
  masks: Map<string, PackEntry<MaskFormSource>>;
  lines: Map<string, PackEntry<BoilerplateLine>>;
  units: Map<string, PackEntry<DimensionedUnit>>;
};

export type Merged = Identified & {
  /** All other sections. */
  sections: Record<string, unknown>;
  /** Base unit by dimension. */
  bases: Map<string, string | null>;
  classes: Map<string, PackEntry<string>[]>;
  terms: PackEntry<{ word: string; tag: string }>[];
  examples: PackEntry<PackExampleSource>[];
  faults: Fault[];
};

export function mergePacks(packs: readonly Pack[]): Merged {
  const merged: Merged = {
    rules: new Map(),
    contexts: new Map(),
    domains: new Map(),
    masks: new Map(),
    lines: new Map(),
    units: new Map(),
    sections: {},
    bases: new Map(),
    classes: new Map(),
    terms: [],
    examples: [],
    faults: [],
  };
  for (const pack of packs) {
    for (const file of pack.files) switchOff(merged, file);
    addIdentified(merged, pack);
    for (const file of pack.files) addWords(merged, pack, file);
    const own = pack.files.reduce<unknown>((sections, { content }) => merge(sections, othersIn(content), false), {});
    merged.sections = merge(merged.sections, own, true) as Merged['sections'];
  }
  return merged;
}

// What has an id

type GivenEntry<T> = { id: string; value: T; keys: Keys; idKeys: Keys };

const withIds = <T extends { id: string }>(list: readonly T[] | undefined, keys: Keys): GivenEntry<T>[] =>
  (list ?? []).map((value, i) => ({ id: value.id, value, keys: [...keys, i], idKeys: [...keys, i, 'id'] }));

const GIVEN: {
  [K in keyof Identified]: (
    content: PackFile,
  ) => GivenEntry<Identified[K] extends Map<string, PackEntry<infer T>> ? T : never>[];
} = {
  rules: ({ rules }) => withIds(rules, ['rules']),
  contexts: ({ placeholders }) => withIds(placeholders?.contexts, ['placeholders', 'contexts']),
  domains: ({ domains }) => withIds(domains, ['domains']),
  masks: ({ masks }) => withIds(masks?.forms, ['masks', 'forms']),
  lines: ({ boilerplate }) => withIds(boilerplate?.lines, ['boilerplate', 'lines']),
  units: ({ units }) =>
    Object.entries(units?.dimensions ?? {}).flatMap(([dimension, given]) =>
      (given?.units ?? []).map((entry, index) => {
        const keys = ['units', 'dimensions', dimension, 'units', index];
        const unit = typeof entry === 'string' ? { symbol: entry, halves: false } : entry;
        const idKeys = typeof entry === 'string' ? keys : [...keys, 'symbol'];
        return { id: unit.symbol, value: { unit, dimension: dimension as Dimension }, keys, idKeys };
      }),
    ),
};

const KINDS = Object.keys(GIVEN) as (keyof Identified)[];

/** Of these the first that fits decides. */
const FIRST_FITS: ReadonlySet<keyof Identified> = new Set(['contexts', 'lines']);

function addIdentified(merged: Merged, pack: Pack): void {
  for (const kind of KINDS) {
    const earlier = merged[kind] as Map<string, PackEntry<unknown>>;
    const own = new Map<string, PackEntry<unknown>>();
    for (const file of pack.files) {
      for (const { id, value, keys, idKeys } of GIVEN[kind](file.content)) {
        const first = own.get(id);
        if (first) merged.faults.push(doubled(id, file, idKeys, first));
        else own.set(id, { value: extended(kind, earlier.get(id)?.value, value), pack, file, keys });
      }
    }
    const others = [...earlier].filter(([id]) => !own.has(id));
    (merged as Record<string, unknown>)[kind] = new Map(
      FIRST_FITS.has(kind) ? [...own, ...others] : [...others, ...own],
    );
  }
}

/** Terms are added to a domain that exists; anything else takes the place of its namesake. */
function extended(kind: keyof Identified, earlier: unknown, later: unknown): unknown {
  if (kind !== 'domains' || !earlier) return later;
  const [before, after] = [earlier as DomainSource, later as DomainSource];
  return { ...before, ...after, terms: [...before.terms, ...after.terms] };
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

function switchOff(merged: Merged, file: RuleFile): void {
  const { off } = file.content;
  if (!off) return;
  for (const kind of KINDS) {
    const known = merged[kind] as Map<string, unknown>;
    for (const [i, id] of (off[kind] ?? []).entries())
      if (!known.delete(id)) merged.faults.push(unknownId(file, ['off', kind, i], id, known.keys()));
  }
  for (const [i, name] of (off.classes ?? []).entries())
    if (!merged.classes.delete(name))
      merged.faults.push(unknownId(file, ['off', 'classes', i], name, merged.classes.keys()));
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
      splitWords(status[name] ?? []),
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
function othersIn({ pack, off, rules, examples, classes, dictionary, domains, ...sections }: PackFile): object {
  const { units, placeholders, masks, boilerplate } = sections;
  const { dimensions: _dimensions, ...otherUnits } = units ?? {};
  const { contexts: _contexts, ...otherPlaceholders } = placeholders ?? {};
  const { forms: _forms, ...otherMasks } = masks ?? {};
  const { lines: _lines, ...otherBoilerplate } = boilerplate ?? {};
  return {
    ...sections,
    units: otherUnits,
    placeholders: otherPlaceholders,
    masks: otherMasks,
    boilerplate: otherBoilerplate,
  };
}

/** Lists of which the first member that fits decides. */
const FIRST_FIT_LISTS: ReadonlySet<string> = new Set([
  'headings.markers',
  'metadata.kinds',
  'placeholders.noteKinds',
  'boilerplate.html.containers',
  'boilerplate.html.titles',
]);

/** Mappings key by key, lists end to end, single values by the last word. */
function merge(earlier: unknown, later: unknown, isLaterPack: boolean, path = ''): unknown {
  if (later === undefined) return earlier;
  if (Array.isArray(earlier) && Array.isArray(later))
    return isLaterPack && FIRST_FIT_LISTS.has(path) ? [...later, ...earlier] : [...earlier, ...later];
  if (!isMapping(earlier) || !isMapping(later)) return later;
  const merged = { ...earlier };
  for (const [key, value] of Object.entries(later))
    merged[key] = merge(earlier[key], value, isLaterPack, path === '' ? key : `${path}.${key}`);
  return merged;
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
