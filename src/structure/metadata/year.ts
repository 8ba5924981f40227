/** Which year a report reports on. */
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import { type HeadLine, isSubtitle } from './line.ts';

/** 2021—2023年, 2021年至2023年: more than one year. */
const SEVERAL = /\d{4}年?\s?[-—–~～至到]\s?\d{4}年/;
const YEAR = /(?<!\d)((?:19|20)\d{2})年/;
/** A first sentence that begins so is about that year; one that begins with a day tells an event. */
const FIRST_WORDS = /^[^\d。]{0,12}((?:19|20)\d{2})年(?!\s?\d{1,2}月\s?\d{1,2}日)/;
/** Years are digits here. The title tells, else the session it was given to, else the first sentence. */
export function findYear(title: string | null, head: readonly HeadLine[], rules: MetadataRules): number | null {
  if (title && SEVERAL.test(title)) return null;
  const words = head.filter((line) => line.role !== 'boilerplate').map((line) => line.text);
  const isOccasion = (line: string): boolean => rules.sessions.isIn(line) || (title !== null && line.startsWith(title));
  const session = words.find((line) => isSubtitle(line) && YEAR.test(line) && isOccasion(line));
  const first = words.find((line) => /[，,]/.test(line) && line !== title);
  const match = YEAR.exec(title ?? '') ?? YEAR.exec(session ?? '') ?? FIRST_WORDS.exec(first ?? '');
  return match ? Number(match[1]) : null;
}
