import { Lexicon } from '../../text/lexicon.ts';
import { TagSet } from '../../text/tag-set.ts';
import { lexiconOf } from '../word-list.ts';
import type { StatusSource } from './schema.ts';

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
  /** What one of those must stand before. */
  promised: TagSet;
  notTarget: Lexicon;
  achieved: Lexicon;
  notAchieved: Lexicon;
  comparedWith: Lexicon;
  imperative: Lexicon;
  completed: Lexicon;
  /** The words that make a sentence tell of its part of the report, wherever they stand in it. */
  anySign: Lexicon;
  /** The words that decide inside a sentence. */
  anyCue: Lexicon;
};

type WordLists = Omit<StatusRules, 'promised' | 'anySign' | 'anyCue'>;

export function compileStatus({ promised, ...section }: StatusSource): StatusRules {
  const entries = Object.entries(section).map(([name, words]) => [name, lexiconOf(words)]);
  const rules = Object.fromEntries(entries) as WordLists;
  const { target, targetInClause, targetUnlessReview, targetBeforeVerb, notTarget, until, achieved, notAchieved } =
    rules;
  return {
    ...rules,
    promised: new TagSet(promised),
    anySign: union([rules.planLeads, rules.paragraphLeads, target, rules.completed]),
    anyCue: union([
      target,
      targetInClause,
      targetUnlessReview,
      targetBeforeVerb,
      notTarget,
      until,
      achieved,
      notAchieved,
    ]),
  };
}

const union = (lexicons: readonly Lexicon[]): Lexicon => new Lexicon(lexicons.flatMap(({ words }) => [...words]));
