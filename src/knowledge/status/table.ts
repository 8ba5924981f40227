import type { Lexicon } from '../../text/lexicon.ts';

/** Words that tell what was achieved from what is promised: `status` in `rules/status.yaml`. */
export type StatusRules = {
  planHeadings: Lexicon;
  reviewHeadings: Lexicon;
  planLeads: Lexicon;
  paragraphLeads: Lexicon;
  target: Lexicon;
  targetInClause: Lexicon;
  targetUnlessReview: Lexicon;
  until: Lexicon;
  disposal: Lexicon;
  targetBeforeVerb: Lexicon;
  notTarget: Lexicon;
  achieved: Lexicon;
  notAchieved: Lexicon;
  imperative: Lexicon;
  completed: Lexicon;
  /** The words that make a sentence tell of its part of the report, wherever they stand in it. */
  anySign: Lexicon;
  /** The words that decide inside a sentence. */
  anyCue: Lexicon;
};
