/** Cuts the words right of a figure down to the thing counted: 12个重点区块|全面启动. */
import type { Span } from '../model/span.ts';
import { termAt } from '../text/words.ts';
import type { NamingContext } from './context.ts';

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
]);
const SKIPPED_BEFORE = /[\s的]/;

export type Counted = {
  clause: Span;
  /** A count: a verb before the noun is its attribute (15个承接产业转移的平台); for an amount it goes (3元/亩发放补贴). */
  isCount: boolean;
  /** People are counted. */
  isPeople: boolean;
};

/** The noun phrase that begins right of a figure; null where none does. */
export function countedPhrase(context: NamingContext, { clause, isCount, isPeople }: Counted): Span | null {
  const { text, classes } = context;
  let start = skipQualifiers(context, clause);
  if (!isCount) start = stripVerb(context, { start, end: clause.end });
  let end = isPredicateWord(context, start, clause.end) ? afterAttribute(context, start, clause.end) : start;
  while (end < clause.end && !endsAt(context, start, end, clause.end)) {
    if (isPeople && end > start && leavesPeople(context, end, clause.end)) break;
    end = nextPlace(context, end, clause.end);
  }
  end = trimEnd(context, start, end);
  // 78个点位|的全覆盖: what is done to the thing counted is no part of its name.
  end -= classes.action.longestBefore(text, end, start);
  const words = text.slice(start, end);
  const isPredicate = classes.rightEnd.has(words) && !classes.rightKept.has(words);
  return /\p{L}/u.test(words) && !isPredicate ? { start, end } : null;
}

/** 21万群众|居住环境改善: what follows the people is said of them. */
function leavesPeople({ text, words, classes }: NamingContext, at: number, limit: number): boolean {
  const [before, after] = [words.until(at), words.from(at)];
  if (!before || !after || !classes.person.has(before.text)) return false;
  return (
    /^(?:n|v)/.test(after.tag) &&
    classes.personSuffix.longestAt(text, at, limit) === 0 &&
    !classes.person.has(after.text)
  );
}

/** How far off the 的 of an attribute may stand. */
const ATTRIBUTE_REACH = 16;

/** An adjective that only stands before nouns (主导行业) is no predicate. */
export const isPredicateWord = ({ text, words, classes }: NamingContext, at: number, limit: number): boolean =>
  words.from(at)?.tag !== 'b' && termAt(classes.rightEnd, text, at, limit, words) > 0;

/** 3名受到表扬的|干部: where the noun begins after a predicate with 的; `at` where there is none. */
export function afterAttribute({ text, quantityFrom }: NamingContext, at: number, end: number): number {
  const close = text.slice(at, Math.min(end, at + ATTRIBUTE_REACH)).search(/的(?=\p{Script=Han}{2})/u);
  const within = text.slice(at, at + Math.max(0, close));
  const isAttribute = close > 0 && !/[，。；：、]/.test(within) && !quantityFrom(at + close + 1);
  return isAttribute ? at + close + 1 : at;
}

/** 90%以上的村, 300名左右的干部, 2万名65岁以上老人. */
function skipQualifiers({ text, classes, quantityFrom }: NamingContext, { start, end }: Span): number {
  let i = start;
  for (;;) {
    const length = classes.figureTail.longestAt(text, i, end);
    const attribute = quantityFrom(i);
    const attributeEnd = attribute && attribute.span.end < end ? attribute.span.end : -1;
    if (length > 0) i += length;
    else if (attributeEnd > 0 && classes.figureTail.longestAt(text, attributeEnd, end) > 0) i = attributeEnd;
    else if (i < end && SKIPPED_BEFORE.test(text[i]!)) i++;
    else return i;
  }
}

/** 按3元/亩发放补贴: the verb between figure and noun goes. */
function stripVerb({ text, classes, words }: NamingContext, { start, end }: Span): number {
  const length = termAt(classes.strongVerb, text, start, end, words);
  return end - start - length >= 2 ? start + length : start;
}

/** Goes on by words; quotations, brackets and figures are passed over whole. */
function nextPlace({ text, words, classes, quantityFrom }: NamingContext, at: number, limit: number): number {
  const close = text.indexOf(PAIRS.get(text[at]!) ?? '\n', at + 1);
  if (PAIRS.has(text[at]!) && close > 0 && close < limit) return close + 1;
  const figure = quantityFrom(at);
  if (figure && figure.span.end <= limit) return figure.span.end;
  // 先行启动区: a noun that begins like a predicate is passed over whole.
  const kept = termAt(classes.rightKept, text, at, limit, words);
  return at + Math.max(words.from(at)?.text.length ?? 1, kept);
}

/** A predicate, an adverb or a preposition ends the phrase, and so does a new verb phrase after 、. */
function endsAt(context: NamingContext, start: number, at: number, limit: number): boolean {
  const { text, classes, words, enumerators } = context;
  if (at === start || !words.isBoundary(at)) return false;
  if (enumerators.at(text, at)) {
    const next = at + 1;
    const isVerb = [classes.strongVerb, classes.weakVerb, classes.keptVerb, classes.lead].some(
      (lexicon) => lexicon.longestAt(text, next, limit) > 0,
    );
    return isVerb && !isListedVerb(context, start, at);
  }
  // 持证 may open a noun (持证人员), 持证上岗 does not.
  const [kept, ended] = [
    classes.rightKept.longestAt(text, at, limit),
    termAt(classes.rightEnd, text, at, limit, words),
  ];
  if (kept > 0 || ended > 0) return ended > kept;
  const word = words.from(at)?.text ?? '';
  if (word.length > 1 && classes.change.has(word)) return true;
  if (context.quantityFrom(limit) && isVerb(context, at, limit)) return true;
  return isPredicate(context, at, limit);
}

/** 175家企业|发行各类债券1193只: where the words run on into another figure, a verb parts the two. */
function isVerb({ text, classes, words }: NamingContext, at: number, limit: number): boolean {
  return [classes.strongVerb, classes.weakVerb, classes.keptVerb].some(
    (lexicon) => termAt(lexicon, text, at, limit, words) > 0,
  );
}

/** After a noun a verb is a predicate (企业|建有|机构), unless it is one of those that stand for nouns (改革举措). */
function isPredicate({ text, words, classes }: NamingContext, at: number, limit: number): boolean {
  const word = words.from(at);
  const next = at + (word?.text.length ?? 0);
  if (!word || !/^(?:v|d)$/.test(word.tag) || next >= limit || text[next] === '的') return false;
  const [before, after] = [words.until(at), words.from(next)];
  if (classes.nounThoughVerb.has(word.text) || !before || !/^(?:n|j|l)/.test(before.tag)) return false;
  // 居民|推窗见绿, 意见|写进报告; 省控断面 is a noun.
  if (word.text.length === 1) return before.text.length > 1 && /^(?:n|s|r|z|v|p)/.test(after?.tag ?? '');
  // 设施比较完备的园区: an adverb in an attribute.
  if (word.tag === 'd') return !/^[^，。；：]{0,24}的/.test(text.slice(next, Math.min(limit, next + 25)));
  // 区块|开发建设指挥部: two verbs stand for a noun.
  return !/^(?:v|f)/.test(after?.tag ?? '');
}

/** 1050项首违不罚、轻微不罚的清单: nothing before 、 is a noun phrase of its own, so the list is one attribute. */
const isListedVerb = ({ words }: NamingContext, _start: number, at: number): boolean =>
  /^[va]/.test(words.until(at)?.tag ?? '');

function trimEnd({ text, classes }: NamingContext, start: number, from: number): number {
  let end = from;
  for (;;) {
    const length = classes.joint.longestBefore(text, end, start + 1);
    if (length > 0) end -= length;
    else if (end > start && /[\s的、“‘（(]/.test(text[end - 1]!)) end--;
    else return end;
  }
}
