import type { ReportKind } from '../../model/vocabulary.ts';
import type { Lexicon } from '../../text/lexicon.ts';

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
