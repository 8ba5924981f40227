/**
 * Which runs of `*` and `_` on a line of markdown are emphasis, and which are masks.
 *
 * `**区召开**会议` masks a name and a number, `**完善机制**，` is bold type, and CommonMark reads both as bold. Masks must survive, emphasis must
 * never become a mask. So a pair of runs is emphasis only if all of this holds:
 *
 * 1. CommonMark's own conditions: equal runs of one to three on one line; something other than white space inside; the first run not before
 *    closing punctuation or a percent sign, nor after a digit or Latin letter (`202*年`).
 * 2. The words inside end like a phrase: not in ，、 or an opening bracket, nor in a word that leads up to more (`位列第**`, `**区与**区`).
 * 3. A comma inside goes only with a phrase that ends in a full stop or colon, or that is followed by punctuation or the end of the line.
 * 4. Where a mask's follower (a unit, 区, 公司 …) comes after both runs, both are masks. After the first only: emphasis, unless a verb that
 *    wants an object stands before the second (`**区召开**座谈`). After the second only: emphasis of a number (`**120**家`), or of a phrase that
 *    begins its clause.
 *
 * `_` is emphasis only with a boundary on both outer sides, as in CommonMark. `~~` always is markup. Runs of four and more, and what is
 * escaped with a backslash, are text.
 */

import type { EmphasisWords } from '../../knowledge/boilerplate/table.ts';
import type { Lexicon } from '../../text/lexicon.ts';

/** A run of one delimiter in a line. */
export type DelimiterRun = { start: number; end: number };

const LONGEST = 3;
const CLOSING = /[，。、；：！？,.;:!?）)”’》」】\]％%‰]/;
const AFTER_PHRASE = /[，。、；：！？,;:!?）)”’》」】\]\s]/;
const BEFORE_PHRASE = /[，。、；：！？,.;:!?（(“‘《「【[\s—…>|]/;
const OPENS_OR_LISTS = /[，、,（(“‘《「【[]$/;
const ROUNDED_OFF = /[。；：！？.;:!?]$/;
const COMMA = /[，,；;。]/;
const NUMERAL_END = /[\d０-９.．%％〇零一二三四五六七八九十百千万亿几数余多半]$/;

/** The runs that are emphasis, to be left out. `runs` are in order; escaped characters and code are not among them. */
export function emphasisRuns(line: string, runs: readonly DelimiterRun[], words: EmphasisWords): DelimiterRun[] {
  const found: DelimiterRun[] = [];
  /** The last run that may open, by what it is made of. Forgotten when an outer pair closes: pairs do not cross. */
  const open = new Map<string, DelimiterRun>();
  for (const run of runs) {
    const delimiter = line.slice(run.start, run.end);
    if (delimiter.length > LONGEST) continue;
    const opener = open.get(delimiter);
    if (opener && isEmphasis(line, opener, run, words)) {
      found.push(opener, run);
      for (const [key, other] of open) if (other.start >= opener.start) open.delete(key);
    } else if (canOpen(line, run)) {
      open.set(delimiter, run);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function canOpen(line: string, { start, end }: DelimiterRun): boolean {
  const next = line[end];
  if (next === undefined || /\s/.test(next)) return false;
  if (line[start] === '~') return end - start === 2;
  return !CLOSING.test(next) && !/[0-9A-Za-z]/.test(line[start - 1] ?? '');
}

function isEmphasis(line: string, open: DelimiterRun, close: DelimiterRun, words: EmphasisWords): boolean {
  const inside = line.slice(open.end, close.start);
  if (/\s$/.test(inside)) return false;
  if (line[open.start] === '~') return true;
  if (OPENS_OR_LISTS.test(inside) || endsWith(line, close.start, words.leads, words.notLeads)) return false;
  const closedOff = isPhraseEnd(line, close.end);
  if (line[open.start] === '_' && !(closedOff && isPhraseStart(line, open.start))) return false;
  const rounded = ROUNDED_OFF.test(inside);
  if (COMMA.test(inside) && !rounded && !closedOff) return false;
  return !readsAsMasks(line, open, close, words);
}

function readsAsMasks(line: string, open: DelimiterRun, close: DelimiterRun, words: EmphasisWords): boolean {
  const afterOpen = startsWith(line, open.end, words.followers, words.notFollowers);
  const afterClose = startsWith(line, close.end, words.followers, words.notFollowers);
  if (afterOpen && afterClose) return true;
  if (afterOpen) return words.verbs.longestBefore(line, close.start, open.end) > 0 && !isPhraseEnd(line, close.end);
  if (!afterClose) return false;
  return !NUMERAL_END.test(line.charAt(close.start - 1)) && !isPhraseStart(line, open.start);
}

const isPhraseStart = (line: string, at: number): boolean => at === 0 || BEFORE_PHRASE.test(line.charAt(at - 1));

/** A full stop in ASCII ends a phrase only before white space: `*.*` is a masked decimal. */
function isPhraseEnd(line: string, at: number): boolean {
  const next = line[at];
  if (next === undefined || AFTER_PHRASE.test(next)) return true;
  return next === '.' && /^\s?$/.test(line[at + 1] ?? '');
}

const startsWith = (line: string, at: number, words: Lexicon, longer: Lexicon): boolean => {
  const length = words.longestAt(line, at);
  return length > 0 && longer.longestAt(line, at) <= length;
};

const endsWith = (line: string, end: number, words: Lexicon, longer: Lexicon): boolean => {
  const length = words.longestBefore(line, end);
  return length > 0 && longer.longestBefore(line, end) <= length;
};
