/** When a report was published or delivered, and the label that says by whom. */

import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { SPACES } from '../../text/char-set.ts';
import { type FoundDate, findDate } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { Clue } from './clues.ts';
import { datesIn, isoDate, type WrittenDate } from './dates.ts';
import { type Ends, type HeadLine, isSentence, isSubtitle } from './line.ts';

/** How much may stand between a label and its date: a colon, blanks, a weekday. */
const REACH = 24;
/** Longer lines with a date are no lines of a date. */
const LONGEST_DATE_LINE = 40;

/** The days that a report names as its own: of its publication, of the meeting it was given to, of its signature. */
export function* dateClues({ head, tail }: Ends, pack: RulePack): Generator<Clue<string>> {
  const { metadata, punctuation } = pack;
  const { weights } = metadata;
  const labelled = labelledDate(head, metadata);
  if (labelled) yield { value: labelled.date, weight: weights.date.label, place: 'label', words: labelled.words };
  for (const { text } of head) {
    const found = findDate(text);
    const isLine =
      found && (isAlone(text, found, metadata) || metadata.publisherLabels.some((each) => each.isIn(text)));
    if (isLine) yield { value: found.date, weight: weights.date.line, place: 'date-line', words: text };
  }
  for (const line of head) {
    const date = isOccasion(line.text, pack) ? firstDate(line.text, pack) : null;
    const value = date && isoDate(date);
    if (value) yield { value, weight: weights.date.session, place: 'session', words: line.text };
  }
  for (const { text } of tail) {
    const date = text.length <= LONGEST_DATE_LINE && !isSentence(text, punctuation) ? firstDate(text, pack) : null;
    const value = date && isoDate(date);
    if (value) yield { value, weight: weights.date.signature, place: 'signature', words: text };
  }
}

/** ——2025年1月9日在青禾县…会议上, （2025年1月9日）: a line that tells when and to whom a report was given. */
export function isOccasion(line: string, pack: RulePack): boolean {
  const { metadata, punctuation } = pack;
  if (!isSubtitle(line, punctuation)) return false;
  const { open, close } = metadata.title.occasion;
  if (metadata.sessions.isIn(line)) return true;
  const isBracketed = open.isIn(line) && close.at(line, line.length - 1);
  return (
    line.length <= LONGEST_DATE_LINE &&
    (isBracketed || metadata.title.subtitle.longestAt(line, 0) > 0 || isDateAlone(line, pack))
  );
}

/** 二〇二四年一月九日, on a line of its own. */
function isDateAlone(line: string, pack: RulePack): boolean {
  const date = firstDate(line, pack);
  return date !== null && isAlone(line, date, pack.metadata);
}

/** The first date with a month: that of a line which names a day. */
export function firstDate(line: string, { numerals }: Pick<RulePack, 'numerals'>): WrittenDate | null {
  for (const date of datesIn(line, numerals)) if (date.month !== null) return date;
  return null;
}

/** The date with the best label. */
function labelledDate(lines: readonly HeadLine[], rules: MetadataRules): { date: string; words: string } | null {
  const labelled = withLabel(lines, rules);
  for (const labels of rules.dateLabels) {
    for (const { text, next } of labelled) {
      const at = endOfLabel(text, labels);
      if (at < 0) continue;
      const own = text.slice(at, at + REACH);
      // 发布时间： with its date on the next line.
      const found = findDate(SPACES.endOfRun(own, 1) === own.length ? next : own);
      if (found) return { date: found.date, words: text };
    }
  }
  return null;
}

/** What follows the best label of a publisher, up to a blank, a sign or the next label. */
export function labelledPublisher(lines: readonly HeadLine[], rules: MetadataRules): string | null {
  const labelled = withLabel(lines, rules);
  for (const labels of rules.publisherLabels) {
    for (const { text, next } of labelled) {
      const at = endOfLabel(text, labels);
      if (at < 0) continue;
      const line = SPACES.endOfRun(text, at + 1) === text.length ? text + next : text;
      const publisher = upToLabel(publisherAt(line, at, rules), rules);
      if (publisher && /\p{Script=Han}|[A-Za-z]{2}/u.test(publisher)) return publisher;
    }
  }
  return null;
}

/** Lines with a label, each with the one behind it, where the fact may stand. */
const withLabel = (lines: readonly HeadLine[], { anyLabel }: MetadataRules): { text: string; next: string }[] =>
  lines.flatMap(({ text }, i) => (anyLabel.isIn(text) ? [{ text, next: lines[i + 1]?.text ?? '' }] : []));

/** Where the first label with something after it ends; -1 for none. */
function endOfLabel(text: string, labels: Lexicon): number {
  const at = labels.firstIn(text);
  return at < 0 ? -1 : at + labels.longestAt(text, at);
}

/** Nothing stands on the line of a date but a time and signs. */
function isAlone(
  line: string,
  { start, end }: Pick<FoundDate, 'start' | 'end'>,
  { besideDate }: MetadataRules,
): boolean {
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
