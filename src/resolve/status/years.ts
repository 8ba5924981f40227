/** YearWords as evidence: one later than the year reported on is still to come. */
import type { NumeralTable } from '../../knowledge/numerals/table.ts';
import type { Report } from '../../model/report.ts';
import { type Span, sliceOf } from '../../model/span.ts';
import { withPlainYears } from '../../text/dates.ts';
import { type TitleContext, type TitleWords, wordsOfTitle } from './title-words.ts';

const DIGITS = 4;

export type YearWords = {
  /** The year whose digits begin at a place, with 年 behind it; null for none. */
  at(place: number): number | null;
  /** The last year of the five-year plan that is named at a place; null for none. */
  endOfPlanAt(place: number): number | null;
  /** Where the sign of that year ends. */
  endOf(place: number): number;
  /** Whether a year is later than the one reported on; false where that is not known. */
  isToCome(year: number): boolean;
  /** Whether a year is not later than the one reported on; false where that is not known. */
  isPast(year: number): boolean;
};

export function yearsOf(report: Report, context: TitleContext, numerals: NumeralTable): YearWords {
  const { text } = report;
  const reported = reportedYear(report, context, numerals);
  return {
    at: (place) => yearAt(text, place, numerals),
    endOfPlanAt: (place) => endOfPlanAt(text, context.punctuation.openers.at(text, place) ? place + 1 : place, context),
    endOf: (place) => place + DIGITS + numerals.yearUnit.length,
    isToCome: (year) => reported !== null && year > reported,
    isPast: (year) => reported !== null && year <= reported,
  };
}

/** The plans of `planPeriods` follow each other, five years each. */
function endOfPlanAt(text: string, place: number, { rules }: TitleContext): number | null {
  const length = rules.planPeriods.longestAt(text, place);
  if (length === 0) return null;
  const index = [...rules.planPeriods.words].indexOf(text.slice(place, place + length));
  return FIRST_PLAN_END + 5 * index;
}

const FIRST_PLAN_END = 2010;

function yearAt(text: string, place: number, { yearUnit, digits }: NumeralTable): number | null {
  if (!text.startsWith(yearUnit, place + DIGITS)) return null;
  const plain = withPlainYears(text.slice(place, place + DIGITS + yearUnit.length), digits).slice(0, DIGITS);
  const year = /^\d{4}$/.test(plain) ? Number(plain) : 0;
  return year >= 1900 && year < 2100 ? year : null;
}

/** The year looked back on: titles tell (2024年工作总结; 2025年工作要点 follows on 2024), else the metadata. */
function reportedYear(report: Report, context: TitleContext, numerals: NumeralTable): number | null {
  const { text, headings, metadata } = report;
  const title = metadata.title ?? '';
  const own = titleYear(context, title, { start: 0, end: title.length }, numerals);
  if (own?.words.review) return own.year;
  const outer = headings.filter(({ level }) => level < 3);
  const titles = [own, ...outer.map(({ titleSpan }) => titleYear(context, text, titleSpan, numerals))];
  const review = titles.find((each) => each?.words.review);
  if (review) return review.year;
  const plan = titles.find((each) => each?.words.plan);
  return plan ? plan.year - 1 : metadata.year;
}

/** The first year of a title, and what else the title says. */
function titleYear(
  context: TitleContext,
  text: string,
  title: Span,
  numerals: NumeralTable,
): { year: number; words: TitleWords } | null {
  if (!sliceOf(text, title).includes(numerals.yearUnit)) return null;
  for (let at = title.start; at < title.end; at++) {
    const year = yearAt(text, at, numerals);
    if (year !== null) return { year, words: wordsOfTitle(context, text, title) };
  }
  return null;
}
