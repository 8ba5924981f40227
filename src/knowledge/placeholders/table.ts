import type { PlaceholderKind } from '../../model/vocabulary.ts';
import type { Lexicon } from '../../text/lexicon.ts';

/** What a mask run may stand beside; `rules/placeholders.yaml` explains each. */
export const TOUCHING = [
  'words',
  'digits',
  'digit',
  'latin',
  'latin-word',
  'figure',
  'footnote',
  'line',
  'frame',
] as const;

export type Touching = (typeof TOUCHING)[number];

export const NOUN_CLASSES = ['place', 'name', 'text'] as const;

export type NounClass = (typeof NOUN_CLASSES)[number];

export type MaskContext = {
  id: string;
  /** Name of the pack it comes from. */
  pack: string;
  /** `file:line` */
  place: string;
  forms: ReadonlySet<string> | null;
  /** Only a run of one character. */
  single: boolean;
  /** Only a run that is part of no numeral. */
  free: boolean;
  before: Lexicon | null;
  after: Lexicon | null;
  /** In the same clause. */
  near: Lexicon | null;
  touching: Touching | null;
  noun: NounClass | null;
  /** Decides for a run that is part of a numeral as well. */
  always: boolean;
  kind: PlaceholderKind | 'none';
  expects: string | null;
};

/** Where a masked name or phrase ends. */
export type NounRules = {
  places: Lexicon;
  names: Lexicon;
  trades: Lexicon;
  texts: Lexicon;
  longer: Lexicon;
  stops: Lexicon;
  closers: ReadonlySet<string>;
  openers: ReadonlySet<string>;
  enumerators: Lexicon;
  others: Lexicon;
};

export type PlaceholderRules = {
  contexts: readonly MaskContext[];
  joiners: ReadonlySet<string>;
  footnotes: { legends: Lexicon; explains: Lexicon };
  dateUnits: ReadonlySet<string>;
  nouns: NounRules;
  noteKinds: readonly { kind: PlaceholderKind; words: Lexicon }[];
};
