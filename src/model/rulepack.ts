import type { DomainRules } from './domains.ts';
import type { HeadingRules } from './headings.ts';
import type { Lexicon } from './lexicon.ts';
import type { MaskTable } from './masks.ts';
import type { MetadataRules } from './metadata.ts';
import type { NumeralTable, UnitTable } from './numerals.ts';
import type { CompiledRule } from './pattern.ts';
import type { PlaceholderRules } from './placeholder-rules.ts';
import type { Residue } from './residue.ts';
import type { StatusRules } from './status.ts';
import type { Dimension } from './vocabulary.ts';

/** Punctuation that structures a sentence. */
export type Punctuation = {
  sentenceEnds: ReadonlySet<string>;
  delimiters: ReadonlySet<string>;
  enumerators: ReadonlySet<string>;
  /** Closing by opening mark of pairs whose inside is opaque to naming. */
  brackets: ReadonlyMap<string, string>;
};

/** What a pack goes by in records. */
export type PackIdentity = {
  name: string;
  version: string /** Of the names and contents of its files. */;
  hash: string;
};

/** A word that sentences are cut into whole, with its part of speech. */
export type Term = { word: string; tag: string };

/** A text with all that must be found in it; each finding with the fields that matter. */
export type PackExample = {
  text: string;
  indicators?: readonly Readonly<Record<string, unknown>>[] | undefined;
  placeholders?: readonly Readonly<Record<string, unknown>>[] | undefined;
  domains?: readonly string[] | undefined;
  pack: string;
  /** `file:line` */
  place: string;
};

/** Everything gaige knows, compiled from `rules/` and from the user's packs. */
export type RulePack = {
  /** In the order in which they were put together, the built-in one first. */
  packs: readonly PackIdentity[];
  /** Of all packs, in order: the same rules give the same hash. */
  hash: string;
  numerals: NumeralTable;
  units: UnitTable;
  masks: MaskTable;
  punctuation: Punctuation;
  headings: HeadingRules;
  metadata: MetadataRules;
  status: StatusRules;
  residue: Residue;
  placeholders: PlaceholderRules;
  domains: DomainRules;
  classes: ReadonlyMap<string, Lexicon>;
  /** Words that packs add to the dictionary of the segmenter. */
  terms: readonly Term[];
  examples: readonly PackExample[];
  rules: readonly CompiledRule[];
  /** The same by the dimension of the figure they may judge; `none` for a bare number. */
  rulesByDimension: ReadonlyMap<Dimension | 'none', readonly CompiledRule[]>;
};
