import type { ReportKind } from '../../model/vocabulary.ts';
import { ARABIC_DIGITS, CharSet, SPACES } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { NumeralsSource } from '../numerals/schema.ts';
import type { PunctuationSource } from '../punctuation/schema.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { MetadataSource } from './schema.ts';

export type MetadataRules = {
  headLines: number;
  tailLines: number;
  title: {
    min: number;
    max: number;
    labels: Lexicon;
    notStart: Lexicon;
    notEnd: Lexicon;
    without: Lexicon;
    subtitle: Lexicon;
    channels: Lexicon;
    longestChannel: number;
    goesOn: Lexicon;
    joins: Lexicon;
    leftOpen: Lexicon;
    bare: Lexicon;
    issue: { open: Lexicon; close: Lexicon };
    banner: Lexicon;
    ends: Lexicon;
    openings: Lexicon;
    /** Opening and closing brackets of the day and the meeting behind a title. */
    occasion: { open: CharSet; close: CharSet };
  };
  /** Best labels first. */
  dateLabels: readonly Lexicon[];
  publisherLabels: readonly Lexicon[];
  /** Those of a date and those of a publisher. */
  anyLabel: Lexicon;
  bylineLabels: Lexicon;
  /** Between a label and its fact. */
  labelSigns: CharSet;
  publisherEnds: CharSet;
  /** What a date with a line of its own may share it with: the time, and signs. */
  besideDate: CharSet;
  /** A year behind one of these opens no text. */
  openingEnds: CharSet;
  /** 度 in 2024年度. */
  yearTails: Lexicon;
  /** Meetings that a report is given to. */
  sessions: Lexicon;
  /** Ends of names of bodies that sign. */
  bodies: Lexicon;
  /** Ends of names of newspapers and sites. */
  media: Lexicon;
  /** 印发: who had a report printed. */
  printed: Lexicon;
  /** What words around a year say of it. */
  years: Record<
    | 'plan'
    | 'review'
    | 'next'
    | 'current'
    | 'ahead'
    | 'delivered'
    | 'parts'
    | 'midway'
    | 'cues'
    | 'deadlines'
    | 'willDo'
    /** Those of `next` and `current`. */
    | 'spoken',
    Lexicon
  >;
  weights: MetadataSource['weights'];
  region: {
    chars: number;
    suffixes: Lexicon;
    /** Those of towns as well. */
    allSuffixes: Lexicon;
    townSuffixes: Lexicon;
    townGeneric: Lexicon;
    townNotFollowed: Lexicon;
    notStart: Lexicon;
    notFollowed: Lexicon;
    notInName: CharSet;
    selves: Lexicon;
    organs: Lexicon;
    longest: number;
    atLeast: number;
    generic: Lexicon;
    genericAlone: Lexicon;
    /** Those that hold where a place must stand. */
    genericAlways: Lexicon;
    shortSuffixes: Lexicon;
    followers: Lexicon;
    titleLeads: Lexicon;
    sessionLeads: Lexicon;
    nation: { name: string; government: Lexicon; speaker: Lexicon };
  };
  kinds: readonly { kind: ReportKind; in: KindPlace; words: Lexicon; and: Lexicon | null }[];
};

/** Where a word that tells the kind may stand: the title, the lines around it, the first or last sentences. */
export type KindPlace = 'title' | 'titleEnd' | 'head' | 'start' | 'end';

/** Of these lists the first member that fits decides. */
export const FIRST_FIT_METADATA = ['kinds'] satisfies (keyof MetadataSource)[];

export function compileMetadata(
  section: MetadataSource,
  { dayUnit }: NumeralsSource,
  { colons }: PunctuationSource,
): MetadataRules {
  const { title, region, bylineSigns, clockUnits } = section;
  return {
    headLines: section.headLines,
    tailLines: section.tailLines,
    title: {
      min: title.min,
      max: title.max,
      labels: lexiconOf(title.labels),
      notStart: lexiconOf(title.notStart),
      notEnd: lexiconOf(title.notEnd),
      without: lexiconOf(title.without),
      subtitle: lexiconOf(title.subtitle),
      channels: lexiconOf(title.channels),
      longestChannel: title.longestChannel,
      goesOn: lexiconOf(title.goesOn),
      joins: lexiconOf(title.joins),
      leftOpen: lexiconOf(title.leftOpen),
      bare: lexiconOf(title.bare),
      issue: { open: lexiconOf(title.issue.open), close: lexiconOf(title.issue.close) },
      banner: lexiconOf(title.banner),
      ends: lexiconOf(title.ends),
      openings: lexiconOf(title.openings),
      occasion: {
        open: new CharSet(Object.keys(title.occasionBrackets)),
        close: new CharSet(Object.values(title.occasionBrackets)),
      },
    },
    dateLabels: section.dateLabels.map((entry) => lexiconOf([entry])),
    publisherLabels: section.publisherLabels.map((entry) => lexiconOf([entry])),
    anyLabel: lexiconOf([...section.dateLabels, ...section.publisherLabels]),
    bylineLabels: lexiconOf(section.bylineLabels),
    labelSigns: new CharSet([...colons, ...bylineSigns]),
    publisherEnds: new CharSet([...bylineSigns, ...section.publisherEnds]),
    besideDate: CharSet.union([
      SPACES,
      ARABIC_DIGITS,
      new CharSet([dayUnit, ...clockUnits, ...colons, ...bylineSigns]),
    ]),
    openingEnds: new CharSet(section.openingEnds),
    yearTails: lexiconOf(section.yearTails),
    sessions: lexiconOf(section.sessions),
    bodies: lexiconOf(section.bodies),
    media: lexiconOf(section.media),
    printed: lexiconOf(section.printed),
    years: {
      plan: lexiconOf(section.years.plan),
      review: lexiconOf(section.years.review),
      next: lexiconOf(section.years.next),
      current: lexiconOf(section.years.current),
      ahead: lexiconOf(section.years.ahead),
      delivered: lexiconOf(section.years.delivered),
      parts: lexiconOf(section.years.parts),
      midway: lexiconOf(section.years.midway),
      cues: lexiconOf(section.years.cues),
      deadlines: lexiconOf(section.years.deadlines),
      willDo: lexiconOf(section.years.willDo),
      spoken: lexiconOf([...section.years.next, ...section.years.current]),
    },
    weights: section.weights,
    region: {
      chars: region.chars,
      longest: region.longest,
      atLeast: region.atLeast,
      suffixes: lexiconOf(region.suffixes),
      allSuffixes: lexiconOf([...region.suffixes, ...region.townSuffixes]),
      townSuffixes: lexiconOf(region.townSuffixes),
      townGeneric: lexiconOf(region.townGeneric),
      townNotFollowed: lexiconOf(region.townNotFollowed),
      notStart: lexiconOf(region.notStart),
      notFollowed: lexiconOf(region.notFollowed),
      notInName: new CharSet(region.notInName),
      selves: lexiconOf(region.selves),
      organs: lexiconOf(region.organs),
      generic: lexiconOf(region.generic),
      genericAlone: lexiconOf(region.genericAlone),
      genericAlways: lexiconOf([
        ...splitWords(region.generic).filter((word) => word.length > 1),
        ...region.genericAlways,
      ]),
      shortSuffixes: lexiconOf(region.shortSuffixes),
      followers: lexiconOf(region.followers),
      titleLeads: lexiconOf(region.titleLeads),
      sessionLeads: lexiconOf(region.sessionLeads),
      nation: {
        name: region.nation.name,
        government: lexiconOf(region.nation.government),
        speaker: lexiconOf(region.nation.speaker),
      },
    },
    kinds: section.kinds.map((rule) => ({
      ...rule,
      words: lexiconOf(rule.words),
      and: rule.and ? lexiconOf(rule.and) : null,
    })),
  };
}
