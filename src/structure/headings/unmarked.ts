/** Headings without a marker. */

import type { HeadingRules } from '../../knowledge/headings/table.ts';
import type { Block } from '../../model/document.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { FoundHeading } from './found.ts';

/** A heading that the format declares, or a short line of its own that a paragraph follows. Level 0: not stated. */
export function unmarkedHeading(
  text: string,
  block: Block,
  before: Block | undefined,
  after: Block | undefined,
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
  const followed =
    after.span.end - after.span.start > Math.max(max, length) ||
    paragraphSigns.isIn(text, after.span.start, after.span.end);
  return followed ? found : null;
}

/** Most characters of a name. */
const NAME = 3;

/** 青澜区区长 某某: a post with a name behind it or nothing. In 老厂区长出新产业 there is none. */
export function isOfSpeaker(line: string, speakers: Lexicon): boolean {
  const at = speakers.firstIn(line);
  const rest = at < 0 ? null : line.slice(at + speakers.longestAt(line, at));
  return rest !== null && (/^\s/.test(rest) || rest.length <= NAME);
}
