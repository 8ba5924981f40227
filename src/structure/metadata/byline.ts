/** When a report was published or delivered, and the label that says by whom. */

import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { SPACES } from '../../text/char-set.ts';
import { type FoundDate, findDate } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import type { Clue, Place } from './clues.ts';
import { isoDate } from './dates.ts';
import { firstDate, isAlone, isDateLine, isOccasion } from './days.ts';
import { type Ends, type HeadLine, isSentence } from './line.ts';

/** How much may stand between a label and its date: a colon, blanks, a weekday. */
const REACH = 24;
/** How much else stands on the line of a date: the name of the site, the time. */
const BESIDE = 16;

/** The days that a report names as its own: of its publication, of the meeting it was given to, of its signature. */
export function* dateClues({ head, front, tail }: Ends, pack: RulePack): Generator<Clue<string>> {
  const weights = pack.metadata.weights.date;
  const labelled = labelledDate(head, pack.metadata);
  if (labelled) yield { value: labelled.date, weight: weights.label, place: 'label', words: labelled.words };
  for (const line of head) {
    const { text } = line;
    const found = isSentence(text, pack.punctuation) ? null : findDate(text);
    if (found && isDateOfPage(text, found, pack))
      yield { value: found.date, weight: weights.line, place: 'date-line', words: text };
  }
  for (const { text } of front) if (isOccasion(text, pack)) yield* clueOf(text, 'session', weights.session, pack);
  for (const line of tail) if (isDateLine(line, pack)) yield* clueOf(line.text, 'signature', weights.signature, pack);
}

/** 2024-06-12 15:50, or with no more beside it than a source. */
function isDateOfPage(line: string, found: FoundDate, pack: RulePack): boolean {
  const { publisherLabels } = pack.metadata;
  return (
    line.length - (found.end - found.start) <= BESIDE ||
    isAlone(line, found, pack) ||
    publisherLabels.some((labels) => labels.isIn(line))
  );
}

function* clueOf(line: string, place: Place, weight: number, pack: RulePack): Generator<Clue<string>> {
  const date = firstDate(line, pack);
  const value = date && isoDate(date);
  if (value) yield { value, weight, place, words: line };
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
