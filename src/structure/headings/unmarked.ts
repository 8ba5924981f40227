/** Headings without a marker. */

import type { HeadingRules } from '../../knowledge/headings/table.ts';
import type { Block } from '../../model/document.ts';
import { ARABIC_DIGITS } from '../../text/char-set.ts';
import { withPlainYears } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { FoundHeading } from './found.ts';

/** Where a line stands: `isHead` before the first paragraph, where bodies and speakers are named. */
type Neighbours = { before: Block | undefined; after: Block | undefined; isHead: boolean };

/** A heading that the format declares, or a short line of its own that a paragraph follows. Level 0: not stated. */
export function unmarkedHeading(
  text: string,
  block: Block,
  { before, after, isHead }: Neighbours,
  rules: HeadingRules,
): FoundHeading | null {
  const { start, end } = block.span;
  const found: FoundHeading = { level: 0, marker: null, start, titleSpan: block.span };
  if (block.role === 'heading') return found;
  const { min, max, notStart, notEnd, without, paragraphSigns, speakers } = rules.unmarked;
  const length = end - start;
  if (length < min || length > max || !before || !after) return null;
  if (notStart.longestAt(text, start) > 0 || notEnd.longestBefore(text, end) > 0) return null;
  const line = text.slice(start, end);
  if (!/\p{Script=Han}{3}/u.test(line) || paragraphSigns.isIn(line)) return null;
  if (without.isIn(text, start, end) || isOfSpeaker(line, speakers)) return null;
  if (ROW.test(line) || isDated(line, rules) || (isHead && isIssuer(line, rules))) return null;
  const followed =
    after.span.end - after.span.start > Math.max(max, length) ||
    paragraphSigns.isIn(text, after.span.start, after.span.end);
  return followed ? found : null;
}

/** A row of a table: columns apart, or a figure in the last. */
const ROW = /\t|\||\s{3}|\S\s{2,}\S.*\S\s{2,}\S|\s[-+]?\d\S{0,8}$/;

/** 2024年5月12日 and 2024年第3期 are no headings, 2024年工作安排 is one: no digits but those of years, and no month or day at the end. */
function isDated(line: string, { yearUnit, dayEnds, digits }: HeadingRules): boolean {
  if (!line.includes(yearUnit)) return false;
  const year = String.raw`(?:\d{4}\D{1,2})?\d{4}`;
  const rest = withPlainYears(line, digits).replace(new RegExp(`${year}${yearUnit}`, 'g'), '');
  return dayEnds.at(line, line.length - 1) || !/\p{Script=Han}{2}/u.test(rest) || ARABIC_DIGITS.firstIn(rest) >= 0;
}

/** 青澜县改革办公室, as who reports stands under the title; 构建新格局 names nobody. */
const isIssuer = (line: string, { unmarked: { issuers, notIssuers } }: HeadingRules): boolean => {
  const length = issuers.longestBefore(line, line.length);
  return length > 0 && notIssuers.longestBefore(line, line.length) < length;
};

/** Whether a line holds the end of a sentence, as paragraphs do. */
export const isParagraph = (text: string, { span }: Block, { unmarked }: HeadingRules): boolean =>
  unmarked.paragraphSigns.isIn(text, span.start, span.end);

/** Most characters of a name. */
const NAME = 3;

/** 青澜区区长 某某: a post with a name behind it or nothing. In 老厂区长出新产业 there is none. */
export function isOfSpeaker(line: string, speakers: Lexicon): boolean {
  const at = speakers.firstIn(line);
  const rest = at < 0 ? null : line.slice(at + speakers.longestAt(line, at));
  return rest !== null && (/^\s/.test(rest) || rest.length <= NAME);
}
