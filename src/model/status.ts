import type { CharSet } from './char-set.ts';
import type { Lexicon } from './lexicon.ts';

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
  /** Characters that the words which decide inside a sentence begin with. */
  cueStarts: CharSet;
};
