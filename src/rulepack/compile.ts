/** Compiles packs, in order, to what the stages work with. Every fault that can be told is told. */
import type { Facts } from '../model/diagnostic.ts';
import { byPlace, type Fault, isError } from '../model/fault.ts';
import { nearest } from '../model/nearest.ts';
import type { CompiledRule } from '../model/pattern.ts';
import { compileResidue } from '../model/residue.ts';
import type { RulePack, Term } from '../model/rulepack.ts';
import { DIMENSIONS, type Dimension } from '../model/vocabulary.ts';
import { compileDomains, compilePlaceholders } from './compile-findings.ts';
import { compileLexing, type LexingTables } from './compile-lexing.ts';
import { compileRule, type RuleCompilation } from './compile-rule.ts';
import { compileHeadings, compileMetadata, compilePunctuation, compileStatus } from './compile-structure.ts';
import { type Entry, type Merged, mergePacks } from './merge.ts';
import type { Pack } from './pack.ts';
import type { Names } from './pattern.ts';
import type { DomainSource, Knowledge } from './schema.ts';
import { compileClasses, splitWords } from './words.ts';

export type Compilation = {
  /** Null where something is at fault. */
  pack: RulePack | null;
  /** All that the packs say, with the places where they say it. */
  merged: Merged;
  faults: readonly Fault[];
};

/** All packs together; more would fill the memory. */
const MOST_RULES = 10_000;
const MOST_STATES = 200_000;

/**
 * The first pack is the built-in one: what every compiled pack needs is said there. Of packs that are known to be sound (they have compiled
 * before) the rules are compiled when they are first asked for: what needs no figures judged does without them.
 */
export function compilePacks(packs: readonly Pack[], { areSound = false } = {}): Compilation {
  const merged = mergePacks(packs);
  const faults: Fault[] = [...packs.flatMap((pack) => pack.faults), ...merged.faults];
  const { classes, faults: classFaults } = compileClasses(merged.classes);
  const terms = compileTerms(merged);
  const domains = [...merged.domains.values()];
  faults.push(...classFaults, ...terms.faults, ...domains.flatMap(domainFaults), ...contextFaults(merged));

  const knowledge = knowledgeOf(merged);
  const lexing = compileLexing(knowledge.numerals, unitSection(merged), knowledge.masks);
  const compiled = once(() => compileRules(merged, { classes, units: unitNames(lexing) }));
  const byDimension = once(() => rulesByDimension(compiled().rules));
  if (!areSound) faults.push(...compiled().faults);
  inOrder(faults, packs);
  if (faults.some(isError)) return { pack: null, merged, faults };

  const pack: RulePack = {
    packs: packs.map(({ name, version, hash }) => ({ name, version, hash })),
    ...lexing,
    punctuation: compilePunctuation(knowledge.clauses),
    headings: compileHeadings(knowledge.headings, knowledge.numerals),
    metadata: compileMetadata(knowledge.metadata),
    status: compileStatus(knowledge.status),
    residue: compileResidue(knowledge.residue),
    placeholders: compilePlaceholders(knowledge.placeholders, [...merged.contexts.values()]),
    domains: compileDomains(
      domains.map(({ value }) => value),
      knowledge.domainScoring,
    ),
    classes,
    terms: terms.terms,
    get rules() {
      return compiled().rules;
    },
    get rulesByDimension() {
      return byDimension();
    },
  };
  return { pack, merged, faults };
}

/** File by file, in the order of the packs. */
function inOrder(faults: Fault[], packs: readonly Pack[]): void {
  const files = packs.flatMap((pack) => pack.files.map(({ path }) => path));
  faults.sort((a, b) => files.indexOf(a.path) - files.indexOf(b.path) || byPlace(a, b));
}

/** The sections, with the lists that are merged by id in their places. */
function knowledgeOf({ sections, contexts, masks, lines }: Merged): Knowledge {
  const extended = (name: string, list: object) => ({ ...(sections[name] as object), ...list });
  return {
    ...sections,
    placeholders: extended('placeholders', { contexts: valuesOf(contexts) }),
    masks: extended('masks', { forms: valuesOf(masks) }),
    residue: extended('residue', { lines: valuesOf(lines) }),
  } as Knowledge;
}

const valuesOf = <T>(entries: ReadonlyMap<string, Entry<T>>): T[] => [...entries.values()].map(({ value }) => value);

function unitSection({ units, bases, sections }: Merged) {
  const { perNouns = [], perSigns = [] } = (sections['units'] ?? {}) as { perNouns?: string[]; perSigns?: string[] };
  return { units: valuesOf(units), bases, perNouns, perSigns };
}

const unitNames = ({ units, numerals }: LexingTables): Names['units'] => ({
  symbols: new Set([...units.byWord.values()].map(({ symbol }) => symbol).concat(numerals.rankUnit.symbol, '')),
  words: new Set([...units.byWord.keys(), ...numerals.rankUnits.words, numerals.tenths.symbol]),
});

// Rules

function compileRules({ rules: entries }: Merged, names: Names): { rules: CompiledRule[]; faults: Fault[] } {
  const rules: CompiledRule[] = [];
  const faults: Fault[] = [];
  let states = 0;
  for (const entry of entries.values()) {
    const limit = rules.length >= MOST_RULES ? 'TOO_MANY_RULES' : states >= MOST_STATES ? 'RULES_TOO_COMPLEX' : null;
    if (limit) {
      faults.push(
        entry.file.fault(limit, entry.keys, { limit: limit === 'TOO_MANY_RULES' ? MOST_RULES : MOST_STATES }),
      );
      break;
    }
    const compiled: RuleCompilation = compileRule(entry, names);
    faults.push(...compiled.faults);
    states += compiled.states;
    if (compiled.rule) rules.push(compiled.rule);
  }
  return { rules, faults };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function rulesByDimension(rules: readonly CompiledRule[]): RulePack['rulesByDimension'] {
  const mayJudge = (rule: CompiledRule, dimension: Dimension | 'none') => ({
    ...rule,
    patterns: rule.patterns.filter(({ test }) => test.dimensions.length === 0 || test.dimensions.includes(dimension)),
  });
  const dimensions = [...DIMENSIONS, 'none'] as const;
  return new Map(
    dimensions.map((dimension) => [
      dimension,
      rules.map((rule) => mayJudge(rule, dimension)).filter(({ patterns }) => patterns.length > 0),
    ]),
  );
}

// Words, domains, contexts

const HAN_WORD = /^[\u4e00-\u9fff]+$/;

function compileTerms({ terms: entries }: Merged): { terms: Term[]; faults: Fault[] } {
  const terms = new Map<string, Term>();
  const faults: Fault[] = [];
  for (const { value, file, keys } of entries) {
    if (HAN_WORD.test(value.word)) terms.set(value.word, value);
    else faults.push(file.fault('BAD_TERM', keys, { word: value.word }, { word: value.word }));
  }
  return { terms: [...terms.values()], faults };
}

function domainFaults({ value, file, keys }: Entry<DomainSource>): Fault[] {
  const { label, field, terms } = value;
  const missing = Object.entries({ label, field }).flatMap(([key, given]) =>
    given === undefined ? [file.fault('MISSING_KEY', keys, { key })] : [],
  );
  const own = file.content.domains?.[Number(keys[1])]?.terms ?? [];
  const wrong =
    terms.length === 0
      ? []
      : own.flatMap((entry, i) =>
          splitWords([entry])
            .filter((term) => !/^[^:]+(?::\d+(?:\.\d+)?)?$/.test(term))
            .map((term) =>
              file.fault('BAD_FORMAT', [...keys, 'terms', i], { value: term, form: 'TERM' }, { word: term }),
            ),
        );
  return [...missing, ...wrong];
}

function contextFaults({ contexts, masks }: Merged): Fault[] {
  const known = new Set([...masks.keys(), 'note', 'word']);
  return [...contexts.values()].flatMap(({ value, file, keys }) =>
    (value.forms ?? []).flatMap((form, i) => {
      if (known.has(form)) return [];
      const near = nearest(form, known);
      const facts: Facts = { form, ...(near === null ? {} : { near }) };
      return [file.fault('UNKNOWN_MASK', [...keys, 'forms', i], facts)];
    }),
  );
}
