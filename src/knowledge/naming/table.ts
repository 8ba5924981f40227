import { Lexicon } from '../../text/lexicon.ts';
import type { RulePack } from '../rule-pack.ts';

/** The word classes that naming uses, all from `rules/`. */
export type NamingWords = {
  figureTail: Lexicon;
  tail: Lexicon;
  tailKept: Lexicon;
  lead: Lexicon;
  strongVerb: Lexicon;
  cutVerb: Lexicon;
  weakVerb: Lexicon;
  keptVerb: Lexicon;
  generalHead: Lexicon;
  topicHead: Lexicon;
  addedHead: Lexicon;
  replacedHead: Lexicon;
  measureHead: Lexicon;
  rightEnd: Lexicon;
  rightKept: Lexicon;
  sharedPrefix: Lexicon;
  listCount: Lexicon;
  comparison: Lexicon;
  notComparison: Lexicon;
  shareVerb: Lexicon;
  notShareVerb: Lexicon;
  among: Lexicon;
  respectively: Lexicon;
  joint: Lexicon;
  moved: Lexicon;
  shareTail: Lexicon;
  change: Lexicon;
  denominator: Lexicon;
  placeSuffix: Lexicon;
  wholeHead: Lexicon;
  changeFirst: Lexicon;
  disposal: Lexicon;
  beneficiary: Lexicon;
  pronoun: Lexicon;
  locative: Lexicon;
  rankHead: Lexicon;
  nounThoughVerb: Lexicon;
  moveFrom: Lexicon;
  moveTo: Lexicon;
  bareVerb: Lexicon;
  timeTail: Lexicon;
  multipleOf: Lexicon;
  pointComparison: Lexicon;
  grade: Lexicon;
  rightGeneral: Lexicon;
  newPrefix: Lexicon;
  fieldHead: Lexicon;
  person: Lexicon;
  personSuffix: Lexicon;
  personUnit: Lexicon;
  moreAfter: Lexicon;
  attributeVerb: Lexicon;
  action: Lexicon;
};

const CLASSES: Record<keyof NamingWords, string> = {
  figureTail: 'figure-tail',
  tail: 'name-tail',
  tailKept: 'name-tail-kept',
  lead: 'name-lead',
  strongVerb: 'name-verb-strong',
  cutVerb: 'name-verb-cut',
  weakVerb: 'name-verb-weak',
  keptVerb: 'name-verb-kept',
  generalHead: 'general-head',
  topicHead: 'topic-head',
  addedHead: 'added-head',
  replacedHead: 'replaced-head',
  measureHead: 'measure-head',
  rightEnd: 'name-right-end',
  rightKept: 'name-right-kept',
  sharedPrefix: 'shared-prefix',
  listCount: 'list-count',
  comparison: 'comparison',
  notComparison: 'not-comparison',
  shareVerb: 'share-verb',
  notShareVerb: 'not-share-verb',
  among: 'among',
  respectively: 'respectively',
  joint: 'joint',
  moved: 'moved',
  shareTail: 'share-tail',
  change: 'change-word',
  denominator: 'denominator',
  placeSuffix: 'place-suffix',
  wholeHead: 'whole-head',
  changeFirst: 'change-first',
  disposal: 'disposal',
  beneficiary: 'beneficiary',
  pronoun: 'pronoun',
  locative: 'locative',
  rankHead: 'rank-head',
  nounThoughVerb: 'noun-though-verb',
  moveFrom: 'move-from',
  moveTo: 'move-to',
  bareVerb: 'name-verb-bare',
  timeTail: 'time-tail',
  multipleOf: 'multiple-of',
  pointComparison: 'point-comparison',
  grade: 'grade',
  rightGeneral: 'right-general',
  newPrefix: 'new-prefix',
  fieldHead: 'field-head',
  person: 'person',
  personSuffix: 'person-suffix',
  personUnit: 'person-unit',
  moreAfter: 'more-after',
  attributeVerb: 'attribute-verb',
  action: 'name-action',
};

const NONE = new Lexicon([]);

export function namingWords(pack: RulePack): NamingWords {
  const entries = Object.entries(CLASSES).map(([key, name]) => [key, pack.classes.get(name) ?? NONE]);
  return Object.fromEntries(entries) as NamingWords;
}
