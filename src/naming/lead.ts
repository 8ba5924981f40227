import type { Quantity } from '../model/quantity.ts';
import type { Span } from '../model/span.ts';
import { type NamingContext, wordAt, wordBefore, wordOf } from './context.ts';
import { lastVerbPhrase, MIN_AFTER_STRONG_VERB, MIN_AFTER_WEAK_VERB } from './verbs.ts';

/** `cutsAtVerb`: a verb in mid-phrase may have its object after it. */
export function stripLead(context: NamingContext, span: Span, cutsAtVerb = true): Span {
  const start = cutsAtVerb ? lastVerbPhrase(context, span) : span.start;
  return strip(context, { start, end: span.end }, afterLead);
}

/** 全市|仍未完成登记: only what says when, where and how told goes; verbs and their adverbs stay. */
export const stripSetting = (context: NamingContext, span: Span): Span => strip(context, span, afterSetting);

const afterSetting: Skip = (context, at, end) => at + wordAt(context, at, end, context.classes.setting);

/** Where the words end that go at a place, the place itself where none do. */
type Skip = (context: NamingContext, at: number, end: number) => number;

function strip(context: NamingContext, { start: from, end }: Span, skip: Skip): Span {
  const { text, marks } = context;
  let start = from;
  for (;;) {
    start = afterSigns(text, marks.leading.endOfRun(text, start, end), end);
    if (start >= end) return { start: end, end };
    const figure = context.quantityFrom(start);
    const isTime = figure && figure.span.end <= end && figure.unit?.dimension === 'time';
    if (isTime && isAge(context, figure, end)) return { start, end };
    const next = isTime ? afterTime(context, figure.span.end, end) : skip(context, start, end);
    if (next === start) return { start, end };
    start = next;
  }
}

/** 2024年|以来. */
const afterTime = (context: NamingContext, at: number, end: number): number =>
  at + wordAt(context, at, end, context.classes.timeTail);

function afterLead(context: NamingContext, at: number, end: number): number {
  for (const after of [afterMaskedPlace, afterBeneficiary]) {
    const next = after(context, at, end);
    if (next > at) return next;
  }
  return at + leadLength(context, at, end);
}

const SIGN = /\p{So}/u;

/** 🎉全年新建: signs that stand for no words. */
function afterSigns(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!SIGN.test(sign)) break;
    at += sign.length;
  }
  return at;
}

/** 65岁以上老人, 六年制小学: an age that bounds who is meant, a length that says of what sort, is no date. */
const isAge = ({ text, classes }: NamingContext, { span, unit }: Quantity, end: number): boolean =>
  classes.ageUnit.has(unit?.symbol ?? '') ||
  [classes.moreAfter, classes.timeAttribute].some((lexicon) => lexicon.longestAt(text, span.end, end) > 0);

/** 取得证书的学员, 参加培训的教师: an attribute of what is counted. */
function opensAttribute(context: NamingContext, start: number, end: number): boolean {
  const length = wordAt(context, start, end, context.classes.attributeVerb);
  return length > 0 && endsInAttributed(context, start + length, end);
}

/** How long the noun is that an attribute belongs to. */
const LONGEST_NOUN = 8;

/** 的学员, 的教师: with the noun at the very end. */
function endsInAttributed({ text, classes }: NamingContext, start: number, end: number): boolean {
  const earliest = Math.max(start, end - 2 * LONGEST_NOUN - 1);
  for (let i = end - 1; i >= earliest; i--) {
    const noun = i + classes.attributive.longestAt(text, i, end);
    if (noun > i && NOUN.test(text.slice(noun, end))) return true;
  }
  return false;
}

const NOUN = new RegExp(`^\\p{Script=Han}{2,${LONGEST_NOUN}}$`, 'u');

/** **县流转土地, XX镇XX村: where it was done is no part of the name. */
function afterMaskedPlace({ text, classes, isMask }: NamingContext, start: number, end: number): number {
  let at = start;
  while (at < end && isMask(at)) at++;
  const length = at > start ? classes.placeSuffix.longestAt(text, at, end) : 0;
  return length > 0 && at + length < end ? at + length : start;
}

/** 为群众解决问题: whom it is done for is no part of the name. */
function afterBeneficiary(context: NamingContext, start: number, end: number): number {
  const { words, classes, tags } = context;
  const whom = start + wordOf(context, start, classes.beneficiary);
  if (whom === start) return start;
  let at = whom;
  while (at < end) {
    const word = words.from(at);
    if (at > whom && word && tags.verbal.has(word) && !isNounThere(context, at, end))
      return end - at > word.text.length ? at : start;
    at += word ? word.text.length : 1;
  }
  return start;
}

/** 货物|进出口额, 新|就业人员: a verb that is part of a noun. */
const isNounThere = (context: NamingContext, at: number, end: number): boolean =>
  context.classes.measureHead.longestAt(context.text, at, end) > 0 ||
  wordBefore(context, at, 0, context.classes.newMark) > 0;

function leadLength(context: NamingContext, start: number, end: number): number {
  const { text, classes } = context;
  if (wordAt(context, start, end, classes.keptVerb) > 0) return 0;
  // 新设立企业: with 新 the verb is an attribute.
  const fresh = wordAt(context, start, end, classes.newMark);
  if (fresh > 0 && context.tags.verbal.has(context.words.from(start + fresh))) return 0;
  const lead = wordAt(context, start, end, classes.lead);
  // 能繁母猪, 可办事项: a noun that begins like an adverb.
  const kept = lead > 0 ? wordAt(context, start, end, classes.rightKept) : 0;
  // 有效|问卷: before a noun the adverb is an adjective; the verb of 组织|企业参展 stays a verb.
  const isAdjective = kept > 0 && wordAt(context, start, end, classes.weakVerb) === 0;
  if (kept > lead || (isAdjective && context.tags.plainNoun.has(context.words.from(start + kept)))) return 0;
  if (start + lead < end && classes.restMark.is(text, start, start + lead)) return 0;
  if (lead === 1 && (opensModifier(context, start + 1, end) || opensPlace(context, start, end))) return 0;
  // 超规划养殖, 过闸吨位: a bound stands before its figure alone, so before a noun it is none.
  if (lead === 1 && classes.boundPrefix.is(text, start, start + 1)) return 0;
  if (opensAttribute(context, start, end) || opensTrade(context, start, end)) return 0;
  // 不足10万元的村: a bound of a figure that is part of the name stays.
  if (lead > 0) return isBoundOf(context, start + lead, end) ? 0 : lead;
  const strong = wordAt(context, start, end, classes.strongVerb);
  if (strong > 0 && end - start - strong >= MIN_AFTER_STRONG_VERB) return strong;
  const weak = wordAt(context, start, end, classes.weakVerb);
  const rest = start + weak;
  if (weak === 0 || end - rest < MIN_AFTER_WEAK_VERB || classes.attributive.longestAt(text, rest, end) > 0) return 0;
  // 研发人员总量, 销售收入: before a measure the verb is part of what is measured.
  const isMeasure = classes.generalHead.is(text, rest, end) || classes.measureHead.longestBefore(text, end, rest) > 0;
  if (classes.wholeHead.is(text, rest, end)) return weak;
  return isMeasure ? 0 : weak;
}

/** 拟|建项目, 可|养水面: with a verb of one character it stands before the noun. */
function opensModifier({ text, words, classes, tags }: NamingContext, at: number, end: number): boolean {
  const verb = words.from(at);
  if (verb?.text.length !== 1 || !tags.verb.has(verb) || at + 1 >= end) return false;
  return ![classes.lead, classes.tail, classes.strongVerb].some((lexicon) => lexicon.longestAt(text, at, at + 1) > 0);
}

/** 对|共建国家进出口: with whom something is done is part of its measure. */
const opensTrade = ({ text, classes }: NamingContext, start: number, end: number): boolean =>
  classes.toward.is(text, start, start + 1) && classes.measureHead.longestBefore(text, end, start) > 1;

/** 在|园师生, 在|粤就业人员: with a noun of one character a preposition is an attribute of what follows. */
function opensPlace({ words, tags }: NamingContext, start: number, end: number): boolean {
  const noun = words.from(start + 1);
  return tags.preposition.has(words.from(start)) && noun?.text.length === 1 && tags.noun.has(noun) && start + 2 < end;
}

function isBoundOf({ text, classes, quantityFrom }: NamingContext, at: number, end: number): boolean {
  const figure = quantityFrom(at);
  return figure?.unit?.dimension === 'money' && classes.attributive.longestAt(text, figure.span.end, end) > 0;
}
