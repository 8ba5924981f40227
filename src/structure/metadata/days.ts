/** On which days a report says that it was given, signed, published. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { datesIn, type WrittenDate } from './dates.ts';
import { type Ends, type HeadLine, isSentence, isSubtitle } from './line.ts';

/** Longer lines with a date are no lines of a date. */
const LONGEST_DATE_LINE = 40;

export type Day = Pick<WrittenDate, 'year' | 'month'> & {
  place: 'session' | 'signature' | 'date-line';
  words: string;
};

/** A day that is not known is none here, its month is enough: 2022年10月×日. */
export function* daysOf({ front, tail }: Ends, published: string | null, pack: RulePack): Generator<Day> {
  const occasion = front.find(({ text }) => isOccasion(text, pack) && firstDate(text, pack) !== null)?.text;
  if (occasion !== undefined) yield* dayOf(occasion, 'session', pack);
  const signature = tail.findLast((line) => isDateLine(line, pack))?.text;
  if (signature !== undefined) yield* dayOf(signature, 'signature', pack);
  if (published !== null) {
    const [year, month] = published.split('-').map(Number);
    if (year !== undefined && month !== undefined) yield { year, month, place: 'date-line', words: published };
  }
}

function* dayOf(words: string, place: Day['place'], pack: RulePack): Generator<Day> {
  const date = firstDate(words, pack);
  if (date) yield { ...date, place, words };
}

/** A short line with a date in it, which is no sentence. */
export const isDateLine = ({ text }: HeadLine, pack: RulePack): boolean =>
  text.length <= LONGEST_DATE_LINE && !isSentence(text, pack.punctuation) && firstDate(text, pack) !== null;

/** ——2025年1月9日在青禾县…会议上, （2025年1月9日）: a line that tells when and to whom a report was given. */
export function isOccasion(line: string, pack: RulePack): boolean {
  const { sessions, title } = pack.metadata;
  if (!isSubtitle(line, pack.punctuation)) return false;
  if (sessions.isIn(line)) return true;
  const { open, close } = title.occasion;
  const isBracketed = open.isIn(line) && close.at(line, line.length - 1);
  const isDashed = title.subtitle.longestAt(line, 0) > 0 && firstDate(line, pack) !== null;
  return line.length <= LONGEST_DATE_LINE && (isBracketed || isDashed || isDateAlone(line, pack));
}

/** 二〇二四年一月九日, on a line of its own. */
function isDateAlone(line: string, pack: RulePack): boolean {
  const date = firstDate(line, pack);
  return date !== null && isAlone(line, date, pack);
}

/** The first date with a month: that of a line which names a day. */
export function firstDate(line: string, { numerals }: Pick<RulePack, 'numerals'>): WrittenDate | null {
  for (const date of datesIn(line, numerals)) if (date.month !== null) return date;
  return null;
}

/** Nothing stands on the line of a date but a time and signs. */
export function isAlone(
  line: string,
  { start, end }: Pick<WrittenDate, 'start' | 'end'>,
  { metadata: { besideDate } }: RulePack,
): boolean {
  for (let i = 0; i < line.length; i++) if ((i < start || i >= end) && !besideDate.at(line, i)) return false;
  return true;
}
