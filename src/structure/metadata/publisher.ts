/** Which body reports, or published the report. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { SPACES } from '../../text/char-set.ts';
import { findDate } from '../../text/dates.ts';
import { labelledPublisher } from './byline.ts';
import type { Clue } from './clues.ts';
import { datesIn } from './dates.ts';
import { firstDate } from './days.ts';
import { type Ends, isSentence } from './line.ts';

const LONGEST = 40;
/** How many lines of the head may hold the name of who reports. */
const HEAD_LINES = 6;
/** A signature is one of the last lines. */
const LAST_LINES = 3;

export function* publisherClues(ends: Ends, title: string | null, pack: RulePack): Generator<Clue<string>> {
  const { metadata } = pack;
  const weights = metadata.weights.publisher;
  const labelled = labelledPublisher(ends.head, metadata) ?? labelledPublisher(ends.tail, metadata);
  if (labelled) yield { value: labelled, weight: weights.label, place: 'label', words: labelled };
  for (const line of ends.front) {
    const medium = mediumOf(line.text, pack);
    if (medium) yield { value: medium, weight: weights.medium, place: 'date-line', words: line.text };
  }
  for (const line of ends.head.slice(0, HEAD_LINES)) {
    const body =
      line.role === 'boilerplate' || isSentence(line.text, pack.punctuation) ? null : bodyOf(line.text, pack);
    if (body) yield { value: body, weight: weights.issuer, place: 'issuer', words: line.text };
  }
  for (const { text } of ends.tail.slice(-LAST_LINES)) {
    const body = isSentence(text, pack.punctuation) ? null : bodyOf(text, pack);
    const weight = metadata.printed.isIn(text) ? weights.printed : weights.signature;
    if (body) yield { value: body, weight, place: 'signature', words: text };
  }
  const own = title === null ? null : bodyOfTitle(title, pack);
  if (own) yield { value: own, weight: weights.title, place: 'title', words: own };
}

/** A line that names a body, with no more than a date beside it: 青禾县水利局, 青禾县水利局 2024年1月5日印发. */
function bodyOf(line: string, pack: RulePack): string | null {
  const date = firstDate(line, pack);
  const words = (date ? line.slice(0, date.start) : line).trim();
  const start = pack.metadata.title.subtitle.longestAt(words, 0);
  const body = words.slice(start, words.length - pack.metadata.title.banner.longestBefore(words, words.length)).trim();
  return body.length <= LONGEST &&
    !SPACES.isIn(body) &&
    !pack.metadata.labelSigns.isIn(body) &&
    endsAsBody(body, body.length, pack)
    ? body
    : null;
}

/** 青禾日报 2024年6月12日 第3版, without a label. */
function mediumOf(line: string, pack: RulePack): string | null {
  const date = isSentence(line, pack.punctuation) ? null : findDate(line);
  const words = date ? line.slice(0, date.start).trim() : '';
  const isName = words.length <= LONGEST && !SPACES.isIn(words) && !pack.metadata.labelSigns.isIn(words);
  return isName && pack.metadata.media.longestBefore(words, words.length) > 0 ? words : null;
}

/** 青禾县水利局2024年工作总结, 青禾县水利局关于…的报告: the body before the year or the subject. */
export function bodyOfTitle(title: string, pack: RulePack): string | null {
  const [year] = datesIn(title, pack.numerals);
  const subject = pack.metadata.title.goesOn.firstIn(title, 1);
  const ends = [year?.start ?? -1, subject].filter((end) => end > 0);
  const body = title.slice(0, Math.min(LONGEST, ...ends)).trim();
  return ends.length > 0 && endsAsBody(body, body.length, pack) ? body : null;
}

/** The last words name a body: 局, 办公室 and not 格局. */
export function endsAsBody(text: string, end: number, { headings, metadata }: RulePack): boolean {
  const { issuers, notIssuers } = headings.unmarked;
  const length = Math.max(issuers.longestBefore(text, end), metadata.bodies.longestBefore(text, end));
  return length > 0 && end > length && notIssuers.longestBefore(text, end) < length;
}
