/**
 * What the words of a title say. A title is known by its head, the noun that ends one of its phrases (目标任务完成情况 is about 情况), or by a
 * time to come; never by a word inside a phrase, nor by what a verb has for its object (聚焦目标任务).
 */
import type { Punctuation } from '../../knowledge/punctuation/table.ts';
import type { StatusRules } from '../../knowledge/status/table.ts';
import type { Span } from '../../model/span.ts';
import { SPACES } from '../../text/char-set.ts';

/** What titles are read with. */
export type TitleContext = { rules: StatusRules; punctuation: Punctuation };

/** What the words of a title say, years aside. */
export type TitleWords = {
  /** A phrase of it is headed by a noun that looks back: 工作情况. */
  review: boolean;
  /** A phrase of it is headed by a noun of work to come: 工作打算. */
  plan: boolean;
  /** It tells of a success (取得新成效), in a review or as what a plan wants. */
  claims: boolean;
  /** 下一步, 明年. */
  toCome: boolean;
  /** A verb that takes such nouns for its object: 谋划2027年工作. */
  acts: boolean;
};

export function wordsOfTitle(context: TitleContext, text: string, { start, end }: Span): TitleWords {
  const { rules, punctuation } = context;
  const found: TitleWords = { review: false, plan: false, claims: false, toCome: false, acts: false };
  let verb = false;
  for (let at = start; at < end; at++) {
    if (partsTitle(punctuation, text, at)) verb = false;
    if (rules.anyTitleWord.longestAt(text, at, end) === 0) continue;
    const review = rules.reviewTitles.longestAt(text, at, end);
    const plan = rules.planTitles.longestAt(text, at, end);
    verb ||= rules.titleVerbs.longestAt(text, at, end) > 0;
    found.acts ||= verb;
    found.claims ||= rules.claimTitles.longestAt(text, at, end) > 0;
    found.toCome ||= rules.titleTimes.longestAt(text, at, end) > 0;
    found.review ||=
      review > 0 && (partsTitle(punctuation, text, at + review) || endsTitle(context, text, at + review, end));
    found.plan ||= plan > 0 && !verb && endsTitle(context, text, at + plan, end);
  }
  return found;
}

const partsTitle = ({ delimiters }: Punctuation, text: string, at: number): boolean =>
  delimiters.at(text, at) || SPACES.at(text, at);

/** A head stands last, or is joined to another: 总体要求和主要目标. What a comma follows is but the first half of a slogan. */
const endsTitle = ({ rules, punctuation }: TitleContext, text: string, at: number, end: number): boolean =>
  at === end ||
  punctuation.enumerators.at(text, at) ||
  punctuation.openers.at(text, at) ||
  punctuation.closers.at(text, at) ||
  rules.titleJoints.longestAt(text, at, end) > 0;
