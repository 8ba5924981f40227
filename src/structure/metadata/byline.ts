/** When and by whom a report was published, as its byline says. */

import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import { SPACES } from '../../text/char-set.ts';
import { type FoundDate, findDate } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { HeadLine } from './line.ts';

/** How much may stand between a label and its date: a colon, blanks, a weekday. */
const REACH = 24;

/** The date with the best label; else one that stands on a line of its own, with no more than a time or a source. */
export function findPublishingDate(lines: readonly HeadLine[], rules: MetadataRules): string | null {
  const labelled = withLabel(lines, rules);
  for (const labels of rules.dateLabels) {
    for (const { text } of labelled) {
      const at = endOfLabel(text, labels);
      const found = at < 0 ? null : findDate(text.slice(at, at + REACH));
      if (found) return found.date;
    }
  }
  for (const { text } of lines) {
    const found = findDate(text);
    if (!found) continue;
    if (isAlone(text, found, rules) || rules.publisherLabels.some((labels) => labels.isIn(text))) return found.date;
  }
  return null;
}

/** What follows the best label of a publisher, up to a blank, a sign or the next label. */
export function findPublisher(lines: readonly HeadLine[], rules: MetadataRules): string | null {
  const labelled = withLabel(lines, rules);
  for (const labels of rules.publisherLabels) {
    for (const { text } of labelled) {
      const at = endOfLabel(text, labels);
      const publisher = at < 0 ? null : upToLabel(publisherAt(text, at, rules), rules);
      if (publisher && /\p{Script=Han}|[A-Za-z]{2}/u.test(publisher)) return publisher;
    }
  }
  return null;
}

const withLabel = (lines: readonly HeadLine[], { anyLabel }: MetadataRules): HeadLine[] =>
  lines.filter(({ text }) => anyLabel.isIn(text));

/** Where the first label with something after it ends; -1 for none. */
function endOfLabel(text: string, labels: Lexicon): number {
  const at = labels.firstIn(text);
  return at < 0 ? -1 : at + labels.longestAt(text, at);
}

/** Nothing stands on the line of a date but a time and signs. */
function isAlone(line: string, { start, end }: FoundDate, { besideDate }: MetadataRules): boolean {
  for (let i = 0; i < line.length; i++) if ((i < start || i >= end) && !besideDate.at(line, i)) return false;
  return true;
}

/** How long a publisher is. */
const SHORTEST = 2;
const LONGEST = 30;

/** What stands behind the sign of a label: ：青禾日报 2024年…; empty where no sign stands or nothing behind it. */
function publisherAt(text: string, at: number, { labelSigns, publisherEnds }: MetadataRules): string {
  const sign = SPACES.endOfRun(text, at);
  const start = SPACES.endOfRun(text, sign + 1);
  const limit = Math.min(text.length, start + LONGEST);
  let end = start;
  while (end < limit && !SPACES.at(text, end) && !publisherEnds.at(text, end)) end++;
  return labelSigns.at(text, sign) && end - start >= SHORTEST ? text.slice(start, end) : '';
}

/** 青禾日报作者：某某 → 青禾日报 */
function upToLabel(value: string, { labelSigns, bylineLabels }: MetadataRules): string {
  const sign = labelSigns.firstIn(value);
  return sign < 0 ? value : value.slice(0, sign - bylineLabels.longestBefore(value, sign));
}
