import type { Lexicon } from '../../text/lexicon.ts';

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
  /** A note that begins or ends with one of these is a placeholder. */
  edges: Lexicon;
  /** Longer words that hold one of those and leave nothing open (待核准). */
  notWords: Lexicon;
  /** A note of nothing but these characters is a placeholder (…, blanks). */
  blanks: ReadonlySet<string>;
  /** Longest note, brackets included. */
  max: number;
  /** Words that are placeholders without brackets: TODO, TBD. */
  bare: Lexicon;
};

/** What shows that a lone mask character before a digit multiplies. */
export type TimesSigns = {
  /** It stands directly after one of these, or after a figure with its unit: （本期－上期）×100%, 7天×24小时. */
  after: ReadonlySet<string>;
  /** It never stands directly after one of these: 2023年*2月 masks half a month. */
  notAfter: ReadonlySet<string>;
  /** One of these stands in its clause: 得分=完成率*0.6. */
  reckon: ReadonlySet<string>;
};

export type MaskTable = {
  forms: ReadonlyMap<string, MaskForm>;
  /** Form by mask character. */
  byChar: ReadonlyMap<string, MaskForm>;
  /** Words that are masks: 某某. */
  words: Lexicon;
  times: TimesSigns;
  notes: NoteForms;
};
