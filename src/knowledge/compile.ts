/** Compiles packs, in order, to what the stages work with: what each subject makes of its section. Every fault that can be told is told. */

import { byPlace, type Fault, isError } from '../messages/fault.ts';
import { lazily } from '../text/once.ts';
import { compileBoilerplate } from './boilerplate/table.ts';
import { neededFaults } from './classes/needed.ts';
import { type Classes, compileClasses, wordsOf } from './classes/table.ts';
import { compileConcepts, conceptFaults, conceptNamesFaults } from './concepts/table.ts';
import { compileTerms, type Terms } from './dictionary/table.ts';
import { compileDomains, domainFaults } from './domains/table.ts';
import { GAP_CLASSES } from './gaps/table.ts';
import { compileHeadings } from './headings/table.ts';
import { compileMasks } from './masks/table.ts';
import { knowledgeOf, type Merged, mergePacks, valuesOf } from './merge.ts';
import { compileMetadata } from './metadata/table.ts';
import { compileNaming } from './naming/table.ts';
import { compileNumerals } from './numerals/table.ts';
import type { Pack } from './pack.ts';
import { Candidates } from './pattern/candidates.ts';
import type { Names } from './pattern/compile.ts';
import { type CompiledRules, compileRules } from './pattern/rules.ts';
import { compilePlaceholders, contextFaults } from './placeholders/table.ts';
import { compilePunctuation } from './punctuation/table.ts';
import { RESOLVING_CLASSES } from './resolving/table.ts';
import type { RulePack } from './rule-pack.ts';
import { compileStatus } from './status/table.ts';
import { compileTables } from './tables/table.ts';
import { compileBasis, compileTime } from './time/table.ts';
import { compileUnits } from './units/table.ts';

export type PackCompilation = {
  /** Null where something is at fault. */
  pack: RulePack | null;
  /** All that the packs say, with the places where they say it. */
  merged: Merged;
  faults: readonly Fault[];
};

/** The first pack is the built-in one: what every compiled pack needs is said there. */
export function compilePacks(packs: readonly Pack[]): PackCompilation {
  const merged = mergePacks(packs);
  const { pack, checked } = compileMerged(packs, merged);
  const faults = [
    ...packs.flatMap((each) => each.faults),
    ...merged.faults,
    ...checked.classes.faults,
    ...checked.terms.faults,
    ...[...merged.domains.values()].flatMap(domainFaults),
    ...[...merged.concepts.values()].flatMap((entry) =>
      conceptFaults(entry, merged.concepts.keys(), merged.classes.keys()),
    ),
    ...packs.flatMap(({ files }) => files.flatMap((file) => conceptNamesFaults(file, merged.classes.keys()))),
    ...contextFaults([...merged.contexts.values()], merged.masks.keys()),
    ...checked.rules.faults,
    ...neededFaults(packs, merged, checked.rules.rules),
  ];
  return { pack: faults.some(isError) ? null : pack, merged, faults: inOrder(faults, packs) };
}

/** The same for packs that have been compiled before without a fault. */
export const compileFaultless = (packs: readonly Pack[]): RulePack => compileMerged(packs, mergePacks(packs)).pack;

/** What is compiled and looked through for faults at once. */
type Checked = { classes: Classes; terms: Terms; rules: CompiledRules };

/** All is made when it is first asked for: `check` starts without rules of figures. */
function compileMerged(packs: readonly Pack[], merged: Merged): { pack: RulePack; checked: Checked } {
  const knowledge = knowledgeOf(merged);
  const checked: Checked = lazily<Checked>({
    classes: () => compileClasses(merged.classes),
    terms: () => compileTerms(merged.terms),
    rules: () => compileRules(merged.rules.values(), { classes: checked.classes.classes, units: unitNames(pack) }),
  });
  const pack: RulePack = lazily<RulePack>({
    packs: () => packs.map(({ name, version, hash }) => ({ name, version, hash })),
    numerals: () => compileNumerals(knowledge.numerals, pack.units, pack.masks),
    units: () => compileUnits(valuesOf(merged.units), merged.bases, knowledge.units),
    masks: () => compileMasks(knowledge.masks),
    punctuation: () => compilePunctuation(knowledge.clauses),
    headings: () => compileHeadings(knowledge.headings, knowledge.numerals),
    tables: () => compileTables(knowledge.tables),
    time: () => compileTime(knowledge.time, pack.numerals, pack.punctuation),
    basis: () => compileBasis(knowledge.basis),
    metadata: () => compileMetadata(knowledge.metadata, knowledge.numerals, knowledge.clauses),
    status: () => compileStatus(knowledge.status),
    naming: () => compileNaming(knowledge.naming, pack.classes, pack.punctuation),
    boilerplate: () => compileBoilerplate(knowledge.boilerplate),
    placeholders: () => compilePlaceholders(knowledge.placeholders, [...merged.contexts.values()], knowledge),
    domains: () => compileDomains(valuesOf(merged.domains), knowledge.domainScoring),
    concepts: () => compileConcepts(valuesOf(merged.concepts), knowledge.conceptNames, pack.classes),
    classes: () => checked.classes.classes,
    resolving: () => wordsOf(RESOLVING_CLASSES, pack.classes),
    gaps: () => wordsOf(GAP_CLASSES, pack.classes),
    terms: () => checked.terms.terms,
    rules: () => checked.rules.rules,
    candidates: () => new Candidates(pack.rules),
  });
  return { pack, checked };
}

/** File by file, in the order of the packs. */
function inOrder(faults: readonly Fault[], packs: readonly Pack[]): Fault[] {
  const files = packs.flatMap((pack) => pack.files.map(({ path }) => path));
  return [...faults].sort((a, b) => files.indexOf(a.path) - files.indexOf(b.path) || byPlace(a, b));
}

const unitNames = ({ units, numerals }: RulePack): Names['units'] => ({
  symbols: new Set([...units.byWord.values()].map(({ symbol }) => symbol).concat(numerals.rankUnit.symbol, '')),
  words: new Set([...units.byWord.keys(), ...numerals.rankUnits.words, numerals.tenths.symbol]),
});
