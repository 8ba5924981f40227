/** Rule files → one compiled RulePack. Knows nothing of YAML, so that rules which were parsed beforehand need none of it. */
import type { Lexicon } from '../model/lexicon.ts';
import type { CompiledRule, RuleExample } from '../model/pattern.ts';
import { compileResidue } from '../model/residue.ts';
import type { RulePack } from '../model/rulepack.ts';
import { DIMENSIONS, type Dimension } from '../model/vocabulary.ts';
import { compileDomains, compilePlaceholders } from './compile-findings.ts';
import { compileLexing } from './compile-lexing.ts';
import { compileHeadings, compileMetadata, compilePunctuation, compileStatus } from './compile-structure.ts';
import { mergeSections } from './merge.ts';
import { compilePattern, PatternError } from './pattern.ts';
import type { RuleSource } from './schema.ts';
import { ClassError, compileClasses } from './words.ts';
import type { RuleFile } from './yaml-file.ts';

export function compileRulePack(files: readonly RuleFile[], hash: string): RulePack {
  const merged = mergeSections(files);
  const {
    pack,
    numerals,
    units,
    masks,
    clauses,
    headings,
    metadata,
    status,
    residue,
    placeholders,
    domains,
    domainScoring,
  } = merged.content;
  const classes = classesOf(merged.content.classes ?? {}, files);
  const rules = merged.rules.map(({ rule, file, index }) => compileRule(rule, file, index, classes));
  return {
    name: pack?.name ?? 'unnamed',
    version: pack?.version ?? '0',
    hash,
    ...compileLexing({ numerals: numerals!, units: units!, masks: masks! }),
    punctuation: compilePunctuation(clauses!),
    headings: compileHeadings(headings!, numerals!),
    metadata: compileMetadata(metadata!),
    status: compileStatus(status!),
    residue: compileResidue(residue!),
    placeholders: compilePlaceholders(placeholders!),
    domains: compileDomains(domains!, domainScoring!),
    classes,
    rules,
    rulesByDimension: byDimension(rules),
  };
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

function classesOf(
  classes: Readonly<Record<string, readonly string[]>>,
  files: readonly RuleFile[],
): Map<string, Lexicon> {
  try {
    return compileClasses(new Map(Object.entries(classes)));
  } catch (error) {
    if (!(error instanceof ClassError)) throw error;
    const file = files.findLast((candidate) => candidate.content.classes?.[error.className])!;
    throw file.errorAt(['classes', error.className], error.message);
  }
}

function compileRule(
  rule: RuleSource,
  file: RuleFile,
  index: number,
  classes: ReadonlyMap<string, Lexicon>,
): CompiledRule {
  try {
    const compiled = compilePattern(rule.pattern, (name) => classes.get(name));
    return {
      id: rule.id,
      place: file.placeOf(['rules', index]),
      source: rule.pattern,
      priority: rule.priority,
      ...compiled,
      verdict: rule.emit as CompiledRule['verdict'],
      examples: { match: rule.examples.match.map(exampleOf), skip: rule.examples.skip },
    };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    // The pattern may stand in quotes: its first character is one further on.
    throw file.errorAt(['rules', index, 'pattern'], error.message, error.at + 1);
  }
}

function exampleOf(example: RuleSource['examples']['match'][number]): RuleExample {
  if (typeof example === 'string') return { text: example, expect: {} };
  const { text, ...expect } = example;
  return { text, expect };
}
