/** Finds the last verb phrase of a left phrase: the name begins there. */

import type { Span } from '../model/span.ts';
import type { Lexicon } from '../text/lexicon.ts';
import { type NamingContext, wordAt, wordBefore, wordOf } from './context.ts';

/** So much of a name must be left where a verb goes. */
export const MIN_AFTER_WEAK_VERB = 3;

export const MIN_AFTER_STRONG_VERB = 2;

/**
 * A strong verb in mid-phrase has its object after it (旅游业|实现|总收入), unless that is too general to stand alone
 * (重点项目完成投资); after the last 、 a verb begins a phrase of its own (强弱项、建成示范点).
 */
export function lastVerbPhrase(context: NamingContext, { start, end }: Span): number {
  const { text, classes, marks, brackets } = context;
  for (let i = end - 1; i > start; i--) {
    i = brackets.opening.get(i) ?? i;
    if (i <= start) break;
    const disposal = wordOf(context, i, classes.disposal);
    if (disposal > 0) return i + disposal;
    if (marks.enumerators.at(text, i - 1)) {
      if (endsInMove(context, start, i - 1)) return i;
      if (beginsVerbPhrase(context, start, i, end) && !isBareVerb(context, start, i - 1)) return i;
    }
    // 新设立企业, 新开放城市: with 新 the verb is an attribute.
    if (wordBefore(context, i, start, classes.newMark) > 0) continue;
    const length =
      existsAt(context, start, i) || wordAt(context, i, end, classes.cutVerb) || adverbialVerb(context, start, i, end);
    if (length === 0) continue;
    if (isObject(context, i + length, end)) return denominatorBefore(context, start, i) ?? i;
  }
  return start;
}

/** The longest name of a place before 有. */
const LONGEST_PLACE = 6;

/** 青石县|有|林地: what a place has. */
function existsAt(context: NamingContext, start: number, at: number): number {
  const { text, classes } = context;
  if (at - start > LONGEST_PLACE || classes.placeSuffix.longestBefore(text, at, start) === 0) return 0;
  return context.words.isBoundary(at) ? classes.exists.longestAt(text, at, at + 1) : 0;
}

/** What may be the object of the verb before it, and a name. */
const isObject = ({ text, classes }: NamingContext, start: number, end: number): boolean =>
  // 安装注册: verbs that run on are one.
  ![classes.weakVerb, classes.keptVerb].some((lexicon) => lexicon.is(text, start, end)) &&
  end - start >= MIN_AFTER_STRONG_VERB &&
  !classes.generalHead.is(text, start, end) &&
  classes.attributive.longestAt(text, start, end) === 0;

/** 全县累计|培育企业: after an adverb any of the verbs is a predicate. */
function adverbialVerb(context: NamingContext, start: number, at: number, end: number): number {
  const { strongVerb, weakVerb, lead } = context.classes;
  const adverb = wordBefore(context, at, start, lead);
  if (adverb === 0) return 0;
  const strong = wordAt(context, at, end, strongVerb);
  const weak = wordAt(context, at, end, weakVerb);
  // 的|修缮激励, 到|开工: words of one character are no adverbs.
  return strong > 0 || adverb < 2 || end - at - weak < MIN_AFTER_WEAK_VERB ? strong : weak;
}

/** 每千名老人|拥有床位: the denominator belongs to the name, verb and all. */
function denominatorBefore({ text, words, classes }: NamingContext, start: number, end: number): number | null {
  for (let i = start; i < end; i++)
    if (classes.denominator.longestAt(text, i, end) > 0 && words.isBoundary(i)) return i;
  return null;
}

/** 一般补助大幅增加、|专项补助项目: what stands before 、 is said already. */
function endsInMove({ text, classes, words }: NamingContext, start: number, end: number): boolean {
  return (
    end - start > 4 && (words.until(end)?.text.length ?? 0) > 1 && classes.change.longestBefore(text, end, start) > 1
  );
}

function beginsVerbPhrase(context: NamingContext, start: number, at: number, end: number): boolean {
  const { classes, tags, words } = context;
  const begins = (lexicon: Lexicon, from: number) => wordAt(context, from, end, lexicon) > 0;
  if (begins(classes.strongVerb, at) || begins(classes.keptVerb, at)) return true;
  // 打击犯罪、挽回损失: one verb phrase after another; 生产、投资增长 is a list of nouns.
  const follows =
    begins(classes.weakVerb, start) || begins(classes.strongVerb, start) || tags.verb.has(words.from(start));
  return follows && begins(classes.weakVerb, at) && end - at > 4;
}

/** 新建、改扩建学校: the verbs share an object. */
function isBareVerb(context: NamingContext, start: number, end: number): boolean {
  const { classes } = context;
  return [classes.keptVerb, classes.strongVerb, classes.weakVerb].some(
    (lexicon) => wordBefore(context, end, start, lexicon) > 0,
  );
}
