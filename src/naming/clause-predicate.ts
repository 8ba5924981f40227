/** A clause whose subject is what is counted has a predicate: 5名青年|自愿报名, 向9个村|调运物资. Where none was seen, it is looked for again. */
import type { Figure } from '../judge/figure.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { type NamingContext, wordAt, wordBefore } from './context.ts';

/**
 * `opens`: the clause begins with the figure. `governed`: a preposition or a verb of causing stands before it, and what is counted is the
 * one who acts next. A predicate is due in both.
 */
export type PredicateDue = 'opens' | 'governed' | null;

export function predicateDue(context: NamingContext, { left, quantity, right }: Figure): PredicateDue {
  const { text, classes, marks, quantityFrom, quantityUntil } = context;
  if (quantityFrom(right.end)) return null;
  const end = marks.trailing.startOfRun(text, left.end, left.start);
  if (end > left.start) {
    if (wordBefore(context, end, left.start, classes.governing) > 0) return 'governed';
    return classes.lead.is(text, left.start, end) ? 'opens' : null;
  }
  // 道路8条、桥梁3座、|5个渡口 is a list.
  const { start } = quantity.span;
  const isMember = start > 0 && (marks.enumerators.at(text, start - 1) || quantityUntil(start) !== undefined);
  return isMember ? null : 'opens';
}

/** Where the predicate begins that the phrase from `start` to the end of its clause must hold; `end` where none can be told. */
export function duePredicate(context: NamingContext, due: PredicateDue, start: number, end: number): number {
  const { text, words, classes, tags } = context;
  if (!due || classes.attributive.isIn(text, start, end)) return end;
  const isCompound = classes.roleNoun.longestBefore(text, end, start) > 0;
  if (isCompound && due === 'opens') return end;
  for (let at = start + 1; at < end; at++) {
    if (!words.isBoundary(at)) continue;
    const [before, word] = [words.until(at), words.from(at)];
    if (!before || !word || isVerbal(context, before) || tags.listed.has(before)) continue;
    if (isCompound && (classes.nounThoughVerb.has(word.text) || classes.verbBeforeNoun.has(word.text))) continue;
    if (due === 'governed' ? isDeed(context, word, { start, end }, at) : beginsPredicate(context, word, at, end))
      return at;
  }
  return end;
}

/** 从9个县|引进: a verb that is no part of a noun, after what can act or is long enough to be a name (not 粮食|产能提升县). */
function isDeed(context: NamingContext, word: Token, { start, end }: Span, at: number): boolean {
  const { text, classes } = context;
  const isActor = [classes.owner, classes.person].some((lexicon) => lexicon.longestBefore(text, at, start) > 0);
  const isNoun = classes.rightKept.has(word.text) || classes.nounThoughVerb.has(word.text);
  // 支持9个大县|提升产能, but 推动9个县|改革.
  if (isNoun && !(isActor && at + word.text.length < end)) return false;
  return isVerbal(context, word) && (isActor || at - start > SHORT_NOUN);
}

/** A noun of no more characters may be the first part of a longer one. */
const SHORT_NOUN = 3;

const beginsPredicate = (context: NamingContext, word: Token, at: number, end: number): boolean =>
  isVerbalUntil(context, at, end) || hasObject(context, word, at, end) || isAdverb(context, word, at, end);

/** 领导干部|主动投案. */
const isAdverb = ({ text, classes }: NamingContext, word: Token, at: number, end: number): boolean =>
  word.text.length > 1 &&
  at + word.text.length < end &&
  classes.dangling.has(word.text) &&
  classes.rightKept.longestAt(text, at, end) === 0;

/** Where people who are counted do something: 30名医生|下沉乡镇坐诊. */
export function deedOf(context: NamingContext, start: number, end: number): number {
  const { words, tags, text, classes } = context;
  if (classes.roleNoun.longestBefore(text, end, start) > 0) return end;
  for (let at = start + 1; at < end; at++) {
    const word = words.isBoundary(at) ? words.from(at) : undefined;
    if (word && tags.plainNoun.has(words.until(at)) && hasObject(context, word, at, end)) return at;
  }
  return end;
}

/** 科技人员|深入生产一线: a word that is a verb alone, with words behind it. */
const hasObject = ({ tags, classes }: NamingContext, word: Token, at: number, end: number): boolean =>
  tags.verb.has(word) && word.text.length > 1 && !classes.nounThoughVerb.has(word.text) && at + word.text.length < end;

/** 新品|上市销售: two verbs or more to the end of the clause. */
function isVerbalUntil(context: NamingContext, at: number, end: number): boolean {
  const { words, tags } = context;
  let count = 0;
  for (let i = at; i < end; count++) {
    const word = words.from(i);
    const isPhrase = word?.text.length === SET_PHRASE && (tags.setPhrase.has(word) || tags.verbal.has(word));
    if (!word || !(isPhrase || isVerbal(context, word))) return false;
    if (isPhrase) count++;
    i += word.text.length;
  }
  return count > 1;
}

/** 挨家挨户: a set phrase of so many characters is a predicate of its own. */
export const SET_PHRASE = 4;

function isVerbal({ tags, classes }: NamingContext, word: Token): boolean {
  const { text } = word;
  if (tags.verbal.has(word) || tags.adverb.has(word) || tags.manner.has(word)) return text.length > 1;
  return [classes.strongVerb, classes.weakVerb, classes.rightEnd, classes.dangling, classes.verbBeforeNoun].some(
    (lexicon) => text.length > 1 && lexicon.has(text),
  );
}

/** 行业|组织了: what 了 follows is a verb. */
export function isCompleted(context: NamingContext, at: number, limit: number): boolean {
  const { words, classes } = context;
  const word = words.from(at);
  if (!word) return false;
  const next = at + word.text.length;
  return next < limit && wordAt(context, next, limit, classes.aspect) > 0;
}
