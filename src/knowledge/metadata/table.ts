import type { ReportKind } from '../../model/vocabulary.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { lexiconOf } from '../word-list.ts';
import type { MetadataSource } from './schema.ts';

export type MetadataRules = {
  headLines: number;
  title: {
    min: number;
    max: number;
    labels: Lexicon;
    notStart: Lexicon;
    notEnd: Lexicon;
    without: Lexicon;
    subtitle: Lexicon;
    goesOn: Lexicon;
    ends: Lexicon;
  };
  /** Best labels first. */
  dateLabels: readonly Lexicon[];
  publisherLabels: readonly Lexicon[];
  /** Those of a date and those of a publisher. */
  anyLabel: Lexicon;
  bylineLabels: Lexicon;
  /** Meetings that a report is given to. */
  sessions: Lexicon;
  region: {
    chars: number;
    suffixes: Lexicon;
    longest: number;
    atLeast: number;
    generic: Lexicon;
    genericAlone: Lexicon;
    followers: Lexicon;
    titleLeads: Lexicon;
    sessionLeads: Lexicon;
    nation: { name: string; government: Lexicon; speaker: Lexicon };
  };
  kinds: readonly { kind: ReportKind; in: KindPlace; words: Lexicon }[];
};

/** Where a word that tells the kind may stand: the title, the lines around it, the first or last sentences. */
export type KindPlace = 'title' | 'head' | 'start' | 'end';

/** Of these lists the first member that fits decides. */
export const FIRST_FIT_METADATA = ['kinds'] satisfies (keyof MetadataSource)[];

export function compileMetadata(section: MetadataSource): MetadataRules {
  const { title, region } = section;
  return {
    headLines: section.headLines,
    title: {
      min: title.min,
      max: title.max,
      labels: lexiconOf(title.labels),
      notStart: lexiconOf(title.notStart),
      notEnd: lexiconOf(title.notEnd),
      without: lexiconOf(title.without),
      subtitle: lexiconOf(title.subtitle),
      goesOn: lexiconOf(title.goesOn),
      ends: lexiconOf(title.ends),
    },
    dateLabels: section.dateLabels.map((entry) => lexiconOf([entry])),
    publisherLabels: section.publisherLabels.map((entry) => lexiconOf([entry])),
    anyLabel: lexiconOf([...section.dateLabels, ...section.publisherLabels]),
    bylineLabels: lexiconOf(section.bylineLabels),
    sessions: lexiconOf(section.sessions),
    region: {
      ...region,
      suffixes: lexiconOf(region.suffixes),
      generic: lexiconOf(region.generic),
      genericAlone: lexiconOf(region.genericAlone),
      followers: lexiconOf(region.followers),
      titleLeads: lexiconOf(region.titleLeads),
      sessionLeads: lexiconOf(region.sessionLeads),
      nation: {
        name: region.nation.name,
        government: lexiconOf(region.nation.government),
        speaker: lexiconOf(region.nation.speaker),
      },
    },
    kinds: section.kinds.map((rule) => ({ ...rule, words: lexiconOf(rule.words) })),
  };
}
