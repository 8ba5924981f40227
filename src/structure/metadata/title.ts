/** The title of a report whose container states none. */

import { beginsWithMarker } from '../../knowledge/headings/marker.ts';
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { findDate } from '../../text/dates.ts';
import { isOfSpeaker } from '../headings/unmarked.ts';
import { leadingDate } from './dates.ts';
import { isOccasion } from './days.ts';
import { type Ends, isSentence } from './line.ts';
import { endOfPlaces, placeAtStart } from './places.ts';

/** A text of two paragraphs may have a title, which then is much the shorter one; a text of one has none. */
const FEW_BLOCKS = 2;
/** Blanks stand between the characters of a label: 标 题：. */
const LONGEST_LABEL = 12;
const BLANKS = /\s/g;
/** 2024年12月31日, and the comma behind it. */
const LONGEST_OPENING = 16;
/** Most lines of a title. */
const MOST_LINES = 3;

/** The line that the format or a label says is the title, else the first that looks like one, with those that it goes on in. */
export function findTitle({ head, isFlat }: Ends, blockCount: number, pack: RulePack): string | null {
  const { title: rules } = pack.metadata;
  const stated = head.find((line) => line.role === 'title');
  if (stated) return stated.text.trim();
  const labelled = head.map((line) => labelledTitle(line.text, pack)).find(Boolean);
  if (labelled) return labelled;
  const lines = head.filter((line) => line.role !== 'boilerplate').map((line) => line.text.trim());
  if (isFlat) return flatTitle(lines, pack);
  if (blockCount < FEW_BLOCKS || (blockCount === FEW_BLOCKS && (lines[1] ?? '').length <= rules.max)) return null;
  for (const [i, line] of lines.entries()) {
    if (beginsWithMarker(line, pack.headings)) return null;
    if (isIssue(lines[i + 1] ?? '', rules)) continue;
    const title = withoutOccasion(cutSubtitle(line, pack), pack);
    if (isPlace(line, pack) && isTitle(lines[i + 1] ?? '', pack)) return withNextLines(line, lines.slice(i + 1), pack);
    if (isTitle(title, pack)) return title === line ? withNextLines(title, lines.slice(i + 1), pack) : title;
    if (title.length > rules.max) return null;
  }
  return null;
}

/** The title, and the line under it that says what the report is about: ——青禾市2023年改革综述. */
export function namesOf(title: string | null, { head }: Ends, pack: RulePack): string[] {
  const { subtitle } = pack.metadata.title;
  if (title === null) return [];
  const lines = head.map(({ text }) => (text.startsWith(title) ? text.slice(title.length).trim() : text));
  const line = lines.find((each) => subtitle.longestAt(each, 0) > 0 && !isOccasion(each, pack));
  return line === undefined || isSentence(line, pack.punctuation)
    ? [title]
    : [title, line.slice(subtitle.longestAt(line, 0))];
}

/** Of a text that has lost its line ends: what stands before the first sentence, where it ends as titles do. */
function flatTitle(pieces: readonly string[], pack: RulePack): string | null {
  let title = runInTitle(pieces[0] ?? '', pack);
  if (title !== '') return isTitle(title, pack) ? title : null;
  for (const piece of pieces) {
    if (isSentence(piece, pack.punctuation) || beginsWithMarker(piece, pack.headings)) return null;
    title += title ? ` ${piece}` : piece;
    if (isWhole(title, pack.metadata.title)) return isTitle(title, pack) ? title : null;
  }
  return null;
}

/** 青禾县2024年工作总结今年以来，…: nothing parts it from the first sentence, which begins as first sentences do. */
function runInTitle(line: string, { metadata, punctuation, numerals }: RulePack): string {
  const { ends, openings, max } = metadata.title;
  const limit = Math.min(line.length, max, punctuation.separators.until(line, 0, line.length));
  for (let at = 1; at < limit; at++) {
    if (ends.longestBefore(line, at) === 0) continue;
    const rest = line.slice(at, at + LONGEST_OPENING);
    const date = leadingDate(rest, numerals);
    const opens = date ? punctuation.commas.at(rest, date.end) : openings.longestAt(rest, 0) > 0;
    if (opens) return line.slice(0, at);
  }
  return '';
}

/** 名称：青禾县2024年工作总结, as tables of government pages have it. */
function labelledTitle(line: string, { metadata, punctuation }: RulePack): string | null {
  const { labels, min, max } = metadata.title;
  const colon = punctuation.colons.until(line, 0, Math.min(line.length, LONGEST_LABEL));
  if (!punctuation.colons.at(line, colon) || !labels.has(line.slice(0, colon).replace(BLANKS, ''))) return null;
  const value = line.slice(colon + 1).trim();
  return value.length >= min && value.length <= max ? value : null;
}

function isTitle(line: string, { metadata, headings, numerals }: RulePack): boolean {
  const { min, max, notStart, notEnd, without, channels, longestChannel } = metadata.title;
  if (line.length < min || line.length > max || !/\p{Script=Han}{2}/u.test(line)) return false;
  if (notStart.longestAt(line, 0) > 0 || notEnd.longestBefore(line, line.length) > 0) return false;
  if (line.length <= longestChannel && channels.longestBefore(line, line.length) > 0) return false;
  if (isOfSpeaker(line, headings.unmarked.speakers)) return false;
  // A title may begin with its year; a line with a date is a byline.
  const date = leadingDate(line, numerals);
  return !without.isIn(line) && findDate(date?.month === null ? line.slice(date.end) : line) === null;
}

/** 政府工作报告 ——2024年1月9日在…会议上: on the same line; other dashes are the title's own. */
function cutSubtitle(line: string, pack: RulePack): string {
  const { subtitle } = pack.metadata.title;
  for (let i = 1; i < line.length; i++)
    if (subtitle.longestAt(line, i) > 0) return isOccasion(line.slice(i), pack) ? line.slice(0, i).trim() : line;
  return line;
}

/** 政府工作报告（二〇二四年一月九日在…会议上）: the day and the meeting are no part of the title. */
function withoutOccasion(line: string, { metadata, numerals }: RulePack): string {
  const { open, close } = metadata.title.occasion;
  const end = line.length - 1;
  if (!close.at(line, end)) return line;
  let start = end - 1;
  while (start >= 0 && !open.at(line, start) && !close.at(line, start)) start--;
  const date = open.at(line, start) ? leadingDate(line.slice(start + 1, end), numerals) : null;
  return date && date.month !== null ? line.slice(0, start).trimEnd() : line;
}

/** 第12期, below the name of a bulletin. */
const isIssue = (line: string, { issue }: MetadataRules['title']): boolean =>
  issue.open.longestAt(line, 0) > 0 && issue.close.longestBefore(line, line.length) > 0;

/** A place on a line of its own, above what is reported of it. */
const isPlace = (line: string, pack: RulePack): boolean =>
  line.length > 0 && endOfPlaces(line, 0, pack) === line.length;

const isWhole = (title: string, { ends }: MetadataRules['title']): boolean =>
  ends.longestBefore(title, title.length) > 0;

/**
 * The lines under the first that belong to the title: what begins as the rest of one does (关于2024年工作情况的汇报, 暨2025年工作打算), and what
 * ends a title that was left in the midst of its words (青禾县关于2024年 / 改革工作情况的报告) or named but its body (青禾县人民法院 / 工作报告).
 */
function withNextLines(first: string, lines: readonly string[], pack: RulePack): string {
  const { title: rules } = pack.metadata;
  let title = first;
  const place = placeAtStart(first, pack)?.place;
  for (const line of lines.slice(0, MOST_LINES - 1)) {
    // 青禾县统计局 / 2024年青禾县统计公报: a whole title, below who reports.
    if (place && line.includes(place) && isWhole(line, rules) && isTitle(line, pack) && !isWhole(title, rules))
      return leadingDate(line, pack.numerals) ? line : title;
    const joins = rules.joins.longestAt(line, 0) > 0;
    const begins = rules.goesOn.longestAt(line, 0) > 0 || leadingDate(line, pack.numerals)?.month === null;
    const isOpen = rules.goesOn.isIn(title) || rules.leftOpen.longestBefore(title, title.length) > 0;
    const goesOn = isWhole(title, rules) ? joins : joins || begins || isOpen || rules.bare.has(line);
    if (!goesOn || !isTitle(line, pack) || !(isWhole(line, rules) || joins)) break;
    title += line;
  }
  return title;
}
