/** When and by whom a report was published, as its byline says. */

import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import { findDate } from '../../text/dates.ts';
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
    const rest = (text.slice(0, found.start) + text.slice(found.end)).replace(/[\d:：\s|日时分秒]/g, '');
    if (rest === '' || rules.publisherLabels.some((labels) => labels.isIn(text))) return found.date;
  }
  return null;
}

/** What follows the best label of a publisher, up to a blank, a sign or the next label. */
export function findPublisher(lines: readonly HeadLine[], rules: MetadataRules): string | null {
  const labelled = withLabel(lines, rules);
  for (const labels of rules.publisherLabels) {
    for (const { text } of labelled) {
      const at = endOfLabel(text, labels);
      const value =
        at < 0 ? null : /^\s*[:：丨|｜/]\s*([^\s|｜丨/()（）【】［］[\]，。；;]{2,30})/.exec(text.slice(at));
      const publisher = value && upToLabel(value[1]!, rules.bylineLabels);
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

/** 青禾日报作者：某某 → 青禾日报 */
function upToLabel(value: string, labels: Lexicon): string {
  const colon = value.search(/[:：]/);
  if (colon < 0) return value;
  return value.slice(0, colon - labels.longestBefore(value, colon));
}
