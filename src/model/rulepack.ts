import type { CharSet } from './char-set.ts';
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
  sentenceEnds: CharSet;
  delimiters: CharSet;
  enumerators: CharSet;
  /** Closing by opening mark of pairs whose inside is opaque to naming. */
  brackets: ReadonlyMap<string, string>;
};

/** Everything gaige knows, compiled from `rules/` and from the user's packs. */
export type RulePack = {
  name: string;
  version: string;
  /** Of all files of all packs, in order: the same rules give the same hash. */
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
  rules: readonly CompiledRule[];
  /** The same by the dimension of the figure they may judge; `none` for a bare number. */
  rulesByDimension: ReadonlyMap<Dimension | 'none', readonly CompiledRule[]>;
};
