/** The title of a report whose container states none. */

import { beginsWithMarker } from '../../knowledge/headings/marker.ts';
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { ARABIC_DIGITS, SPACES } from '../../text/char-set.ts';
import { findDate, withPlainYears } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { isOfSpeaker } from '../headings/unmarked.ts';
import { leadingYear } from './dates.ts';
import type { HeadLine } from './line.ts';

/** A text of two paragraphs may have a title, which then is much the shorter one; a text of one has none. */
const FEW_BLOCKS = 2;

/** The line that the format or a label says is the title, else the first that looks like one. */
export function findTitle(head: readonly HeadLine[], blockCount: number, pack: RulePack): string | null {
  const { title: rules } = pack.metadata;
  const stated = head.find((line) => line.role === 'title');
  if (stated) return stated.text.trim();
  const labelled = head.map((line) => labelledTitle(line.text, pack)).find(Boolean);
  if (labelled) return labelled;
  const lines = head.filter((line) => line.role !== 'boilerplate').map((line) => line.text.trim());
  if (blockCount < FEW_BLOCKS || (blockCount === FEW_BLOCKS && (lines[1] ?? '').length <= rules.max)) return null;
  for (const [i, line] of lines.entries()) {
    if (beginsWithMarker(line, pack.headings)) return null;
    const title = withoutOccasion(cutSubtitle(line, rules.subtitle), pack);
    if (isTitle(title, pack)) return isWhole(title, rules) ? title : title + secondLine(lines[i + 1] ?? '', pack);
    if (title.length > rules.max) return null;
  }
  return null;
}

/** 名称：青禾县2024年工作总结, as tables of government pages have it. */
function labelledTitle(line: string, { metadata, punctuation }: RulePack): string | null {
  const { labels, min, max } = metadata.title;
  const label = labels.longestAt(line, 0);
  const colon = SPACES.endOfRun(line, label);
  if (label === 0 || !punctuation.colons.at(line, colon)) return null;
  const value = line.slice(colon + 1).trim();
  return value.length >= min && value.length <= max ? value : null;
}

function isTitle(line: string, { metadata, headings, numerals }: RulePack): boolean {
  const { min, max, notStart, notEnd, without } = metadata.title;
  if (line.length < min || line.length > max || !/\p{Script=Han}{2}/u.test(line)) return false;
  if (notStart.longestAt(line, 0) > 0 || notEnd.longestBefore(line, line.length) > 0) return false;
  if (isOfSpeaker(line, headings.unmarked.speakers)) return false;
  const year = leadingYear(line, numerals);
  // A title may begin with its year; a line with a date is a byline.
  const rest = year && !ARABIC_DIGITS.at(line, year.end) ? line.slice(year.end) : line;
  return !without.isIn(line) && findDate(rest) === null;
}

function cutSubtitle(line: string, subtitle: Lexicon): string {
  for (let i = 1; i < line.length; i++) if (subtitle.longestAt(line, i) > 0) return line.slice(0, i).trim();
  return line;
}

/** 政府工作报告（二〇二四年一月九日在…会议上）: the day and the meeting are no part of the title. */
function withoutOccasion(line: string, { metadata, numerals }: RulePack): string {
  const { open, close } = metadata.title.occasion;
  const end = line.length - 1;
  if (!close.at(line, end)) return line;
  let start = end - 1;
  while (start >= 0 && !open.at(line, start) && !close.at(line, start)) start--;
  const inside = withPlainYears(line.slice(start + 1, end), numerals.digits);
  const year = open.at(line, start) ? leadingYear(inside, numerals) : null;
  const isDated = year && [numerals.monthUnit, numerals.dayUnit].some((unit) => inside.includes(unit, year.end));
  return isDated ? line.slice(0, start).trimEnd() : line;
}

const isWhole = (title: string, { ends }: MetadataRules['title']): boolean =>
  ends.longestBefore(title, title.length) > 0;

/** 青禾县改革办公室 / 关于2024年工作情况的汇报: a title on two lines. */
function secondLine(line: string, pack: RulePack): string {
  const { title: rules } = pack.metadata;
  const plain = withPlainYears(line.slice(0, 5), pack.numerals.digits);
  const goesOn = rules.goesOn.longestAt(line, 0) > 0 || leadingYear(plain, pack.numerals) !== null;
  return goesOn && isWhole(line, rules) && isTitle(line, pack) ? line : '';
}
