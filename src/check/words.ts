/** What a finding shows of the text around it. */
import type { PlaceholderDraft } from '../model/findings.ts';
import type { Excerpt } from '../model/issue.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { lastAtMost } from '../text/sorted.ts';

/** Characters shown before a mask, and after it where there is nothing before. */
const SUBJECT_REACH = 14;

const WORDS_BEFORE = /[\p{L}\p{N}“”‘’"《》%％·、]*$/u;
const WORDS_AFTER = /^[\p{L}\p{N}“”‘’"《》%％·]*/u;
/** After these the mask goes on what stands before it: 第*, 20××, 百分之*. */
const GOES_ON = /(?:^|[第之\d０-９（(“"《])$/u;

/** 高新技术企业 *家 for 培育高新技术企业*家: the characters left of the mask in its clause, else those right of it. */
export function subjectOf(text: string, { span, context, expects }: PlaceholderDraft): string {
  const { start, end } = span;
  const before = text.slice(wholeFrom(text, Math.max(context.start, start - SUBJECT_REACH)), start);
  const left = before.slice(before.search(WORDS_BEFORE)).replace(/^[、”’》]+/, '');
  const mask = text.slice(start, end);
  if (left === '' || left.endsWith('、')) {
    const right = text.slice(end, wholeTo(text, Math.min(context.end, end + SUBJECT_REACH)));
    return mask + (WORDS_AFTER.exec(right)?.[0] ?? '');
  }
  const unit = expects !== null && text.startsWith(expects, end) ? expects : '';
  return `${left}${GOES_ON.test(left) ? '' : ' '}${mask}${unit}`;
}

/** Characters of a sentence shown on either side of a mask. */
const SENTENCE_REACH = 120;

/** The sentence around a mask; the clause where the mask stands in no sentence, as in a title. */
export function sentenceAround({ text, sentences }: Report, { span, context }: PlaceholderDraft): Excerpt {
  const last = sentences[lastAtMost(sentences, span.start, (sentence) => sentence.span.start)]?.span;
  const { start, end } = last && last.end >= span.end ? last : context;
  const from = wholeFrom(text, Math.max(start, span.start - SENTENCE_REACH));
  const to = wholeTo(text, Math.min(end, span.end + SENTENCE_REACH));
  return { text: text.slice(from, to), mark: shift(span, -from) };
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** A cut must not part the two halves of a character. */
const wholeFrom = (text: string, at: number): number => (isLowHalf(text.charCodeAt(at)) ? at + 1 : at);
const wholeTo = (text: string, at: number): number => (isLowHalf(text.charCodeAt(at)) ? at - 1 : at);
const isLowHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
