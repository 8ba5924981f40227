import type { Lexicon } from '../../text/lexicon.ts';
import { LexiconUnion } from '../../text/lexicon-union.ts';
import { TagSet } from '../../text/tag-set.ts';
import { lexiconsOf, unionOf } from '../word-list.ts';
import type { StatusSource } from './schema.ts';

/** What are no words but parts of speech. */
type Tagged = 'promised' | 'plannable';

const SIGNS = [
  'planLeads',
  'paragraphLeads',
  'announceVerbs',
  'inCharge',
  'target',
  'wishes',
  'completed',
] as const satisfies readonly (keyof StatusSource)[];

export type StatusSign = (typeof SIGNS)[number];

/** Words that tell what was achieved from what is promised: `status` in `rules/status.yaml`, whose schema says what each list is. */
export type StatusRules = Record<Exclude<keyof StatusSource, Tagged>, Lexicon> &
  Record<Tagged, TagSet> & {
    /** The words that decide in a title. */
    anyTitleWord: Lexicon;
    /** The words that make a sentence tell of its part of the report, wherever they stand in it. */
    signs: LexiconUnion<StatusSign>;
    /** The words that decide inside a sentence. */
    anyCue: Lexicon;
  };

export function compileStatus({ promised, plannable, ...section }: StatusSource): StatusRules {
  const rules = lexiconsOf(section);
  return {
    ...rules,
    promised: new TagSet(promised),
    plannable: new TagSet(plannable),
    anyTitleWord: unionOf([
      rules.planTitles,
      rules.titleTimes,
      rules.reviewTitles,
      rules.claimTitles,
      rules.titleVerbs,
    ]),
    signs: new LexiconUnion(
      Object.fromEntries(SIGNS.map((name) => [name, rules[name]])) as Record<StatusSign, Lexicon>,
    ),
    anyCue: unionOf([
      rules.target,
      rules.wishes,
      rules.targetInClause,
      rules.targetUnlessReview,
      rules.targetBeforeVerb,
      rules.planned,
      rules.until,
      rules.calls,
      rules.forecasts,
      rules.afterwards,
      rules.notTarget,
      rules.achieved,
      rules.pastTimes,
      rules.answers,
      rules.existing,
      rules.notAchieved,
    ]),
  };
}
