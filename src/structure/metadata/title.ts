/** The title of a report whose container states none. */

import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { findDate, withPlainYears } from '../../text/dates.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { beginsWithMarker } from '../headings/marker.ts';
import { isOfSpeaker } from '../headings/unmarked.ts';
import type { HeadLine } from './line.ts';

/** A text of two paragraphs may have a title, which then is much the shorter one; a text of one has none. */
const FEW_BLOCKS = 2;

/** The line that the format or a label says is the title, else the first that looks like one. */
export function findTitle(head: readonly HeadLine[], blockCount: number, pack: RulePack): string | null {
  const { title: rules } = pack.metadata;
  const stated = head.find((line) => line.role === 'title');
  if (stated) return stated.text.trim();
  const labelled = head.map((line) => labelledTitle(line.text, rules)).find(Boolean);
  if (labelled) return labelled;
  const lines = head.filter((line) => line.role !== 'boilerplate').map((line) => line.text.trim());
  if (blockCount < FEW_BLOCKS || (blockCount === FEW_BLOCKS && (lines[1] ?? '').length <= rules.max)) return null;
  for (const [i, line] of lines.entries()) {
    if (beginsWithMarker(line, pack.headings)) return null;
    const title = withoutOccasion(cutSubtitle(line, rules.subtitle), pack.numerals.digits);
    if (isTitle(title, pack)) return isWhole(title, rules) ? title : title + secondLine(lines[i + 1] ?? '', pack);
    if (title.length > rules.max) return null;
  }
  return null;
}

/** 名称：青禾县2024年工作总结, as tables of government pages have it. */
function labelledTitle(line: string, { labels, min, max }: MetadataRules['title']): string | null {
  const value = /^\s*[:：]\s*(.+)$/.exec(line.slice(labels.longestAt(line, 0)))?.[1]?.trim() ?? '';
  return labels.longestAt(line, 0) > 0 && value.length >= min && value.length <= max ? value : null;
}

function isTitle(line: string, { metadata, headings }: RulePack): boolean {
  const { min, max, notStart, notEnd, without } = metadata.title;
  if (line.length < min || line.length > max || !/\p{Script=Han}{2}/u.test(line)) return false;
  if (notStart.longestAt(line, 0) > 0 || notEnd.longestBefore(line, line.length) > 0) return false;
  if (isOfSpeaker(line, headings.unmarked.speakers)) return false;
  return !without.isIn(line) && findDate(line.replace(/^\d{4}年(?!\d)/, '')) === null;
}

function cutSubtitle(line: string, subtitle: Lexicon): string {
  for (let i = 1; i < line.length; i++) if (subtitle.longestAt(line, i) > 0) return line.slice(0, i).trim();
  return line;
}

/** 政府工作报告（二〇二四年一月九日在…会议上）: the day and the meeting are no part of the title. */
function withoutOccasion(line: string, digits: ReadonlyMap<string, number>): string {
  const [bracket] = /\s*[（(][^（）()]*[）)]$/.exec(line) ?? [''];
  return /^\s*[（(]\d{4}年.*[月日]/.test(withPlainYears(bracket, digits)) ? line.slice(0, -bracket.length) : line;
}

const isWhole = (title: string, { ends }: MetadataRules['title']): boolean =>
  ends.longestBefore(title, title.length) > 0;

/** 青禾县改革办公室 / 关于2024年工作情况的汇报: a title on two lines. */
function secondLine(line: string, pack: RulePack): string {
  const { title: rules } = pack.metadata;
  const plain = withPlainYears(line.slice(0, 5), pack.numerals.digits);
  const goesOn = rules.goesOn.longestAt(line, 0) > 0 || /^\d{4}年/.test(plain);
  return goesOn && isWhole(line, rules) && isTitle(line, pack) ? line : '';
}
