/** Names of places as reports write them: 青禾县, 云岭省青禾市白石县, **区, 瀚湖高新区. */
import type { MaskTable } from '../../knowledge/masks/table.ts';
import type { MetadataRules } from '../../knowledge/metadata/table.ts';
import type { RulePack } from '../../knowledge/rule-pack.ts';
import type { Span } from '../../model/span.ts';
import { ARABIC_DIGITS } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { datesIn, leadingDate } from './dates.ts';
import { bodyOfTitle } from './publisher.ts';

export type RegionRules = MetadataRules['region'];

/** What is looked for. `isNamed`: a place must stand there, as at the start of a title. */
type Look = { suffixes: Lexicon; isNamed: boolean };

const HAN = /\p{Script=Han}/u;
/** A shorter stem is more often the end of another word (发|新区) than a place (易县). */
const SHORTEST_PLACE = 2;

/** `acts`: what follows shows that it is a place. */
export type NamedPlace = { place: string; acts: boolean };

/** 2025年安徽省政府工作报告, 关于青禾县2024年…, 国家税务总局青禾县税务局: the place stands first, or after the year, or what leads to it. */
export function placeAtStart(words: string, pack: RulePack): NamedPlace | null {
  const { metadata, numerals, punctuation } = pack;
  const [year] = datesIn(words, numerals);
  const starts = [afterLeads(words, 0, metadata.region)];
  if (year) starts.push(afterLeads(words, year.end + metadata.yearTails.longestAt(words, year.end), metadata.region));
  for (const start of starts) {
    const end = endOfPlaces(words, start, pack);
    if (end === start) continue;
    const acts =
      leadingDate(words.slice(end), numerals) !== null ||
      punctuation.colons.at(words, end) ||
      metadata.region.followers.longestAt(words, end) > 0 ||
      (bodyOfTitle(words, pack)?.length ?? 0) > end;
    return { place: words.slice(start, end), acts };
  }
  return null;
}

/** Behind all that leads to a place: 中共, 国家税务总局. */
export function afterLeads(words: string, at: number, rules: RegionRules): number {
  const length = rules.titleLeads.longestAt(words, at);
  return length > 0 ? afterLeads(words, at + length, rules) : at;
}

/** Where a row of places ends that begins here, the widest first: 云岭省青禾市白石县. */
export function endOfPlaces(text: string, start: number, pack: RulePack): number {
  const { longest, allSuffixes } = pack.metadata.region;
  for (let i = start; i < text.length && i - start < longest && isOfName(text, i, pack); i++) {
    const length = placeLength(text, start, i, { suffixes: allSuffixes, isNamed: true }, pack);
    if (length > 0) return endOfPlaces(text, i + length, pack);
  }
  return start;
}

/** All suffixes of places in a stretch of text, from left to right. */
export function suffixesIn(text: string, suffixes: Lexicon, limit = text.length): Span[] {
  const found: Span[] = [];
  let start = suffixes.firstIn(text, 1, limit);
  while (start >= 0) {
    const end = start + suffixes.longestAt(text, start);
    found.push({ start, end });
    start = suffixes.firstIn(text, end, limit);
  }
  return found;
}

/** What may be a place's name with this suffix, the shortest first. */
export function placesAt(text: string, { start: at, end }: Span, suffixes: Lexicon, pack: RulePack): string[] {
  const places: string[] = [];
  const { longest } = pack.metadata.region;
  for (let start = at - 1; start >= 0 && at - start < longest && isOfName(text, start, pack); start--)
    if (placeLength(text, start, at, { suffixes, isNamed: false }, pack) > 0) places.push(text.slice(start, end));
  return places;
}

/** Whether a mask, or a word for one, stands before a place. */
export const isMasked = (text: string, at: number, { byChar, words }: MaskTable, limit = 0): boolean =>
  byChar.has(text.charAt(at - 1)) || words.longestBefore(text, at, limit) > 0;

/** A character that names of places hold: neither a word of grammar nor the 月 of 1—8月. */
function isOfName(text: string, at: number, { metadata, masks, numerals }: RulePack): boolean {
  const char = text.charAt(at);
  if (masks.byChar.has(char)) return true;
  if (metadata.region.notInName.at(text, at) || !HAN.test(char)) return false;
  const isDateUnit = char === numerals.monthUnit || char === numerals.dayUnit;
  return !(isDateUnit && ARABIC_DIGITS.at(text, at - 1));
}

/** Length of the suffix that stands at `at`, where what is before it from `start` on is a place's name or a mask for one; else 0. */
function placeLength(text: string, start: number, at: number, { suffixes, isNamed }: Look, pack: RulePack): number {
  const { titleLeads, notStart, notFollowed } = pack.metadata.region;
  const suffix = suffixes.longestAt(text, at);
  if (suffix === 0 || at === start || titleLeads.longestAt(text, start, at) > 0) return 0;
  if (notStart.longestAt(text, start, at) > 0 || notFollowed.longestAt(text, at + suffix) > 0) return 0;
  if (isMasked(text, at, pack.masks, start)) return suffix;
  const words = text.slice(at, at + suffix);
  const isLong = at - start >= SHORTEST_PLACE || (isNamed && pack.metadata.region.shortSuffixes.has(words));
  return isLong && !isGeneric(text, start, at, words, isNamed, pack.metadata.region) ? suffix : 0;
}

/** 开发区, 乡镇, 试点县. Where a place must stand, the end of a word is the end of a name too: 烟台市, 荔湾区. */
function isGeneric(
  text: string,
  start: number,
  at: number,
  suffix: string,
  isNamed: boolean,
  rules: RegionRules,
): boolean {
  if (rules.townSuffixes.has(suffix))
    return (
      rules.townGeneric.longestBefore(text, at) > 0 || rules.townNotFollowed.longestAt(text, at + suffix.length) > 0
    );
  const words = isNamed ? rules.genericAlways : rules.generic;
  return words.longestBefore(text, at) > 0 || rules.genericAlone.has(text.slice(start, at));
}
