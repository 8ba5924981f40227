import type { Lexicon } from './lexicon.ts';
import type { RuleExamples } from './pattern.ts';
import type { PlaceholderKind } from './vocabulary.ts';

/** What a mask run may touch on both sides. */
export type Touching = 'words' | 'latin' | 'digits' | 'footnote' | 'line';

export type MaskContext = {
  id: string;
  /** Name of the pack it comes from. */
  pack: string;
  /** `file:line` */
  place: string;
  examples: RuleExamples;
  forms: ReadonlySet<string> | null;
  /** Only a run of one character. */
  single: boolean;
  /** Only a run that is no numeral with a unit. */
  free: boolean;
  before: Lexicon | null;
  after: Lexicon | null;
  touching: Touching | null;
  /** A noun that names end in must follow. */
  noun: boolean;
  kind: PlaceholderKind | 'none';
  expects: string | null;
};

export type PlaceholderRules = {
  contexts: readonly MaskContext[];
  dateUnits: ReadonlySet<string>;
  nameNouns: Lexicon;
  nameSkips: ReadonlySet<string>;
  noteKinds: readonly { kind: PlaceholderKind; words: Lexicon }[];
};
