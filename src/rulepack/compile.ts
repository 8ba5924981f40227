/** Compiles packs, in order, to what the stages work with. Every fault that can be told is told. */
import type { Facts } from '../model/diagnostic.ts';
import { type Fault, isError } from '../model/fault.ts';
import { nearest } from '../model/nearest.ts';
import type { CompiledRule } from '../model/pattern.ts';
import { compileResidue } from '../model/residue.ts';
import type { PackExample, RulePack, Term } from '../model/rulepack.ts';
import { DIMENSIONS, type Dimension } from '../model/vocabulary.ts';
import { compileDomains, compilePlaceholders } from './compile-findings.ts';
import { compileLexing, type LexingTables } from './compile-lexing.ts';
import { compileRule, type RuleCompilation } from './compile-rule.ts';
import { compileHeadings, compileMetadata, compilePunctuation, compileStatus } from './compile-structure.ts';
import { type Entry, type Merged, mergePacks } from './merge.ts';
import type { Names } from './pattern.ts';
import type { Pack } from './read-pack.ts';
import { type DomainSource, type Knowledge, knowledgeSchema, MOST_RULES } from './schema.ts';
import { compileClasses, splitWords } from './words.ts';

export type Compilation = {
  /** Null where something is at fault. */
  pack: RulePack | null;
  faults: readonly Fault[];
};

/** All rules together; a pack of more would fill the memory. */
const MOST_STATES = 200_000;

export function compilePacks(packs: readonly Pack[]): Compilation {
  const merged = mergePacks(packs);
  const faults: Fault[] = [...packs.flatMap((pack) => pack.faults), ...merged.faults];
  const { classes, faults: classFaults } = compileClasses(merged.classes);
  const terms = compileTerms(merged);
  const domains = [...merged.domains.values()];
  faults.push(...classFaults, ...terms.faults, ...domains.flatMap(domainFaults), ...contextFaults(merged));

  const knowledge = knowledgeOf(merged, packs, faults);
  const lexing = knowledge && compileLexing(knowledge.numerals, unitSection(merged), knowledge.masks);
  const compiled = compileRules(merged, { classes, units: lexing && unitNames(lexing) });
  faults.push(...compiled.faults);
  if (!knowledge || !lexing || faults.some(isError)) return { pack: null, faults };

  const { rules } = compiled;
  const identities = packs.map(({ name, version, hash }) => ({ name, version, hash }));
  const pack: RulePack = {
    packs: identities,
    hash: identities.map(({ hash }) => hash).join('-'),
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
    examples: merged.examples.map(packExample),
    rules,
    rulesByDimension: byDimension(rules),
  };
  return { pack, faults };
}

/** The sections that every compiled pack needs, or null with a fault for what no pack says. */
function knowledgeOf(merged: Merged, packs: readonly Pack[], faults: Fault[]): Knowledge | null {
  const { sections } = merged;
  const lists = {
    placeholders: { contexts: valuesOf(merged.contexts) },
    masks: { forms: valuesOf(merged.masks) },
    residue: { lines: valuesOf(merged.lines) },
  };
  const { units: _units, ...others } = sections;
  const whole: Record<string, unknown> = { ...others };
  for (const [name, list] of Object.entries(lists)) whole[name] = { ...(sections[name] as object), ...list };
  const parsed = knowledgeSchema.safeParse(whole);
  if (parsed.success) return parsed.data;
  const file = packs[0]?.files[0];
  // What is wrong in a file is told already; only what is said nowhere is new.
  const missing = parsed.error.issues.map(({ path }) => path.join('.'));
  if (file && !faults.some(isError)) faults.push(...missing.map((key) => file.fault('MISSING_SECTION', [], { key })));
  return null;
}

const valuesOf = <T>(entries: ReadonlyMap<string, Entry<T>>): T[] => [...entries.values()].map(({ value }) => value);

function unitSection({ units, bases, sections }: Merged) {
  const { perNouns = [], perSigns = [] } = (sections['units'] ?? {}) as { perNouns?: string[]; perSigns?: string[] };
  return { units: valuesOf(units), bases, perNouns, perSigns };
}

const unitNames = ({ units, numerals }: LexingTables): Names['units'] => ({
  symbols: new Set([...units.byWord.values()].map(({ symbol }) => symbol).concat(numerals.rankUnit.symbol, '')),
  words: new Set([...units.byWord.keys(), ...numerals.rankUnits.words]),
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

function byDimension(rules: readonly CompiledRule[]): RulePack['rulesByDimension'] {
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

const packExample = ({ value, pack, file, keys }: Merged['examples'][number]): PackExample => ({
  ...value,
  pack: pack.name,
  place: file.placeOf(keys),
});
