import type { Lexicon } from '../text/lexicon.ts';
import type { Boilerplate } from './boilerplate/table.ts';
import type { ConceptRules } from './concepts/table.ts';
import type { PackTerm } from './dictionary/table.ts';
import type { DomainRules } from './domains/table.ts';
import type { GapWords } from './gaps/table.ts';
import type { HeadingRules } from './headings/table.ts';
import type { MaskTable } from './masks/table.ts';
import type { MetadataRules } from './metadata/table.ts';
import type { NamingRules } from './naming/table.ts';
import type { NumeralTable } from './numerals/table.ts';
import type { Candidates } from './pattern/candidates.ts';
import type { CompiledRule } from './pattern/table.ts';
import type { PlaceholderRules } from './placeholders/table.ts';
import type { Punctuation } from './punctuation/table.ts';
import type { ResolvingWords } from './resolving/table.ts';
import type { StatusRules } from './status/table.ts';
import type { TableRules } from './tables/table.ts';
import type { BasisTable, TimeTable } from './time/table.ts';
import type { UnitTable } from './units/table.ts';

/** What a pack goes by in records. */
export type PackIdentity = {
  name: string;
  version: string;
  /** Of the names and contents of its files: the same rules give the same hash, wherever they lie. */
  hash: string;
};

/** What a record says of its rules: `gaige@1.0.0+8c1f…`, one for each pack, in order. */
export const formatPacks = (packs: readonly PackIdentity[]): string =>
  packs.map(({ name, version, hash }) => `${name}@${version}+${hash}`).join(' ');

/** Everything gaige knows, compiled from `rules/` and from the user's packs. */
export type RulePack = {
  /** In the order in which they were put together, the built-in one first. */
  packs: readonly PackIdentity[];
  numerals: NumeralTable;
  units: UnitTable;
  masks: MaskTable;
  punctuation: Punctuation;
  headings: HeadingRules;
  tables: TableRules;
  time: TimeTable;
  basis: BasisTable;
  metadata: MetadataRules;
  status: StatusRules;
  naming: NamingRules;
  boilerplate: Boilerplate;
  placeholders: PlaceholderRules;
  domains: DomainRules;
  concepts: ConceptRules;
  classes: ReadonlyMap<string, Lexicon>;
  /** Those of the classes that code asks for, by what it asks them about. */
  resolving: ResolvingWords;
  gaps: GapWords;
  /** Words that packs add to the dictionary of the segmenter. */
  terms: readonly PackTerm[];
  rules: readonly CompiledRule[];
  /** Of the same, those that may match a figure. */
  candidates: Candidates;
};
