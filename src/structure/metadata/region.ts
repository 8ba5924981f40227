/** The place that a report is about, as written. */
import type { RulePack } from '../../knowledge/rule-pack.ts';
import { type Clue, decide, type Place, type Weighed } from './clues.ts';
import { leadingDate } from './dates.ts';
import { isOccasion } from './days.ts';
import { type Ends, isSentence } from './line.ts';
import {
  afterLeads,
  endOfPlaces,
  isMasked,
  type NamedPlace,
  placeAtStart,
  placesAt,
  type RegionRules,
  suffixesIn,
} from './places.ts';

/** How far into a first sentence the place that acts in it stands. */
const FIRST_WORDS = 100;
/** How much of the beginning shows a report of the national government. */
const START = 600;

/** `names`: the title, and the line under it that is not about the occasion. */
type RegionSources = { text: string; names: readonly string[]; publisher: string | null; ends: Ends };

/** What title, session, signature and publisher name, the first words, and the place written most often, weighed together. */
export function findRegion(sources: RegionSources, pack: RulePack): Weighed<string> | null {
  const { text, names } = sources;
  const { nation } = pack.metadata.region;
  const { weights } = pack.metadata;
  if (names[0]?.includes(nation.name)) return { value: nation.name, weight: weights.region.title, clues: [] };
  // A report of the national government is about the country, which is not named.
  if (nation.government.isIn(names[0] ?? '') || nation.speaker.isIn(text.slice(0, START))) return null;
  return decide([...regionClues(sources, pack)], weights.least.region, (part, whole) => isPartOf(part, whole, pack));
}

/** What speaks for 青禾市 speaks for 云岭省青禾市 as well, where both parts are places. */
function isPartOf(part: string, whole: string, { metadata }: RulePack): boolean {
  const { allSuffixes } = metadata.region;
  const start = whole.length - part.length;
  return part === whole || (whole.endsWith(part) && allSuffixes.longestBefore(whole, start) > 0);
}

function* regionClues({ text, names, publisher, ends }: RegionSources, pack: RulePack): Generator<Clue<string>> {
  const { weights, region: rules } = pack.metadata;
  const weight = weights.region;
  const named = (value: string | null, by: number, place: Place, words: string): Clue<string>[] =>
    value ? [{ value, weight: by + (hasLevel(text, value, pack) ? weight.level : 0), place, words }] : [];
  for (const title of names) {
    const first = placeAtStart(title, pack);
    if (first) yield* named(first.place, first.acts ? weight.title : weight.titleStart, 'title', title);
    const inside = placeWithin(title, text, pack);
    if (inside) yield* named(inside.place, inside.acts ? weight.inTitle : weight.titleStart, 'title', title);
  }
  yield* named(regionOfSession(ends, pack), weight.session, 'session', '');
  if (publisher !== null) yield* named(placeAtStart(publisher, pack)?.place ?? null, weight.body, 'issuer', publisher);
  yield* named(regionOfFirstWords(ends, pack), weight.opening, 'opening', '');
  const frequent = mostFrequent(text, rules, pack);
  if (frequent) yield { value: frequent, weight: weight.text, place: 'text', words: frequent };
}

/**
 * 奋力谱写青禾镇新篇章: of what may be the name, that which the text has as well, or which a mask bounds. `acts`: it does there what places do,
 * as 幸福城市 does not.
 */
function placeWithin(title: string, text: string, pack: RulePack): NamedPlace | null {
  const { allSuffixes, followers } = pack.metadata.region;
  const counts = new Map<string, number>();
  for (const suffix of suffixesIn(title, allSuffixes))
    for (const place of placesAt(title, suffix, allSuffixes, pack)) {
      if (isMasked(title, suffix.start, pack.masks)) return { place, acts: true };
      const count = occurrences(text, place).length;
      if (count > 1) counts.set(place, count);
    }
  const place = longestForm(counts);
  return place === null
    ? null
    : { place, acts: occurrences(text, place).some((end) => followers.longestAt(text, end) > 0) };
}

/** So many tell enough. */
const MANY = 20;

/** Where a place is written. */
function occurrences(text: string, place: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(place); at >= 0 && ends.length < MANY; at = text.indexOf(place, at + place.length))
    ends.push(at + place.length);
  return ends;
}

/** ——2025年1月8日在青禾县第十七届人民代表大会第四次会议上 */
function regionOfSession({ front }: Ends, pack: RulePack): string | null {
  const { sessions, region } = pack.metadata;
  for (const { text } of front.filter((line) => isOccasion(line.text, pack))) {
    const session = sessions.firstIn(text);
    const at = session < 0 ? -1 : region.sessionLeads.firstIn(text, 0, session);
    if (at < 0) continue;
    const start = afterLeads(text, at + region.sessionLeads.longestAt(text, at), region);
    const end = endOfPlaces(text, start, pack);
    if (end > start) return text.slice(start, end);
  }
  return null;
}

/** 2023年，青禾县坚持…, where a short report names its place once; 青禾县认真落实… */
function regionOfFirstWords({ head }: Ends, pack: RulePack): string | null {
  const { metadata, numerals, punctuation } = pack;
  const first = head.find(({ text, role }) => role !== 'boilerplate' && isSentence(text, punctuation))?.text ?? '';
  const year = leadingDate(first, numerals);
  const comma = year ? year.end + metadata.yearTails.longestAt(first, year.end) : -1;
  const start = punctuation.commas.at(first, comma) ? comma + 1 : 0;
  const end = endOfPlaces(first, start, pack);
  if (end > start && metadata.region.followers.longestAt(first, end) > 0) return first.slice(start, end);
  return maskedPlace(first, pack);
}

/** 在**市委的领导下，**区聚焦…: the last that acts is the one that reports. */
function maskedPlace(words: string, pack: RulePack): string | null {
  const { allSuffixes, followers, organs } = pack.metadata.region;
  const acting = suffixesIn(words, allSuffixes, Math.min(words.length, FIRST_WORDS)).filter(
    ({ start, end }) =>
      isMasked(words, start, pack.masks) && followers.longestAt(words, end) > 0 && organs.longestAt(words, end) === 0,
  );
  const last = acting.at(-1);
  return last === undefined ? null : (placesAt(words, last, allSuffixes, pack).at(-1) ?? null);
}

/** 全县, 我县, 县委 speak of the level that a place has: its report is likely this one. */
function hasLevel(text: string, place: string, { metadata }: RulePack): boolean {
  const { selves, organs, allSuffixes, chars } = metadata.region;
  const length = allSuffixes.longestBefore(place, place.length);
  const level = length > 2 ? place.slice(-1) : place.slice(-length);
  const start = text.slice(0, chars);
  return (
    [...selves.words].some((word) => start.includes(word + level)) ||
    [...organs.words].some((word) => start.includes(level + word))
  );
}

/** The place written most often, in its longest form: 大观区 and not 观区, 西海岸新区 and not 新区. */
function mostFrequent(text: string, rules: RegionRules, pack: RulePack): string | null {
  const suffixes = suffixesIn(text, rules.suffixes, Math.min(text.length, rules.chars));
  const acting = suffixes.filter(
    ({ start, end }) => pack.masks.byChar.has(text.charAt(start - 1)) || rules.followers.longestAt(text, end) > 0,
  );
  const places = new Set(acting.flatMap((suffix) => placesAt(text, suffix, rules.suffixes, pack)));
  const stemEnds = new Set(acting.map(({ start }) => text[start - 1]));
  const counts = new Map<string, number>();
  for (const suffix of suffixes) {
    // Settles most suffixes: 市场, 地区.
    if (!stemEnds.has(text[suffix.start - 1])) continue;
    for (const place of placesAt(text, suffix, rules.suffixes, pack))
      if (places.has(place)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  for (const [place, count] of counts) if (count < rules.atLeast) counts.delete(place);
  return longestForm(counts);
}

/** The most frequent; a longer form counts as much as the shorter one that it nearly always completes. */
function longestForm(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let bestCount = 0;
  for (const [place, count] of counts) {
    const completes = best !== null && place.endsWith(best) && count >= 0.6 * bestCount;
    if (count > bestCount || completes) {
      best = place;
      bestCount = Math.max(count, bestCount);
    }
  }
  return best;
}
