/** What a report says of itself. The container's word comes first, then the text's; nothing is guessed. */
import type { Document } from '../model/document.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { MaskTable } from '../model/masks.ts';
import type { KindPlace, MetadataRules } from '../model/metadata.ts';
import type { ReportMetadata } from '../model/report.ts';
import type { RulePack } from '../model/rulepack.ts';
import type { ReportKind } from '../model/vocabulary.ts';
import { beginsWithMarker } from './headings.ts';

/** How much of the beginning tells what kind of report it is. */
const START = 600;

type Line = { text: string; start: number };

export function readMetadata(document: Document, pack: RulePack): ReportMetadata {
  const { text, blocks, metadata } = document;
  const { metadata: rules } = pack;
  const lines = blocks.slice(0, rules.headLines * 2).map(({ span, role }) => ({
    text: text.slice(span.start, Math.min(span.end, span.start + 300)),
    start: span.start,
    role,
  }));
  const head = lines.slice(0, rules.headLines);
  const titled = head.find((line) => line.role === 'title');
  const title =
    metadata.title ??
    titled?.text.trim() ??
    findTitle(
      head.filter((line) => line.role !== 'residue'),
      blocks.length,
      pack,
    );
  const date = metadata.date ?? findDate(head, rules.dateLabels);
  return {
    title,
    date,
    year: metadata.year ?? yearOf(title) ?? yearOf(firstWords(text, head)),
    region: metadata.region ?? regionOf(text, title, pack),
    publisher: metadata.publisher ?? findPublisher(head, rules.publisherLabels),
    kind: kindOf(text, title, head, rules),
  };
}

function regionOf(text: string, title: string | null, { metadata, masks }: RulePack): string | null {
  const rules = metadata.region;
  const nation = nationOf(title, text.slice(0, START), rules);
  return nation ? nation.region : (regionOfTitle(title, rules) ?? findRegion(text, rules, masks));
}

/** The first line that looks like a title; a text of one or two paragraphs has none. */
function findTitle(lines: readonly Line[], blockCount: number, { metadata, headings }: RulePack): string | null {
  const rules = metadata.title;
  if (blockCount < 3) return null;
  for (const line of lines) {
    if (beginsWithMarker(line.text, headings)) return null;
    const title = cutSubtitle(line.text.trim(), rules.subtitle);
    if (isTitle(title, rules)) return title;
    if (title.length > rules.max) return null;
  }
  return null;
}

function isTitle(line: string, { min, max, notStart, notEnd, without }: MetadataRules['title']): boolean {
  if (line.length < min || line.length > max || !/\p{Script=Han}{2}/u.test(line)) return false;
  if (notStart.longestAt(line, 0) > 0 || notEnd.longestBefore(line, line.length) > 0) return false;
  return !holds(line, without) && !DATE.test(line.replace(/^\d{4}年(?!\d)/, ''));
}

function cutSubtitle(line: string, subtitle: Lexicon): string {
  for (let i = 1; i < line.length; i++) if (subtitle.longestAt(line, i) > 0) return line.slice(0, i).trim();
  return line;
}

const DATE = /(\d{4})\s*(?:年|-|\/|\.)\s*(\d{1,2})\s*(?:月|-|\/|\.)\s*(\d{1,2})/;

/** A date that is labelled, or that stands on a line of its own with no more than a time and a source. */
function findDate(lines: readonly Line[], labels: Lexicon): string | null {
  for (const { text } of lines) {
    const match = DATE.exec(text);
    if (!match) continue;
    const alone = text.replace(DATE, '').replace(/[\d:：\s|日时分秒]/g, '').length;
    if (!holds(text, labels) && alone > 0 && !/来源/.test(text)) continue;
    const date = [match[1]!, match[2]!.padStart(2, '0'), match[3]!.padStart(2, '0')].join('-');
    if (!Number.isNaN(Date.parse(date))) return date;
  }
  return null;
}

function findPublisher(lines: readonly Line[], labels: Lexicon): string | null {
  for (const { text } of lines) {
    for (let i = 0; i < text.length; i++) {
      const length = labels.longestAt(text, i);
      if (length === 0) continue;
      const value = /^\s*[:：]\s*([^\s|｜]{2,30})/.exec(text.slice(i + length));
      if (value) return value[1]!;
      i += length;
    }
  }
  return null;
}

/** `2022年` at the start of a title or of the first sentence. */
function yearOf(words: string | null): number | null {
  const match = words ? /^[^\d。]{0,12}((?:19|20)\d{2})年/.exec(words.normalize('NFKC')) : null;
  return match ? Number(match[1]) : null;
}

function firstWords(text: string, lines: readonly (Line & { role: string })[]): string {
  const body = lines.find((line) => line.role !== 'residue' && line.text.length > 40);
  return body ? text.slice(body.start, body.start + 24) : '';
}

const HAN = /\p{Script=Han}/u;
/** A shorter stem is more often the end of another word (发|新区) than a place (易县). */
const SHORTEST_PLACE = 2;

/** 2025年安徽省政府工作报告: the place stands between the year and what its government does. */
function regionOfTitle(title: string | null, rules: MetadataRules['region']): string | null {
  const words = title?.replace(/^.*?\d{4}年/, '') ?? '';
  for (let i = 1; i < Math.min(words.length, rules.longest); i++) {
    const end = i + rules.suffixes.longestAt(words, i);
    const stem = words.slice(0, i);
    if (end === i || rules.followers.longestAt(words, end) === 0 || !/^\p{Script=Han}+$/u.test(stem)) continue;
    if (rules.generic.longestBefore(stem, stem.length) === 0 && !rules.genericAlone.has(stem))
      return words.slice(0, end);
  }
  return null;
}

/** A report of the national government is about the country: named in the title, or not at all. */
function nationOf(
  title: string | null,
  start: string,
  { nation }: MetadataRules['region'],
): { region: string | null } | null {
  if (title?.includes(nation.name)) return { region: nation.name };
  return holds(title ?? '', nation.government) || holds(start, nation.speaker) ? { region: null } : null;
}

/** The place written most often, in its longest form: 大观区 and not 观区, 西海岸新区 and not 新区. */
function findRegion(text: string, rules: MetadataRules['region'], masks: MaskTable): string | null {
  const counts = new Map<string, number>();
  const acting = new Set<string>();
  const limit = Math.min(text.length, rules.chars);
  for (let i = 1; i < limit; i++) {
    const suffix = rules.suffixes.longestAt(text, i);
    if (suffix === 0 || rules.generic.longestBefore(text, i) > 0) continue;
    for (let start = i - 1; start >= 0 && i - start < rules.longest; start--) {
      if (!HAN.test(text[start]!) && !masks.byChar.has(text[start]!)) break;
      const isMasked = masks.byChar.has(text[i - 1]!);
      if ((i - start < SHORTEST_PLACE && !isMasked) || rules.genericAlone.has(text.slice(start, i))) continue;
      const place = text.slice(start, i + suffix);
      counts.set(place, (counts.get(place) ?? 0) + 1);
      if (rules.followers.longestAt(text, i + suffix) > 0) acting.add(place);
    }
    i += suffix - 1;
  }
  return longestForm(new Map([...counts].filter(([place]) => acting.has(place))), rules);
}

function longestForm(counts: ReadonlyMap<string, number>, { atLeast }: MetadataRules['region']): string | null {
  let best: string | null = null;
  let bestCount = 0;
  for (const [place, count] of counts) {
    if (count < atLeast) continue;
    // A longer form counts as much as the shorter one that it nearly always completes.
    const completes = best !== null && place.endsWith(best) && count >= 0.6 * bestCount;
    if (count > bestCount || completes) {
      best = place;
      bestCount = Math.max(count, bestCount);
    }
  }
  return best;
}

function kindOf(text: string, title: string | null, head: readonly Line[], rules: MetadataRules): ReportKind {
  const places: Record<KindPlace, string> = {
    title: title ?? '',
    head: head
      .filter((line) => line.text.length < 60)
      .map((line) => line.text)
      .join('\n'),
    start: text.slice(0, START),
    end: text.slice(-300),
  };
  return rules.kinds.find((rule) => holds(places[rule.in], rule.words))?.kind ?? 'other';
}

function holds(text: string, words: Lexicon): boolean {
  for (let i = 0; i < text.length; i++) if (words.longestAt(text, i) > 0) return true;
  return false;
}
