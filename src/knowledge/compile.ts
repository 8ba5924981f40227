/** Compiles packs, in order, to what the stages work with. Every fault that can be told is told. */

import { byPlace, type Fault, isError } from '../messages/fault.ts';
import type { Facts } from '../model/diagnostic.ts';
import { DIMENSIONS, type Dimension } from '../model/vocabulary.ts';
import { nearest } from '../text/nearest.ts';
import { once } from '../text/once.ts';
import { compileBoilerplate } from './boilerplate/table.ts';
import { compileClasses } from './classes.ts';
import { compileDomains, compilePlaceholders } from './compile-findings.ts';
import { compileLexing, type LexingTables } from './compile-lexing.ts';
import { compileHeadings, compileMetadata, compilePunctuation, compileStatus } from './compile-structure.ts';
import { type Merged, mergePacks, type PackEntry } from './merge.ts';
import type { Pack } from './pack.ts';
import type { Names } from './pattern/compile.ts';
import { compileRule, type RuleCompilation } from './pattern/rule.ts';
import type { CompiledRule } from './pattern/table.ts';
import type { PackTerm, RulePack } from './rule-pack.ts';
import type { DomainSource, Knowledge } from './schema.ts';
import { splitWords } from './word-list.ts';

export type PackCompilation = {
  /** Null where something is at fault. */
  pack: RulePack | null;
  /** All that the packs say, with the places where they say it. */
  merged: Merged;
  faults: readonly Fault[];
};

/** All packs together; more would fill the memory. */
const MOST_RULES = 10_000;
const MOST_STATES = 200_000;

/** The first pack is the built-in one: what every compiled pack needs is said there. */
export function compilePacks(packs: readonly Pack[]): PackCompilation {
  const merged = mergePacks(packs);
  const faults: Fault[] = [...packs.flatMap((pack) => pack.faults), ...merged.faults];
  const parts = partsOf(merged);
  const domains = [...merged.domains.values()];
  faults.push(...parts.classes().faults, ...parts.terms().faults);
  faults.push(...domains.flatMap(domainFaults), ...contextFaults(merged), ...parts.rules().faults);
  inOrder(faults, packs);
  return { pack: faults.some(isError) ? null : packOfParts(packs, merged, parts), merged, faults };
}

/** The same for packs that have been compiled before without a fault. */
export function compileFaultless(packs: readonly Pack[]): RulePack {
  const merged = mergePacks(packs);
  return packOfParts(packs, merged, partsOf(merged));
}

type Parts = ReturnType<typeof partsOf>;

/** What faults are looked for in, made when it is first asked for. */
function partsOf(merged: Merged) {
  const knowledge = knowledgeOf(merged);
  const lexing = compileLexing(knowledge.numerals, unitSection(merged), knowledge.masks);
  const classes = once(() => compileClasses(merged.classes));
  const rules = once(() => compileRules(merged, { classes: classes().classes, units: unitNames(lexing) }));
  return { knowledge, lexing, classes, rules, terms: once(() => compileTerms(merged)) };
}

/** What only some commands ask for is made when it is first asked for: `check` starts without rules of figures. */
function packOfParts(packs: readonly Pack[], merged: Merged, { knowledge, lexing, ...parts }: Parts): RulePack {
  const headings = once(() => compileHeadings(knowledge.headings, knowledge.numerals));
  const metadata = once(() => compileMetadata(knowledge.metadata));
  const status = once(() => compileStatus(knowledge.status));
  const placeholders = once(() => compilePlaceholders(knowledge.placeholders, [...merged.contexts.values()]));
  const domains = once(() => compileDomains(valuesOf(merged.domains), knowledge.domainScoring));
  const rulesByDimension = once(() => byDimension(parts.rules().rules));
  return {
    packs: packs.map(({ name, version, hash }) => ({ name, version, hash })),
    ...lexing,
    punctuation: compilePunctuation(knowledge.clauses),
    boilerplate: compileBoilerplate(knowledge.boilerplate),
    get headings() {
      return headings();
    },
    get metadata() {
      return metadata();
    },
    get status() {
      return status();
    },
    get placeholders() {
      return placeholders();
    },
    get domains() {
      return domains();
    },
    get classes() {
      return parts.classes().classes;
    },
    get terms() {
      return parts.terms().terms;
    },
    get rules() {
      return parts.rules().rules;
    },
    get rulesByDimension() {
      return rulesByDimension();
    },
  };
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
    boilerplate: extended('boilerplate', { lines: valuesOf(lines) }),
  } as Knowledge;
}

const valuesOf = <T>(entries: ReadonlyMap<string, PackEntry<T>>): T[] =>
  [...entries.values()].map(({ value }) => value);

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

function compileTerms({ terms: entries }: Merged): { terms: PackTerm[]; faults: Fault[] } {
  const terms = new Map<string, PackTerm>();
  const faults: Fault[] = [];
  for (const { value, file, keys } of entries) {
    if (HAN_WORD.test(value.word)) terms.set(value.word, value);
    else faults.push(file.fault('BAD_TERM', keys, { word: value.word }, { word: value.word }));
  }
  return { terms: [...terms.values()], faults };
}

function domainFaults({ value, file, keys }: PackEntry<DomainSource>): Fault[] {
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
