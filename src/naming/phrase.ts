/** Cuts the words left of a figure down to the name: trailing verbs and adjuncts off, leading adverbs and verbs off. */
import type { Span } from '../model/span.ts';
import { cutComparison, cutMultiple, splitShare } from './comparison.ts';
import { holdsWord, type NamingContext, wordAt, wordBefore, wordOf } from './context.ts';
import { afterGoal } from './goal.ts';
import { stripLead, stripSetting } from './lead.ts';
import { cutRank } from './rank.ts';
import { afterSpacedLead } from './spaced.ts';
import { stripTail } from './tail.ts';

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

/** The same words under another name. */
export const called = ({ whole, respective, among }: LeftPhrase, name: Span | null): LeftPhrase => ({
  name,
  whole,
  respective,
  among,
});

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
  /** 居全市第2: from 居 on it says among whom. */
  isRank: boolean;
};

export function leftPhrase(
  context: NamingContext,
  left: Span,
  { isShare, isCount, isChange, isMultiple, isPoint, isRank }: LeftPhraseOptions,
): LeftPhrase {
  const { classes } = context;
  const clause = { start: afterGoal(context, left), end: left.end };
  const respective = classes.respectively.isIn(context.text, clause.start, clause.end);
  const among = classes.among.isIn(context.text, clause.start, clause.end);
  // 审批时长压到法定时限的|26%: a percentage of something is told as a multiple is.
  const isOf = isShare && classes.attributive.longestBefore(context.text, clause.end, clause.start) > 0;
  const compared = isMultiple || isOf ? cutMultiple(context, clause) : cutComparison(context, clause);
  const ranked = isRank ? cutRank(context, { start: clause.start, end: compared }) : compared;
  const point = isPoint ? classes.pointComparison.firstIn(context.text, clause.start, ranked) : -1;
  const end = point >= 0 ? point : ranked;
  const share = isShare ? splitShare(context, { start: clause.start, end }) : null;
  const subject = share ? share.subject : { start: clause.start, end };
  // 收入增幅|列全市第4位: of a rank, how much something moved is what is ranked.
  const isMoveRanked = ranked < compared && wordBefore(context, end, clause.start, classes.changeNoun) > 0;
  const phrase = isMoveRanked ? subject : stripTail(context, subject);
  const listed = isCount ? afterList(context, phrase) : phrase;
  const joined = { start: afterSpacedLead(context, listed), end: listed.end };
  const isNominal = !isChange && endsInDeed(context, phrase, { end: subject.end, isPart: share !== null || among });
  const whole = isNominal ? stripSetting(context, joined) : stripLead(context, joined, !respective);
  // 全国文明村镇5个: of what is counted the nation is a part of the name, of a measure it says where.
  const nation = isCount ? 0 : wordAt(context, whole.start, whole.end, classes.nation);
  const stripped = nation > 0 ? stripLead(context, { start: whole.start + nation, end: whole.end }, false) : whole;
  const verb = isChange ? wordAt(context, stripped.start, stripped.end, classes.changeFirst) : 0;
  const name = { start: stripped.start + verb, end: stripped.end };
  return { name: isName(context, name) ? name : null, whole: share ? share.whole : null, respective, among };
}

/** 未完成登记|的|有12家, 表示满意|的|占九成: what 的 makes a noun of, with nothing behind it that it says this of, is told with its verbs. */
function endsInDeed(context: NamingContext, phrase: Span, { end, isPart }: { end: number; isPart: boolean }): boolean {
  const { text, classes, tags } = context;
  const after = phrase.end + classes.attributive.longestAt(text, phrase.end, end);
  if (after === phrase.end || (after === end && !isPart)) return false;
  return holdsWord(context, phrase, tags.verbal);
}

/** A verb alone names nothing. */
function isName({ text, classes, listMarkers }: NamingContext, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  // 到三|月底已达: what is left of a date.
  const isNumeral = [...words].every((char) => listMarkers.numerals.at(char, 0));
  return !isNumeral && !classes.strongVerb.has(words) && /\p{L}/u.test(words);
}

/** 甲、乙等企业: what follows 等 is what is counted. */
function afterList(context: NamingContext, { start, end }: Span): Span {
  const { text, classes, marks } = context;
  let listed = false;
  for (let i = start; i < end - 2; i++) {
    if (marks.enumerators.at(text, i)) listed = true;
    const length = listed ? wordOf(context, i, classes.andOthers) : 0;
    if (length > 0) return { start: i + length, end };
  }
  return { start, end };
}
