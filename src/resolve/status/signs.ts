/** What the sentences and paragraphs of a report do: urge, tell of things done, open a plan, name who is in charge. */

import type { StatusSign } from '../../knowledge/status/table.ts';
import type { Heading, Report, Sentence } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import { SPACES } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { readTitle } from './title.ts';
import type { TitleContext } from './title-words.ts';
import type { YearWords } from './years.ts';

/** What the words of a sentence say of its part of the report. */
export type Signs = {
  /** 预期目标是：, 做好以下工作。 */
  leadsPlan: boolean;
  /** It does so as what follows its paragraph: 我们要抓好五项工作。 */
  announces: boolean;
  /** 下一步，…; 2027年，… in a report on 2026. */
  leadsParagraph: boolean;
  urges: boolean;
  tells: boolean;
  /** （牵头单位：…） */
  assigns: boolean;
};

/** A paragraph, with how many of its sentences urge and how many tell. */
export type ParagraphSigns = { urging: number; telling: number; assigns: boolean };

export type SignedSentence = { sentence: Sentence; signs: Signs; paragraph: ParagraphSigns; opensParagraph: boolean };

export function signedSentences(report: Report, context: TitleContext, years: YearWords): SignedSentence[] {
  const { text, headings, sentences } = report;
  const signed: SignedSentence[] = [];
  const isPartial = context.rules.partialPeriods.isIn(report.metadata.title ?? '');
  let paragraph: ParagraphSigns = { urging: 0, telling: 0, assigns: false };
  let before: Sentence | null = null;
  for (const sentence of sentences) {
    const opensParagraph = partsParagraphs(text, headings, before, sentence);
    if (opensParagraph) paragraph = { urging: 0, telling: 0, assigns: false };
    const signs = signsOf(text, sentence, context, years, isPartial);
    if (signs.urges) paragraph.urging++;
    if (signs.tells) paragraph.telling++;
    if (signs.assigns) paragraph.assigns = true;
    signed.push({ sentence, signs, paragraph, opensParagraph });
    before = sentence;
  }
  return signed;
}

/** A line end parts paragraphs, and so does a heading (but 一是) in a text that has lost its line breaks. */
function partsParagraphs(
  text: string,
  headings: readonly Heading[],
  before: Sentence | null,
  { span, heading }: Sentence,
) {
  if (before === null || text.slice(before.span.end, span.start).includes('\n')) return true;
  return before.heading !== heading && (headings[heading]?.level ?? 0) < RUN_IN_LEVEL;
}

/** That of 一是, 二是 within a paragraph. */
export const RUN_IN_LEVEL = 5;

function signsOf(text: string, { span }: Sentence, context: TitleContext, years: YearWords, isPartial: boolean): Signs {
  const { rules } = context;
  const { start, end } = span;
  // Most sentences hold none of these words: one pass tells.
  const held = rules.signs.in(text, start, end);
  const has = (sign: StatusSign): boolean => (held & rules.signs.bits[sign]) !== 0;
  const announced = has('announceVerbs') && announces(text, span, context);
  return {
    leadsPlan: has('planLeads') || isLabelled(text, span, context, years) || announced,
    announces: announced,
    leadsParagraph:
      (has('paragraphLeads') && opensClause(text, start, end, rules.paragraphLeads, context)) ||
      // 下半年 is to come only where the report looks back on less than a year.
      (isPartial && rules.restOfYear.longestAt(text, start, end) > 0) ||
      opensYearToCome(text, start, context, years) ||
      restsOnPlan(text, span, context),
    urges: has('target') || has('wishes') || rules.imperative.longestAt(text, start, end) > 0,
    tells: has('completed'),
    assigns: has('inCharge'),
  };
}

/** Whether a clause of the sentence begins with one of the words. */
function opensClause(text: string, start: number, end: number, words: Lexicon, { punctuation }: TitleContext): boolean {
  for (let at = words.firstIn(text, start, end); at >= 0; at = words.firstIn(text, at + 1, end))
    if (at === start || punctuation.separators.at(text, at - 1) || SPACES.at(text, at - 1)) return true;
  return false;
}

/** 年度目标：…, 2027年经营目标：…: what stands before the colon reads as the title of a plan. */
function isLabelled(text: string, { start, end }: Span, context: TitleContext, years: YearWords): boolean {
  const { punctuation } = context;
  const colon = punctuation.delimiters.until(text, start, Math.min(end, start + LABEL_CHARS));
  if (!punctuation.colons.at(text, colon)) return false;
  return readTitle(context, text, { start, end: colon }, years)?.status === 'target';
}

/** A label before a colon is no longer. */
const LABEL_CHARS = 16;

/** 围绕上述目标，重点抓好五项工作。: short, of nothing done and without a comma behind. */
function announces(text: string, { start, end }: Span, { punctuation, rules }: TitleContext): boolean {
  if (end - start > ANNOUNCING_CHARS) return false;
  const verb = rules.announceVerbs.firstIn(text, start, end);
  if (verb < 0 || punctuation.delimiters.until(text, verb, end) < end - 1) return false;
  return (
    rules.announced.isIn(text, verb, end) &&
    rules.announceMoods.isIn(text, start, end) &&
    ![rules.completed, rules.achieved, rules.pastTimes, rules.reviewTitles].some((told) => told.isIn(text, start, end))
  );
}

const ANNOUNCING_CHARS = 50;

/** 按照今年的计划，…: what follows is what the plan sets. */
function restsOnPlan(text: string, { start, end }: Span, { punctuation, rules }: TitleContext): boolean {
  const source = rules.planSources.longestAt(text, start, end);
  if (source === 0) return false;
  const comma = punctuation.delimiters.until(text, start, end);
  return punctuation.commas.at(text, comma) && rules.planNouns.longestBefore(text, comma, start + source) > 0;
}

/** 2027年，…: a day or a month of the year to come may be behind those who tell of it. */
function opensYearToCome(text: string, start: number, { punctuation, rules }: TitleContext, years: YearWords): boolean {
  const year = years.at(start);
  if (year === null || !years.isToCome(year)) return false;
  const after = years.endOf(start);
  return punctuation.commas.at(text, after) || rules.planAfterYear.longestAt(text, after) > 0;
}
