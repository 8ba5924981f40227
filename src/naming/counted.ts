/** Cuts the words right of a figure down to the thing counted: 12个重点区块|全面启动. */
import type { Span } from '../model/span.ts';
import { SPACES } from '../text/char-set.ts';
import { termAt } from '../text/words.ts';
import { deedOf, duePredicate, isCompleted, type PredicateDue } from './clause-predicate.ts';
import { isRole, opensCompound, standsBefore } from './compound.ts';
import { type NamingContext, wordAt, wordBefore } from './context.ts';
import { fundEnd, isNoHead, ownerEnd } from './counted-head.ts';

export type Counted = {
  clause: Span;
  /** A count: a verb before the noun is its attribute (15个承接产业转移的平台); for an amount it goes (3元/亩发放补贴). */
  isCount: boolean;
  /** People are counted. */
  isPeople: boolean;
  /** Things or matters are (件, 项). */
  isThing?: boolean;
  /** Whether the clause must have a predicate behind it. */
  due?: PredicateDue;
};

/** `measured`: where those counted have a measure behind them (9个市|生产总值), the phrase with it. */
export type CountedPhrase = Span & { measured: Span | null };

/** The noun phrase that begins right of a figure; null where none does. */
export function countedPhrase(
  context: NamingContext,
  { clause, isCount, isPeople, isThing = false, due = null }: Counted,
): CountedPhrase | null {
  const { text, classes } = context;
  let start = skipQualifiers(context, clause);
  if (!isCount) start = stripVerb(context, { start, end: clause.end });
  const fund = isCount ? 0 : fundEnd(context, start, clause.end);
  if (fund > 0) return { start, end: fund, measured: null };
  const opening = afterDate(context, start, clause.end);
  const isAttribute =
    isPredicateWord(context, opening, clause.end) || wordAt(context, opening, clause.end, classes.attributeOpener) > 0;
  const noun = isAttribute ? afterAttribute(context, opening, clause.end) : start;
  let end = noun > opening ? noun : start;
  while (end < clause.end) {
    if (endsAt(context, start, end, clause.end)) {
      if (!isThing || !isNoHead(context, start, end)) break;
      end = afterAttribute(context, end, clause.end);
    }
    if (isPeople && end > start && leavesPeople(context, end, clause.end)) break;
    end = nextPlace(context, end, clause.end);
  }
  if (end === clause.end) end = duePredicate(context, due, start, end);
  if (isPeople) end = deedOf(context, start, end);
  end = trimEnd(context, start, end);
  // 14个村里|有5个: 村里 may be one word.
  if (classes.ofThem.longestAt(text, end, clause.end) > 0) end -= classes.locative.longestBefore(text, end, start + 1);
  // 78个点位|的全覆盖: what is done to the thing counted is no part of its name.
  end -= classes.action.longestBefore(text, end, start);
  const uncut = end;
  if (isCount) end = ownerEnd(context, start, end);
  const measured = end < uncut ? { start, end: uncut } : null;
  const words = text.slice(start, end);
  const isPredicate = classes.rightEnd.has(words) && !classes.rightKept.has(words);
  return /\p{L}/u.test(words) && !isPredicate ? { start, end, measured } : null;
}

/** 1998年以前|建成的小区. */
function afterDate({ text, classes, quantityFrom }: NamingContext, start: number, limit: number): number {
  const date = quantityFrom(start);
  if (date?.unit?.dimension !== 'time' || date.span.end >= limit) return start;
  return date.span.end + classes.timeTail.longestAt(text, date.span.end, limit);
}

/** 21万群众|居住环境改善: what follows the people is said of them. */
function leavesPeople({ text, words, classes, tags }: NamingContext, at: number, limit: number): boolean {
  const [before, after] = [words.until(at), words.from(at)];
  if (!before || !after || !classes.person.has(before.text)) return false;
  // 386名职工|的饭碗.
  if (classes.attributive.has(after.text)) return true;
  return (
    tags.said.has(after) && classes.personSuffix.longestAt(text, at, limit) === 0 && !classes.person.has(after.text)
  );
}

/** How far an attribute and the two characters after its 的 may go. */
const ATTRIBUTE_REACH = 16;

/** An adjective that only stands before nouns (主导行业) is no predicate, nor is a verb with a noun for what does it (升级举措). */
export function isPredicateWord(context: NamingContext, at: number, limit: number): boolean {
  const { text, words, classes, tags } = context;
  const length = tags.attribute.has(words.from(at)) ? 0 : termAt(classes.rightEnd, text, at, limit, words);
  // 60所|受灾小学.
  return (
    length > 0 && ![classes.roleNoun, classes.owner].some((nouns) => standsBefore(context, at, length, limit, nouns))
  );
}

/** 3名受到表扬的|干部: where the noun begins after a predicate with 的; `at` where there is none. */
export function afterAttribute({ text, classes, marks, quantityFrom }: NamingContext, at: number, end: number): number {
  const limit = marks.separators.until(text, at, Math.min(end, at + ATTRIBUTE_REACH));
  for (let i = at; i < limit; i++) {
    const noun = i + classes.attributive.longestAt(text, i, limit);
    if (noun > i && TWO_HAN.test(text.slice(noun, Math.min(limit, noun + 4))))
      return i > at && !quantityFrom(noun) ? noun : at;
  }
  return at;
}

const TWO_HAN = /^\p{Script=Han}{2}/u;

/** 90%以上的村, 300名左右的干部, 2万名65岁以上老人. */
function skipQualifiers({ text, classes, words, quantityFrom }: NamingContext, { start, end }: Span): number {
  let i = start;
  for (;;) {
    // 33项内容: a word that only begins so is none.
    const length = termAt(classes.figureTail, text, i, end, words) || classes.attributive.longestAt(text, i, end);
    const attribute = quantityFrom(i);
    const attributeEnd = attribute && attribute.span.end < end ? attribute.span.end : -1;
    if (length > 0) i += length;
    else if (attributeEnd > 0 && classes.figureTail.longestAt(text, attributeEnd, end) > 0) i = attributeEnd;
    else if (i < end && SPACES.at(text, i)) i++;
    else return i;
  }
}

/** 按3元/亩发放补贴: the verb between figure and noun goes. */
function stripVerb({ text, classes, words }: NamingContext, { start, end }: Span): number {
  const length = termAt(classes.strongVerb, text, start, end, words);
  return end - start - length >= 2 ? start + length : start;
}

/** Goes on by words; quotations, brackets and figures are passed over whole. */
function nextPlace({ text, words, classes, brackets, quantityFrom }: NamingContext, at: number, limit: number): number {
  const close = brackets.closing.get(at) ?? limit;
  if (close < limit) return close + 1;
  const figure = quantityFrom(at);
  // 年纳税千万元以上企业.
  if (figure && figure.span.end <= limit)
    return figure.span.end + termAt(classes.figureTail, text, figure.span.end, limit, words);
  // 省级以上考古公园.
  const grade = classes.grade.longestAt(text, at, limit);
  const bound = grade > 0 ? classes.moreAfter.longestAt(text, at + grade, limit) : 0;
  if (bound > 0) return at + grade + bound;
  // 先行启动区: a noun that begins like a predicate is passed over whole.
  const kept = termAt(classes.rightKept, text, at, limit, words);
  return at + Math.max(words.from(at)?.text.length ?? 1, kept);
}

/** A predicate, an adverb or a preposition ends the phrase, and so does a new verb phrase after 、. */
function endsAt(context: NamingContext, start: number, at: number, limit: number): boolean {
  const { text, classes, tags, words, marks } = context;
  if (at === start || !words.isBoundary(at)) return false;
  if (marks.enumerators.at(text, at)) {
    const next = at + 1;
    const isVerb = [classes.strongVerb, classes.weakVerb, classes.keptVerb, classes.lead].some(
      (lexicon) => lexicon.longestAt(text, next, limit) > 0,
    );
    return isVerb && !isListedVerb(context, at);
  }
  if (isCompleted(context, at, limit) || joinsAnother(context, at, limit)) return true;
  // 视力、听力等|残疾儿童: what the members of the list are.
  const others = classes.andOthers.longestAt(text, at, limit);
  if (others > 0 && marks.enumerators.isIn(text, start, at) && tags.plainNoun.has(words.from(at + others)))
    return false;
  // 持证 may open a noun (持证人员), 持证上岗 does not.
  const [kept, ended] = [
    classes.rightKept.longestAt(text, at, limit),
    termAt(classes.rightEnd, text, at, limit, words),
  ];
  if (wordBefore(context, at, start, classes.newMark) > 0 && standsBefore(context, at, ended, limit)) return false;
  // 60只母基金|投资|420个项目: what stands alone before another figure governs it.
  if (kept > 1 && at + kept === limit && context.quantityFrom(limit) && isVerb(context, at, limit)) return true;
  // 3920个投产项目.
  if (kept > 0 || ended > 0) return ended > kept && !(ended > 1 && isRole(context, at + ended, limit));
  const word = words.from(at)?.text ?? '';
  if (word.length > 1 && classes.change.has(word)) return true;
  if (context.quantityFrom(limit) && isVerb(context, at, limit)) return true;
  return isPredicate(context, at, limit);
}

/** 8条产业链|和“4+4”集群, 6个商品粮基地|和全国的农场: a member with a number or a place of its own is not counted with those before. */
function joinsAnother({ text, classes, brackets }: NamingContext, at: number, limit: number): boolean {
  const next = at + classes.joint.longestAt(text, at, limit);
  if (next === at) return false;
  if (classes.vagueCount.longestAt(text, next, limit) > 0) return true;
  const place = classes.ownPlace.longestAt(text, next, limit);
  if (place > 0) return classes.attributive.isIn(text, next + place, Math.min(limit, next + place + OWN_REACH));
  return brackets.closing.has(next) && DIGIT.test(text.charAt(next + 1));
}

/** How far behind a place the 的 of 全省最大的 may stand. */
const OWN_REACH = 5;

const DIGIT = /\d/;

/** 175家企业|发行各类债券1193只: where the words run on into another figure, a verb parts the two. */
function isVerb(context: NamingContext, at: number, limit: number): boolean {
  const { text, classes, words } = context;
  const word = words.from(at)?.text ?? '';
  if (classes.nounThoughVerb.has(word) && wordAt(context, at + word.length, limit, classes.roleNoun) > 0) return false;
  return [classes.strongVerb, classes.weakVerb, classes.keptVerb].some(
    (lexicon) => termAt(lexicon, text, at, limit, words) > 0,
  );
}

/** After a noun a verb is a predicate (企业|建有|机构), unless it is one of those that stand for nouns (改革举措). */
function isPredicate(context: NamingContext, at: number, limit: number): boolean {
  const { text, words, classes, tags } = context;
  const word = words.from(at);
  const next = at + (word?.text.length ?? 0);
  // 网格|调整|为, 代销点|恢复|起来.
  if (tags.verbal.has(word) && at > 0 && classes.complement.has(words.from(next)?.text ?? '')) return true;
  if (!word || !tags.predicate.has(word) || next >= limit) return false;
  const [before, after] = [words.until(at), words.from(next)];
  const attributive = classes.attributive.longestAt(text, next, limit);
  if (attributive > 0) return classes.agentVerb.has(word.text) && before !== undefined && tags.plainNoun.has(before);
  if (classes.nounThoughVerb.has(word.text)) return false;
  if (!before || !tags.plainNoun.has(before)) return false;
  // 城乡低保和特困供养家庭: a verb that is joined with what follows stands for a noun.
  if (classes.joint.has(after?.text ?? '') || opensCompound(context, at, limit)) return false;
  // 居民|推窗见绿, 意见|写进报告; 省控断面 is a noun.
  if (word.text.length === 1) return before.text.length > 1 && tags.object.has(after);
  // 设施比较完备的园区: an adverb in an attribute.
  if (tags.adverb.has(word)) return !standsInAttribute(context, next, limit);
  // 区块|开发建设指挥部: two verbs stand for a noun.
  return !tags.verbal.has(after);
}

/** How far behind an adverb the 的 of its attribute may stand. */
const ADVERB_REACH = 25;

function standsInAttribute({ text, classes, marks }: NamingContext, at: number, limit: number): boolean {
  const end = marks.delimiters.until(text, at, Math.min(limit, at + ADVERB_REACH));
  return classes.attributive.isIn(text, at, end);
}

/** 1050项首违不罚、轻微不罚的清单: nothing before 、 is a noun phrase of its own, so the list is one attribute. */
const isListedVerb = ({ words, tags }: NamingContext, at: number): boolean => tags.listed.has(words.until(at));

function trimEnd(context: NamingContext, start: number, from: number): number {
  const { text, classes, marks } = context;
  let end = from;
  for (;;) {
    const joint = classes.joint.longestBefore(text, end, start + 1);
    // 4个粮库|新|建成投用: what opened the predicate.
    const open = joint > 0 ? 0 : wordBefore(context, end, start + 1, classes.dangling);
    const shorter = marks.dangling.startOfRun(text, end - joint - open, start);
    const trimmed = shorter - classes.attributive.longestBefore(text, shorter, start);
    if (trimmed === end) return end;
    end = trimmed;
  }
}
