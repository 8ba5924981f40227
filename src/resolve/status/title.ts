/** What a title opens: the report's own, or that of a section. */
import type { Span } from '../../model/span.ts';
import type { Status } from '../../model/vocabulary.ts';
import { ARABIC_DIGITS } from '../../text/char-set.ts';
import { type TitleContext, wordsOfTitle } from './title-words.ts';
import type { YearWords } from './years.ts';

/** `firm`: also inside a section that states something else. */
export type TitleReading = { status: Status; firm: boolean };

export function readTitle(context: TitleContext, text: string, title: Span, years: YearWords): TitleReading | null {
  const { review, plan, claims, toCome, acts } = wordsOfTitle(context, text, title);
  // A title that announces both (去年工作回顾和今年总体要求) begins with the review; a lead sentence will turn to the plan.
  // 加快释放开放成效 is what a plan wants, if it stands in one; 发展|基础 is none of that.
  const { imperative, reviewTitles } = context.rules;
  const urged = imperative.longestAt(text, title.start, title.end);
  const urges = urged > reviewTitles.longestAt(text, title.start, title.end);
  if (review) return { status: 'achieved', firm: !claims && !urges };
  if (toCome || holdsYearToCome(text, title, years)) return { status: 'target', firm: !acts };
  if (plan) return { status: 'target', firm: false };
  return claims ? { status: 'achieved', firm: false } : null;
}

/** Whether a report's own title is that of a plan: it ends in 工作要点 or 实施方案, and looks back on nothing. */
export function isPlanTitle(context: TitleContext, title: string): boolean {
  const aside = context.punctuation.asides.until(title, 0, title.length);
  const isPlan = context.rules.planDocuments.longestBefore(title, aside) > 0;
  return isPlan && !wordsOfTitle(context, title, { start: 0, end: aside }).review;
}

function holdsYearToCome(text: string, { start, end }: Span, years: YearWords): boolean {
  for (let at = start; at < end; at++) {
    const year = years.at(at);
    // 2027年1月8日 is when it was given.
    if (year !== null && years.isToCome(year) && !ARABIC_DIGITS.at(text, years.endOf(at))) return true;
  }
  return false;
}
