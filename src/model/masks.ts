import type { Lexicon } from './lexicon.ts';

/** A way of masking: which characters, how many at least, and what may not stand beside them. */
export type MaskForm = {
  id: string;
  chars: ReadonlySet<string>;
  /** Shortest run that is a mask. */
  min: number;
  /** Longest run that is a mask: a long row of underscores is a rule, not a blank. */
  max: number;
  /** No mask where a Latin letter or a digit of another kind stands beside it (X in CTX, 3X). */
  apartFromLatin: boolean;
  /** No mask where a Chinese digit stands beside it (○ in 二○二二). */
  apartFromDigits: boolean;
};

/** A bracketed note that stands for missing content: 【待补充】, [TODO], （ ）. */
export type NoteForms = {
  /** Closing bracket by opening bracket. */
  brackets: ReadonlyMap<string, string>;
  /** A note that holds one of these is a placeholder. */
  words: Lexicon;
  /** A note of nothing but these characters is a placeholder (…, blanks). */
  blanks: ReadonlySet<string>;
  /** Longest note, brackets included. */
  max: number;
  /** Words that are placeholders without brackets: TODO, TBD. */
  bare: Lexicon;
};

export type MaskTable = {
  forms: ReadonlyMap<string, MaskForm>;
  /** Form by mask character. */
  byChar: ReadonlyMap<string, MaskForm>;
  /** Words that are masks: 某某. */
  words: Lexicon;
  notes: NoteForms;
};
