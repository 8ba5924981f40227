/** Which year a report reports on. */
import type { NumeralTable } from '../../knowledge/numerals/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { ARABIC_DIGITS, SPACES } from '../../text/char-set.ts';
import { isDayAt, type WrittenYear, yearBefore, yearsIn } from './dates.ts';
import { type HeadLine, isSubtitle } from './line.ts';

/** How many characters may stand before the year of a first sentence. */
const FIRST_WORDS = 12;

/** Years are digits here. The title tells, else the session it was given to, else the first sentence. */
export function findYear(title: string | null, head: readonly HeadLine[], pack: RulePack): number | null {
  const { metadata, numerals, punctuation } = pack;
  if (title && namesSeveral(title, numerals)) return null;
  const words = head.filter((line) => line.role !== 'boilerplate').map((line) => line.text);
  const isOccasion = (line: string): boolean =>
    metadata.sessions.isIn(line) || (title !== null && line.startsWith(title));
  const session = words.find(
    (line) => isSubtitle(line, punctuation) && yearIn(line, numerals) !== null && isOccasion(line),
  );
  const first = words.find((line) => punctuation.commas.isIn(line) && line !== title);
  return yearIn(title ?? '', numerals) ?? yearIn(session ?? '', numerals) ?? yearOfFirstWords(first ?? '', pack);
}

/** 2021—2023年, 2021年至2023年: more than one year. */
function namesSeveral(title: string, { yearUnit, rangeJoiners }: NumeralTable): boolean {
  for (const { start } of yearsIn(title, { yearUnit })) {
    const last = beforeBlank(title, start);
    const joiner = rangeJoiners.longestBefore(title, last);
    const first = beforeBlank(title, last - joiner);
    const digits = title.endsWith(yearUnit, first) ? first - yearUnit.length : first;
    if (joiner > 0 && yearBefore(title, digits) !== null) return true;
  }
  return false;
}

const beforeBlank = (text: string, at: number): number => (SPACES.at(text, at - 1) ? at - 1 : at);

function yearIn(text: string, numerals: NumeralTable): number | null {
  for (const found of yearsIn(text, numerals)) if (isOurs(text, found)) return found.year;
  return null;
}

/** A year of our time, and not the end of a longer number. */
const isOurs = (text: string, { year, start }: WrittenYear): boolean =>
  year >= 1900 && year < 2100 && !ARABIC_DIGITS.at(text, start - 1);

/** A first sentence that begins so is about that year; one that begins with a day tells an event. */
function yearOfFirstWords(line: string, { numerals, metadata }: RulePack): number | null {
  const [found] = yearsIn(line, numerals);
  if (!found || found.start > FIRST_WORDS || !isOurs(line, found)) return null;
  const { year, start, end } = found;
  const isFirst = !ARABIC_DIGITS.isIn(line, 0, start) && !metadata.openingEnds.isIn(line, 0, start);
  return isFirst && !isDayAt(line, end, numerals) ? year : null;
}
