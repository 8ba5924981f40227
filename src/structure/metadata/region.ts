/** The place that a report is about, as written. */
import type { MaskTable } from '../../knowledge/masks/table.ts';
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Span } from '../../model/span.ts';
import { leadingYear, yearsIn } from './dates.ts';
import { type HeadLine, isSubtitle } from './line.ts';

type RegionRules = MetadataRules['region'];

/** How much of the beginning shows a report of the national government. */
const START = 600;
const HAN = /\p{Script=Han}/u;
/** A shorter stem is more often the end of another word (发|新区) than a place (易县). */
const SHORTEST_PLACE = 2;

/**
 * What the title names, else the session, else the place written most often, else what the first sentence is about. Years of the title and
 * the head are digits here.
 */
export function findRegion(
  text: string,
  title: string | null,
  head: readonly HeadLine[],
  pack: RulePack,
): string | null {
  const rules = pack.metadata.region;
  const nation = nationOf(title, text.slice(0, START), rules);
  if (nation) return nation.region;
  const lines = head.filter((line) => line.role !== 'boilerplate').map((line) => line.text);
  return (
    regionOfTitle(title ?? '', pack) ??
    regionOfSession(lines, pack) ??
    mostFrequent(text, rules, pack.masks) ??
    regionOfFirstWords(lines, pack)
  );
}

/** A report of the national government is about the country: named in the title, or not at all. */
function nationOf(title: string | null, start: string, { nation }: RegionRules): { region: string | null } | null {
  if (title?.includes(nation.name)) return { region: nation.name };
  return nation.government.isIn(title ?? '') || nation.speaker.isIn(start) ? { region: null } : null;
}

/** 2025年安徽省政府工作报告, 青禾县2024年工作总结, 中共青禾县委关于…: the place stands first, or after the year. */
function regionOfTitle(title: string, { metadata, numerals, masks }: RulePack): string | null {
  const [year] = yearsIn(title, numerals);
  const afterYear = year ? [year.end + metadata.yearTails.longestAt(title, year.end)] : [];
  const starts = [0, metadata.region.titleLeads.longestAt(title, 0), ...afterYear];
  return firstPlace(title, starts, metadata.region, masks);
}

/** ——2025年1月8日在青禾县第十七届人民代表大会第四次会议上 */
function regionOfSession(lines: readonly string[], { metadata, masks, punctuation }: RulePack): string | null {
  for (const line of lines.filter((each) => isSubtitle(each, punctuation))) {
    const session = metadata.sessions.firstIn(line);
    const at = session < 0 ? -1 : metadata.region.sessionLeads.firstIn(line, 0, session);
    const end = at < 0 ? -1 : endOfPlaces(line, at + 1, metadata.region, masks);
    if (end > at + 1) return line.slice(at + 1, end);
  }
  return null;
}

/** 2023年，青禾县坚持…, where a short report names its place once. */
function regionOfFirstWords(
  lines: readonly string[],
  { metadata, numerals, masks, punctuation }: RulePack,
): string | null {
  const first = lines.find((line) => punctuation.commas.isIn(line)) ?? '';
  const year = leadingYear(first, numerals);
  const comma = year ? year.end + metadata.yearTails.longestAt(first, year.end) : -1;
  return punctuation.commas.at(first, comma) ? firstPlace(first, [comma + 1], metadata.region, masks) : null;
}

function firstPlace(text: string, starts: readonly number[], rules: RegionRules, masks: MaskTable): string | null {
  for (const start of starts) {
    const end = endOfPlaces(text, start, rules, masks);
    const acts = /\d/.test(text[end] ?? '') || rules.followers.longestAt(text, end) > 0;
    if (end > start && acts) return text.slice(start, end);
  }
  return null;
}

/** Where a row of places ends that begins here, the widest first: 云岭省青禾市白石县. */
function endOfPlaces(text: string, start: number, rules: RegionRules, masks: MaskTable): number {
  for (let i = start; i < text.length && i - start < rules.longest && isOfName(text.charAt(i), masks); i++) {
    const length = placeLength(text, start, i, rules, masks);
    if (length > 0) return endOfPlaces(text, i + length, rules, masks);
  }
  return start;
}

/** The place written most often, in its longest form: 大观区 and not 观区, 西海岸新区 and not 新区. */
function mostFrequent(text: string, rules: RegionRules, masks: MaskTable): string | null {
  const suffixes = suffixesIn(text, rules);
  const acting = suffixes.filter(
    ({ start, end }) => masks.byChar.has(text.charAt(start - 1)) || rules.followers.longestAt(text, end) > 0,
  );
  const places = new Set(acting.flatMap((suffix) => placesAt(text, suffix, rules, masks)));
  const stemEnds = new Set(acting.map(({ start }) => text[start - 1]));
  const counts = new Map<string, number>();
  for (const suffix of suffixes) {
    // Settles most suffixes: 市场, 地区.
    if (!stemEnds.has(text[suffix.start - 1])) continue;
    for (const place of placesAt(text, suffix, rules, masks))
      if (places.has(place)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return longestForm(counts, rules);
}

function suffixesIn(text: string, { suffixes, chars }: RegionRules): Span[] {
  const limit = Math.min(text.length, chars);
  const found: Span[] = [];
  let start = suffixes.firstIn(text, 1);
  while (start >= 0 && start < limit) {
    const end = start + suffixes.longestAt(text, start);
    found.push({ start, end });
    start = suffixes.firstIn(text, end);
  }
  return found;
}

/** What may be a place's name with this suffix, the shortest first. */
function placesAt(text: string, { start: at, end }: Span, rules: RegionRules, masks: MaskTable): string[] {
  const places: string[] = [];
  for (let start = at - 1; start >= 0 && at - start < rules.longest && isOfName(text.charAt(start), masks); start--)
    if (placeLength(text, start, at, rules, masks) > 0) places.push(text.slice(start, end));
  return places;
}

const isOfName = (char: string, { byChar }: MaskTable): boolean => HAN.test(char) || byChar.has(char);

/** Length of the suffix that stands at `at`, where what is before it from `start` on is a place's name or a mask for one; else 0. */
function placeLength(text: string, start: number, at: number, rules: RegionRules, masks: MaskTable): number {
  const suffix = rules.suffixes.longestAt(text, at);
  if (suffix === 0 || at === start || rules.titleLeads.longestAt(text, start, at) > 0) return 0;
  if (masks.byChar.has(text.charAt(at - 1)) || masks.words.longestBefore(text, at, start) > 0) return suffix;
  const isGeneric = rules.generic.longestBefore(text, at) > 0 || rules.genericAlone.has(text.slice(start, at));
  return at - start < SHORTEST_PLACE || isGeneric ? 0 : suffix;
}

function longestForm(counts: ReadonlyMap<string, number>, { atLeast }: RegionRules): string | null {
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
