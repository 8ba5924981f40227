/** Words that mean the region reported on, whole: 全省 in the report of a province, and its own name. */
import type { ConceptRules } from './table.ts';

/** Length of such words directly before a place of a text; 0 for none. */
export type WholeBefore = (text: string, end: number) => number;

/** A report that does not tell its region may be of any. */
export function wholeOf(region: string | null, { around: { wholes } }: Pick<ConceptRules, 'around'>): WholeBefore {
  const own = wholes.filter(({ regions }) => region !== null && regions.longestBefore(region, region.length) > 0);
  const words = (own.length > 0 ? own : wholes).map((each) => each.words);
  const longest = (text: string, end: number) => Math.max(...words.map((each) => each.longestBefore(text, end)));
  if (region === null) return longest;
  const ending = Math.max(0, ...own.map(({ regions }) => regions.longestBefore(region, region.length)));
  const names = [region, region.slice(0, region.length - ending)];
  return (text, end) => Math.max(longest(text, end), ...names.map((name) => commonEnd(name, text, end)));
}

/**
 * Words that mean another region, whole: 全省 in the report of a county. What also means the region itself does not: 全区 is a district or an
 * autonomous region; nor do single characters, which end other words: 市 of 城市.
 */
export function otherWholeOf(region: string | null, rules: Pick<ConceptRules, 'around'>): WholeBefore {
  const { wholes } = rules.around;
  if (!wholes.some(({ regions }) => region !== null && regions.longestBefore(region, region.length) > 0))
    return () => 0;
  const ownBefore = wholeOf(region, rules);
  return (text, end) => {
    const length = Math.max(...wholes.map(({ words }) => words.longestBefore(text, end)));
    return length >= SHORTEST_NAME && length > ownBefore(text, end) ? length : 0;
  };
}

/** Two characters at least: 安徽省 and 合肥 are places, 省 is none. */
const SHORTEST_NAME = 2;

/** How much of the end of a region's name stands before a place: 五华区 of 昆明市五华区. */
function commonEnd(region: string, text: string, end: number): number {
  let length = 0;
  while (length < region.length && length < end && text[end - 1 - length] === region[region.length - 1 - length])
    length++;
  return length >= SHORTEST_NAME ? length : 0;
}
