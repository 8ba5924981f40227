/** Nouns whose first part is a verb: 农业|引导基金, 5户|停产企业. */
import type { Lexicon } from '../text/lexicon.ts';
import { termAt } from '../text/words.ts';
import type { NamingContext } from './context.ts';

/** 停产|企业: a verb that needs no object, and a noun for whom or what does it. */
export const standsBefore = (
  { text, words, classes }: NamingContext,
  at: number,
  length: number,
  limit: number,
  nouns: Lexicon = classes.roleNoun,
): boolean => classes.verbBeforeNoun.is(text, at, at + length) && termAt(nouns, text, at + length, limit, words) > 1;

/** The longest noun whose first part is a verb. */
const LONGEST_COMPOUND = 8;

/** 农业|引导基金, 医学|观察点位: a verb that no rule knows, with a noun for whom or what does it at the very end. */
export function opensCompound(context: NamingContext, at: number, limit: number): boolean {
  const { text, classes, tags, words } = context;
  if (termAt(classes.strongVerb, text, at, limit, words) > 0) return false;
  const end = memberEnd(context, at, limit);
  const verb = words.from(at)?.text.length ?? 1;
  if (
    tags.preposition.has(words.from(at + verb)) ||
    end - at > LONGEST_COMPOUND ||
    classes.attributive.isIn(text, at, end)
  )
    return false;
  const noun = classes.roleNoun.longestBefore(text, end, at + verb);
  return noun > 0 && (noun === end - at - verb || termAt(classes.weakVerb, text, at, limit, words) === 0);
}

/** 新投产|项目: nothing but such a noun follows. */
export const isRole = (context: NamingContext, at: number, limit: number): boolean =>
  context.classes.roleNoun.is(context.text, at, memberEnd(context, at, limit));

/** Where the member of a list that holds a place ends. */
function memberEnd({ text, classes, marks, words }: NamingContext, at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at <= LONGEST_COMPOUND) {
    const word = words.from(end)?.text ?? '';
    if (marks.enumerators.at(text, end) || classes.joint.has(word)) break;
    end += Math.max(1, word.length);
  }
  return Math.min(end, limit);
}
