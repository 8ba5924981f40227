import type { CharSet } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';

export type MarkerForm = {
  level: number;
  open: Lexicon | null;
  numeral: 'chinese' | 'arabic' | 'circled';
  /** Null where the numeral needs no closing sign: ①. */
  close: Lexicon | null;
  /** Only at the start of a line. */
  lineStart: boolean;
  /** Only as 1, or as the successor of its predecessor: 1. might be anything. */
  sequence: boolean;
  /** Part of a running sentence: 一是…；二是… */
  run: boolean;
};

export type HeadingRules = {
  markers: readonly MarkerForm[];
  /** Characters of Chinese numerals, as in `rules/numerals.yaml`. */
  chineseNumeral: CharSet;
  before: CharSet;
  beforeRun: CharSet;
  /** Either. */
  beforeAny: CharSet;
  titleEnds: CharSet;
  commas: CharSet;
  longTitle: number;
  longRunTitle: number;
  flatLine: number;
  flatSentences: number;
  unmarked: {
    min: number;
    max: number;
    notStart: Lexicon;
    notEnd: Lexicon;
    without: Lexicon;
    /** Posts of those who give a report: with a name behind it a byline. */
    speakers: Lexicon;
  };
};
