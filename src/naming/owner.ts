/** Measures told of an owner: 民营企业|实现|营业收入 and 县属企业收入9亿元，市属企业|3亿元 name the owner and what it has of the measure. */
import type { Name } from '../model/name.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt } from './context.ts';
import { stripLead } from './lead.ts';
import { composed } from './name.ts';
import { stripTail } from './tail.ts';

/** 民营企业全年|实现|营业收入: the verb goes, the owner stays; null where no owner stands before one. */
export function ownedMeasure(context: NamingContext, clause: Span, name: Span): Name | null {
  const { text, classes } = context;
  const verb = realisedAt(context, { start: Math.min(clause.start, name.start), end: name.end }, name.start);
  if (!verb || !endsInMeasure(context, text.slice(verb.end, name.end))) return null;
  // 重点项目|完成投资: with its verb it is one measure.
  if (classes.generalHead.is(text, verb.start, name.end)) return null;
  const end = ownerBefore(context, { start: clause.start, end: verb.start });
  if (end === null) return null;
  const owner = stripLead(context, { start: clause.start, end });
  return composed(text.slice(owner.start, owner.end), text.slice(verb.end, name.end));
}

/** How far the owner and the verb may stand apart: 1至9月累计. */
const ADVERBIAL_REACH = 12;

/** 邮政行业|全年累计: where the owner ends, with nothing but time and manner behind it. */
function ownerBefore(context: NamingContext, { start, end }: Span): number | null {
  for (let at = end; at > Math.max(start, end - ADVERBIAL_REACH); at--) {
    const isOwnerEnd = context.classes.ownerNoun.longestBefore(context.text, at, start) > 0;
    if (isOwnerEnd && stripTail(context, { start: at, end }).end === at) return at;
  }
  return null;
}

/** The last verb that says no more than that there was so much of a measure, before the name or in it. */
function realisedAt(context: NamingContext, { start, end }: Span, name: number): Span | null {
  for (let i = end - 1; i > start; i--) {
    const length = wordAt(context, i, end, context.classes.realiseVerb);
    if (length > 0) return i + length >= name ? { start: i, end: i + length } : null;
  }
  return null;
}

const endsInMeasure = ({ classes }: NamingContext, words: string): boolean =>
  words.length > 1 &&
  [classes.generalHead, classes.measureHead].some((heads) => heads.longestBefore(words, words.length) > 0);

/** How owners of one sort end alike: 水务|集团, 交运|集团. */
const OWNER_END = 2;
/** No place is longer: 红河哈尼族彝族自治州. */
const LONGEST_PLACE = 10;

/** Who or what has measures of its own: an enterprise, people, a place. */
const isOwner = (context: NamingContext, words: string): boolean =>
  isPlace(context, words) ||
  [context.classes.ownerNoun, context.classes.person].some((nouns) => nouns.longestBefore(words, words.length) > 0);

const isPlace = ({ classes }: NamingContext, words: string): boolean =>
  words.length <= LONGEST_PLACE &&
  !classes.attributive.isIn(words, 0, words.length) &&
  classes.placeSuffix.longestBefore(words, words.length) > 0;

/** Where the owner ends that opens a name and is of the sort of another; -1 where none does. */
export function ownerEnd(context: NamingContext, name: string, other: string): number {
  const length = isPlace(context, other) ? 1 : OWNER_END;
  const at = other.length > length ? name.lastIndexOf(other.slice(-length)) : -1;
  const end = at + length;
  return at > 0 && end < name.length ? end : -1;
}

/** 城镇居民收入3万元，农村居民|1.8万元: of the owner the measure told before in the same unit; null for a name that says more. */
export function measureOfNext(context: NamingContext, own: Name, before: Name | undefined): Name | null {
  const { grade } = context.classes;
  // 城市低保标准790元，农村|665元: the other attribute takes its place.
  const graded = before && grade.has(own.text) ? grade.longestAt(before.text, 0) : 0;
  if (before && graded > 0 && !before.text.startsWith(own.text)) return composed(own.text, before.text.slice(graded));
  if (!before || own.text === before.text || !isOwner(context, own.text)) return null;
  const end = ownerEnd(context, before.text, own.text);
  const measure = end > 0 ? before.text.slice(end) : '';
  return endsInMeasure(context, measure) ? composed(own.text, measure) : null;
}
