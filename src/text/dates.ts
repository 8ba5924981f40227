/** Dates as pages, tables and reports write them. */

/** What 月 follows is a month: 2021年1-6月 are six of them. */
const DATE = /(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d?\s?月)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/;

/** A date as YYYY-MM-DD, and where it stands without the 日 that may follow. */
export type FoundDate = { date: string; start: number; end: number };

/** The first date in the words: 2024-06-12T08:00+08:00, 2024年6月12日. */
export function findDate(words: string): FoundDate | null {
  const match = DATE.exec(words);
  const date = match && dateOf(match);
  return date ? { date, start: match.index, end: match.index + match[0].length } : null;
}

/** The first date that a container states, 20240612 among them, as YYYY-MM-DD. */
export function parseDate(words: string): string | null {
  const compact = COMPACT.exec(words.trim());
  return findDate(words)?.date ?? (compact && dateOf(compact));
}

function dateOf([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  // The thirtieth of February is moved to March by Date, and shows so.
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null;
}

/** 二〇二四年 and ２０２４年 as 2024年; every other character keeps its place. */
export function withPlainYears(text: string, digits: ReadonlyMap<string, number>): string {
  let plain = '';
  let from = 0;
  for (const { 1: year = '', index } of text.matchAll(YEAR)) {
    const number = Array.from(year.normalize('NFKC'), (char) => digits.get(char) ?? char).join('');
    if (!/^\d{4}$/.test(number)) continue;
    plain += text.slice(from, index - year.length) + number;
    from = index;
  }
  return plain + text.slice(from);
}

/** Finds 年 first and looks back from there: a search for four characters before 年 begins anew at each of the text. */
const YEAR = /年(?<=([^\s年]{4})年)/gu;
