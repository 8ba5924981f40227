import { ARABIC_DIGITS, BLANKS_AND_TABS, CharSet } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { NumeralsSource } from '../numerals/schema.ts';
import { lexiconOf } from '../word-list.ts';
import { CIRCLED } from './circled.ts';
import type { HeadingsSource } from './schema.ts';

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
  /** What one of them may begin with. */
  markerStarts: CharSet;
  /** Characters of Chinese numerals, as in `rules/numerals.yaml`. */
  chineseNumeral: CharSet;
  bullets: CharSet;
  before: CharSet;
  beforeRun: CharSet;
  /** Either; either or a blank. */
  beforeAny: CharSet;
  beforeAnyOrBlank: CharSet;
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
    /** In a paragraph, and in no heading. */
    paragraphSigns: CharSet;
    /** Posts of those who give a report: with a name behind it a byline. */
    speakers: Lexicon;
    /** Ends of names of bodies, and longer words that are none: 办公室, 局 but not 格局. */
    issuers: Lexicon;
    notIssuers: Lexicon;
  };
  /** How years and days are written: a heading may hold a year, but no day. */
  yearUnit: string;
  dayEnds: CharSet;
  digits: ReadonlyMap<string, number>;
};

/** Of these lists the first member that fits decides. */
export const FIRST_FIT_HEADINGS = ['markers'] satisfies (keyof HeadingsSource)[];

export function compileHeadings(section: HeadingsSource, numerals: NumeralsSource): HeadingRules {
  const { notStart, notEnd, without, paragraphSigns, speakers, issuers, notIssuers, ...sizes } = section.unmarked;
  const chineseNumeral = new CharSet([...Object.keys(numerals.digits), ...Object.keys(numerals.small)]);
  const markers = section.markers.map((form) => ({
    ...form,
    open: form.open ? lexiconOf(form.open) : null,
    close: form.close ? lexiconOf(form.close) : null,
  }));
  const beforeAny = new CharSet([...section.before, ...section.beforeRun]);
  return {
    ...section,
    markers,
    markerStarts: startsOf(markers, chineseNumeral),
    chineseNumeral,
    yearUnit: numerals.yearUnit,
    dayEnds: new CharSet([numerals.monthUnit, numerals.dayUnit]),
    digits: new Map(Object.entries(numerals.digits)),
    bullets: new CharSet(section.bullets),
    before: new CharSet(section.before),
    beforeRun: new CharSet(section.beforeRun),
    beforeAny,
    beforeAnyOrBlank: CharSet.union([beforeAny, BLANKS_AND_TABS]),
    titleEnds: new CharSet(section.titleEnds),
    commas: new CharSet(section.commas),
    unmarked: {
      ...sizes,
      notStart: lexiconOf(notStart),
      notEnd: lexiconOf(notEnd),
      without: lexiconOf(without),
      paragraphSigns: new CharSet(paragraphSigns),
      speakers: lexiconOf(speakers),
      issuers: lexiconOf(issuers),
      notIssuers: lexiconOf(notIssuers),
    },
  };
}

function startsOf(markers: readonly MarkerForm[], chinese: CharSet): CharSet {
  const numerals = { chinese, arabic: ARABIC_DIGITS, circled: CIRCLED };
  return CharSet.union(markers.map(({ open, numeral }) => (open ? new CharSet(open.words) : numerals[numeral])));
}
