import { CharSet, SPACES } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { TagSet } from '../../text/tag-set.ts';
import { type ClassNames, type WordsOf, wordsOf } from '../classes/table.ts';
import type { Punctuation } from '../punctuation/table.ts';
import type { NamingSource } from './schema.ts';

/** The word classes that naming asks for, each under its key in code. */
export const NAMING_CLASSES = {
  figureTail: 'figure-tail',
  tail: 'name-tail',
  tailKept: 'name-tail-kept',
  lead: 'name-lead',
  setting: 'name-setting',
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
  objectMark: 'object-mark',
  beneficiary: 'beneficiary',
  pronoun: 'pronoun',
  locative: 'locative',
  rankHead: 'rank-head',
  contest: 'contest',
  nounThoughVerb: 'noun-though-verb',
  moveFrom: 'move-from',
  moveTo: 'move-to',
  moveArrow: 'move-arrow',
  bareVerb: 'name-verb-bare',
  timeTail: 'time-tail',
  multipleOf: 'multiple-of',
  pointComparison: 'point-comparison',
  grade: 'grade',
  level: 'level',
  substance: 'substance',
  newVerb: 'new-verb',
  toward: 'toward',
  boundPrefix: 'bound-prefix',
  ofThem: 'of-them',
  copula: 'copula',
  someOf: 'some-of',
  having: 'having',
  comparedBody: 'compared-body',
  subordinator: 'subordinator',
  counterHead: 'counter-head',
  account: 'account',
  accountRate: 'account-rate',
  accountTail: 'account-tail',
  perHead: 'per-head',
  gap: 'gap-to',
  anaphor: 'anaphor',
  anaphoricNoun: 'anaphoric-noun',
  demonstrative: 'demonstrative',
  inTotal: 'in-total',
  partBound: 'part-bound',
  rest: 'rest-of',
  project: 'project-noun',
  projectMeasure: 'project-measure',
  countHead: 'count-head',
  rate: 'rate-name',
  realiseVerb: 'realise-verb',
  ownerNoun: 'owner-noun',
  ownedHead: 'owned-head',
  listNoun: 'list-noun',
  shareName: 'share-name',
  wholeMeasure: 'whole-measure',
  planNoun: 'plan-noun',
  planModifier: 'plan-modifier',
  planVerb: 'plan-verb',
  stub: 'name-stub',
  excluding: 'excluding',
  excluded: 'excluded',
  rightGeneral: 'right-general',
  newPrefix: 'new-prefix',
  fieldHead: 'field-head',
  person: 'person',
  personSuffix: 'person-suffix',
  personUnit: 'person-unit',
  moreAfter: 'more-after',
  changeNoun: 'change-noun',
  newMark: 'new-mark',
  nation: 'nation',
  goalNoun: 'goal-noun',
  restMark: 'rest-mark',
  ageUnit: 'age-unit',
  exists: 'exists',
  roleNoun: 'role-noun',
  dangling: 'name-dangling',
  verbBeforeNoun: 'verb-before-noun',
  agentVerb: 'agent-verb',
  complement: 'verb-complement',
  timeAttribute: 'time-attribute',
  rankVerb: 'rank-verb',
  locativeOpener: 'locative-opener',
  attributeVerb: 'attribute-verb',
  action: 'name-action',
  governing: 'governing',
  aspect: 'aspect',
  concern: 'concern',
  vagueCount: 'vague-count',
  ownPlace: 'own-place',
  fund: 'fund-noun',
  owner: 'counted-owner',
  thingUnit: 'thing-unit',
  noThing: 'no-thing',
  document: 'document-noun',
  attributeOpener: 'attribute-opener',
  attributive: 'attributive',
  andOthers: 'and-others',
} as const satisfies ClassNames;

export type NamingWords = WordsOf<typeof NAMING_CLASSES>;

/** Parts of speech that decide where a name ends: `naming.tags` of the packs. */
export type NamingTags = Record<keyof NamingSource['tags'], TagSet>;

/** Signs that decide where a name ends, all from `clauses` of the packs. */
export type NamingMarks = {
  /** What stands right of a figure ends before these, unless they open a pair. */
  clauseEnds: CharSet;
  /** A name does not begin with these: what is left of a list, of brackets, of the sign before an item. */
  leading: CharSet;
  /** Nor does it end with these, unless they close a pair that stands in it. */
  trailing: CharSet;
  /** What is counted does not end with these: they belong to what follows. */
  dangling: CharSet;
  /** Nothing counted begins with these. */
  notCounted: CharSet;
  enumerators: CharSet;
  delimiters: CharSet;
  separators: CharSet;
  statementEnds: CharSet;
  labels: CharSet;
  /** Those that open and close a pair. */
  brackets: CharSet;
  footnotes: CharSet;
};

/** All that bounds names. */
export type NamingRules = {
  shareWord: string;
  listSign: string;
  classes: NamingWords;
  tags: NamingTags;
  marks: NamingMarks;
};

export const compileNaming = (
  { shareWord, listSign, tags }: NamingSource,
  classes: ReadonlyMap<string, Lexicon>,
  punctuation: Punctuation,
): NamingRules => ({
  shareWord,
  listSign,
  classes: wordsOf(NAMING_CLASSES, classes),
  tags: Object.fromEntries(Object.entries(tags).map(([name, list]) => [name, new TagSet(list)])) as NamingTags,
  marks: namingMarks(punctuation),
});

function namingMarks({
  delimiters,
  enumerators,
  separators,
  statementEnds,
  labels,
  brackets,
  closers,
  asides,
  dashes,
  footnotes,
}: Punctuation): NamingMarks {
  // " opens as well as it closes: a name may begin and end with it.
  const pairs = [...brackets].filter(([open, close]) => open !== close);
  const onlyOpen = new CharSet(pairs.map(([open]) => open));
  const onlyClose = new CharSet(pairs.map(([, close]) => close));
  return {
    clauseEnds: CharSet.union([delimiters, closers]),
    leading: CharSet.union([SPACES, enumerators, onlyClose, dashes]),
    trailing: CharSet.union([SPACES, enumerators, onlyOpen, closers]),
    dangling: CharSet.union([SPACES, enumerators, onlyOpen]),
    notCounted: CharSet.union([separators, onlyClose, asides]),
    enumerators,
    delimiters,
    separators,
    statementEnds,
    labels,
    brackets: CharSet.union([onlyOpen, onlyClose]),
    footnotes,
  };
}
