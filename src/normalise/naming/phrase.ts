/** Cuts the words left of a figure down to the name: trailing verbs and adjuncts off, leading adverbs and verbs off. */
import type { CharSet } from '../../model/char-set.ts';
import type { Lexicon } from '../../model/lexicon.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Span } from '../../model/span.ts';
import { termAt, termBefore, type WordIndex } from '../../model/word-index.ts';
import type { NamingWords } from './words.ts';

/** What naming looks at in one sentence. */
export type NamingContext = {
  text: string;
  words: WordIndex;
  classes: NamingWords;
  enumerators: CharSet;
  isMask: (char: string) => boolean;
  quantityFrom: (start: number) => Quantity | undefined;
  quantityUntil: (end: number) => Quantity | undefined;
};

export type LeftPhrase = {
  /** The name; null when nothing is left of it. */
  name: Span | null;
  /** 占…的: the whole that a share is taken of. Empty where none is named. */
  whole: Span | null;
  /** 分别: several values are given out to several names. */
  respective: boolean;
  /** 其中: a part of the topic. */
  among: boolean;
};

const MIN_AFTER_WEAK_VERB = 3;
const MIN_AFTER_STRONG_VERB = 2;

export type LeftPhraseOptions = {
  /** 占…的: look for the whole that a share is taken of. */
  isShare: boolean;
  /** A count: of a list (甲、乙等企业12家) only what is counted names it. */
  isCount: boolean;
  /** A change: the verb that says so is no part of the name (增加灌溉面积). */
  isChange: boolean;
  /** 是…的18倍: from 是 on it says of what. */
  isMultiple: boolean;
  /** 超过目标1.2个百分点: from 超过 on it says than what. */
  isPoint: boolean;
};

export function leftPhrase(
  context: NamingContext,
  clause: Span,
  { isShare, isCount, isChange, isMultiple, isPoint }: LeftPhraseOptions,
): LeftPhrase {
  const { classes } = context;
  const respective = holds(context, clause, classes.respectively);
  const among = holds(context, clause, classes.among);
  const compared = isMultiple ? cutMultiple(context, clause) : cutComparison(context, clause);
  const point = isPoint ? classes.pointComparison.firstIn(context.text, clause.start, compared) : -1;
  const end = point >= 0 ? point : compared;
  const share = isShare ? splitShare(context, { start: clause.start, end }) : null;
  const phrase = stripTail(context, share ? share.subject : { start: clause.start, end });
  const listed = isCount ? afterList(context, phrase) : phrase;
  const stripped = stripLead(context, listed, !respective);
  const verb = isChange ? wordAt(context, stripped.start, stripped.end, classes.changeFirst) : 0;
  const name = { start: stripped.start + verb, end: stripped.end };
  return { name: isName(context, name) ? name : null, whole: share ? share.whole : null, respective, among };
}

/** A verb alone names nothing. */
function isName({ text, classes }: NamingContext, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return words !== '' && !classes.strongVerb.has(words) && /[\p{L}\p{N}]/u.test(words);
}

export type Subject = {
  span: Span;
  /** Its verb says how it moved: 养老金标准|连涨九年. */
  moves: boolean;
};

/** The subject of a clause without a figure: the words before its first verb or adverb. */
export function subjectOf(context: NamingContext, clause: Span): Subject | null {
  const { words, classes } = context;
  const { start } = stripLead(context, clause);
  let at = start;
  while (at < clause.end) {
    const word = words.from(at);
    const isPredicate =
      word && (/^(?:d|ad|v)$/.test(word.tag) || classes.change.has(word.text) || classes.tail.has(word.text));
    if (isPredicate || /[，。；：,;:]/.test(context.text[at]!)) break;
    at += word ? word.text.length : 1;
  }
  if (at - start < 2 || at >= clause.end) return null;
  return { span: { start, end: at }, moves: saysMove(context, at, clause.end) };
}

/** 排放总量|首次出现双下降: a word of change in the predicate. */
function saysMove({ text, words, classes }: NamingContext, from: number, limit: number): boolean {
  for (let i = from; i < limit && !/[，。；：,;:]/.test(text[i]!); i++) {
    const word = words.from(i)?.text ?? '';
    if (classes.change.has(word) || (word.length > 1 && classes.change.longestAt(word, 1) > 0)) return true;
  }
  return false;
}

/** Whether a word of a class stands anywhere in a stretch of text. */
export function holds({ text }: NamingContext, span: Span, lexicon: Lexicon): boolean {
  return lexicon.firstIn(text, span.start, span.end) >= 0;
}

/** The longest word of a class at a place that both begins and ends between words. */
function wordAt({ text, words }: NamingContext, at: number, limit: number, lexicon: Lexicon): number {
  return words.isBoundary(at) ? termAt(lexicon, text, at, limit, words) : 0;
}

function wordBefore({ text, words }: NamingContext, end: number, limit: number, lexicon: Lexicon): number {
  return words.isBoundary(end) ? termBefore(lexicon, text, end, limit, words) : 0;
}

/** 快于全省1.2个…, 比上年增长: from the word that compares on, nothing names. */
function cutComparison(context: NamingContext, { start, end }: Span): number {
  for (let i = start; i < end; i++) {
    const length = wordAt(context, i, end, context.classes.comparison);
    if (length === 0) continue;
    const next = i + length;
    const names = next < end && context.classes.notComparison.longestAt(context.text, next, end) > 0;
    // At the end only a word that compares on its own: 超过预算; 收入比 is a name.
    if ((next < end || length > 1) && !names) return i;
  }
  return end;
}

/** 收入|是建区之初的18倍. */
function cutMultiple(context: NamingContext, { start, end }: Span): number {
  const { text, classes } = context;
  const compared = cutComparison(context, { start, end });
  if (compared < end || text[end - 1] !== '的') return compared;
  for (let i = end - 2; i >= start; i--) if (wordAt(context, i, end, classes.multipleOf) > 0) return i;
  return end;
}

/** 税收占一般公共预算收入的: subject and whole, at the last 占. */
function splitShare(context: NamingContext, { start, end }: Span): { subject: Span; whole: Span } | null {
  const { text, classes } = context;
  for (let i = end - 1; i >= start; i--) {
    if (classes.notShareVerb.longestAt(text, i, end) > 0) continue;
    const length = classes.shareVerb.longestAt(text, i, end);
    if (length === 0 || !context.words.isBoundary(i + length)) continue;
    return { subject: { start, end: i }, whole: stripEnd(context, { start: i + length, end }, classes.shareTail) };
  }
  return null;
}

/** Strips the words of one class from the end, until none is left there. */
function stripEnd(context: NamingContext, { start, end: from }: Span, lexicon: Lexicon): Span {
  let end = from;
  for (;;) {
    while (end > start && /\s/.test(context.text[end - 1]!)) end--;
    const length = wordBefore(context, end, start, lexicon);
    if (length === 0) return { start, end };
    end -= length;
  }
}

export function stripTail(context: NamingContext, span: Span): Span {
  const { text, classes } = context;
  const { start } = span;
  let { end } = span;
  for (;;) {
    while (end > start && /[\s“”‘’"（()）、]/.test(text[end - 1]!) && !closesPair(text, start, end)) end--;
    const figure = context.quantityUntil(end);
    if (figure && figure.span.start >= start && isAdjunct(figure)) {
      end = figure.span.start;
      continue;
    }
    const length = wordBefore(context, end, start, classes.tail);
    const kept = wordBefore(context, end, start, classes.tailKept);
    if (length === 0 || kept >= length) return { start, end };
    end -= length;
  }
}

/** A bracket or quotation mark whose partner stands in the phrase belongs to it. */
function closesPair(text: string, start: number, end: number): boolean {
  const opener = { '”': '“', '’': '‘', '）': '（', ')': '(', '"': '"' }[text[end - 1]!];
  return opener !== undefined && text.lastIndexOf(opener, end - 2) >= start;
}

/** Years and bare numbers date a comparison; they are no names. */
const isAdjunct = ({ unit }: Quantity): boolean => unit === null || unit.dimension === 'time';

/** 甲、乙等企业: what follows 等 is what is counted. */
function afterList({ text, words, enumerators }: NamingContext, { start, end }: Span): Span {
  let listed = false;
  for (let i = start; i < end - 2; i++) {
    if (enumerators.at(text, i)) listed = true;
    if (listed && words.from(i)?.text === '等') return { start: i + 1, end };
  }
  return { start, end };
}

/** `cutsAtVerb`: a verb in mid-phrase may have its object after it. */
export function stripLead(context: NamingContext, span: Span, cutsAtVerb = true): Span {
  const { text } = context;
  const { end } = span;
  let start = cutsAtVerb ? lastVerbPhrase(context, span) : span.start;
  for (;;) {
    while (start < end && /[\s、·—\-”’）)]/.test(text[start]!)) start++;
    if (start >= end) return { start: end, end };
    const figure = context.quantityFrom(start);
    if (figure && figure.span.end <= end && figure.unit?.dimension === 'time') {
      start = figure.span.end;
      start += wordAt(context, start, end, context.classes.timeTail);
      continue;
    }
    const place = afterMaskedPlace(context, start, end);
    if (place > start) {
      start = place;
      continue;
    }
    const verb = afterBeneficiary(context, start, end);
    if (verb > start) {
      start = verb;
      continue;
    }
    const length = leadLength(context, start, end);
    if (length === 0) return { start, end };
    start += length;
  }
}

/** **县流转土地, XX镇XX村: where it was done is no part of the name. */
function afterMaskedPlace({ text, classes, isMask }: NamingContext, start: number, end: number): number {
  let at = start;
  while (at < end && isMask(text[at]!)) at++;
  const length = at > start ? classes.placeSuffix.longestAt(text, at, end) : 0;
  return length > 0 && at + length < end ? at + length : start;
}

/** 为群众解决问题: whom it is done for is no part of the name. */
function afterBeneficiary(context: NamingContext, start: number, end: number): number {
  const { words, classes } = context;
  const opener = words.from(start)?.text ?? '';
  if (!classes.beneficiary.has(opener)) return start;
  let at = start + opener.length;
  while (at < end) {
    const word = words.from(at);
    if (at > start + opener.length && word && /^v/.test(word.tag)) return end - at > word.text.length ? at : start;
    at += word ? word.text.length : 1;
  }
  return start;
}

function leadLength(context: NamingContext, start: number, end: number): number {
  const { text, classes } = context;
  if (wordAt(context, start, end, classes.keptVerb) > 0) return 0;
  const lead = wordAt(context, start, end, classes.lead);
  // 不足10万元的村: a bound of a figure that is part of the name stays.
  if (lead > 0) return isBoundOf(context, start + lead, end) ? 0 : lead;
  const strong = wordAt(context, start, end, classes.strongVerb);
  if (strong > 0 && end - start - strong >= MIN_AFTER_STRONG_VERB) return strong;
  const weak = wordAt(context, start, end, classes.weakVerb);
  const rest = start + weak;
  if (weak === 0 || end - rest < MIN_AFTER_WEAK_VERB || text[rest] === '的') return 0;
  // 研发人员总量, 销售收入: before a measure the verb is part of what is measured.
  const isMeasure =
    classes.generalHead.has(text.slice(rest, end)) || classes.measureHead.longestBefore(text, end, rest) > 0;
  if (classes.wholeHead.has(text.slice(rest, end))) return weak;
  return isMeasure ? 0 : weak;
}

function isBoundOf({ text, quantityFrom }: NamingContext, at: number, end: number): boolean {
  const figure = quantityFrom(at);
  return figure?.unit?.dimension === 'money' && figure.span.end < end && text[figure.span.end] === '的';
}

/**
 * A strong verb in mid-phrase has its object after it (旅游业|实现|总收入), unless that is too general to stand alone
 * (重点项目完成投资); after the last 、 a verb begins a phrase of its own (强弱项、建成示范点).
 */
function lastVerbPhrase(context: NamingContext, { start, end }: Span): number {
  const { text, classes, enumerators } = context;
  let quoted = 0;
  for (let i = end - 1; i > start; i--) {
    quoted += Number(text[i] === '”') - Number(text[i] === '“');
    if (quoted > 0) continue;
    if (classes.disposal.has(context.words.from(i)?.text ?? '')) return i + 1;
    if (enumerators.at(text, i - 1) && endsInMove(context, start, i - 1)) return i;
    if (enumerators.at(text, i - 1) && beginsVerbPhrase(context, start, i, end) && !isBareVerb(context, start, i - 1))
      return i;
    const length = wordAt(context, i, end, classes.cutVerb) || adverbialVerb(context, start, i, end);
    if (length === 0) continue;
    const rest = i + length;
    const object = text.slice(rest, end);
    const stands = object.length >= MIN_AFTER_STRONG_VERB && !classes.generalHead.has(object) && text[rest] !== '的';
    if (stands) return denominatorBefore(context, start, i) ?? i;
  }
  return start;
}

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
    if (words.isBoundary(i) && classes.denominator.longestAt(text, i, end) > 0) return i;
  return null;
}

/** 一般补助大幅增加、|专项补助项目: what stands before 、 is said already. */
function endsInMove({ text, classes, words }: NamingContext, start: number, end: number): boolean {
  return (
    end - start > 4 && (words.until(end)?.text.length ?? 0) > 1 && classes.change.longestBefore(text, end, start) > 1
  );
}

function beginsVerbPhrase(context: NamingContext, start: number, at: number, end: number): boolean {
  const { classes, words } = context;
  const begins = (lexicon: Lexicon, from: number) => wordAt(context, from, end, lexicon) > 0;
  if (begins(classes.strongVerb, at) || begins(classes.keptVerb, at)) return true;
  // 打击犯罪、挽回损失: one verb phrase after another; 生产、投资增长 is a list of nouns.
  const follows =
    begins(classes.weakVerb, start) || begins(classes.strongVerb, start) || words.from(start)?.tag === 'v';
  return follows && begins(classes.weakVerb, at) && end - at > 4;
}

/** 新建、改扩建学校: the verbs share an object. */
function isBareVerb(context: NamingContext, start: number, end: number): boolean {
  const { classes } = context;
  return [classes.keptVerb, classes.strongVerb, classes.weakVerb].some(
    (lexicon) => wordBefore(context, end, start, lexicon) > 0,
  );
}
