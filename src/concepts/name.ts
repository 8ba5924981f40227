/**
 * Reads a name: the name of a concept, and around it nothing but words that change nothing. What else stands there makes it the name
 * of something else: a part, one industry, another place.
 */
import { plainName } from '../knowledge/concepts/spellings.ts';
import type { Concept, ConceptRules } from '../knowledge/concepts/table.ts';
import type { WholeBefore } from '../knowledge/concepts/whole.ts';
import type { Lexicon } from '../text/lexicon.ts';

export type NameReading = {
  /** Those that the name means; which one, kind and unit tell. */
  concepts: readonly Concept[];
  /** Their name as it stands in it; null where none does. */
  words: string | null;
  /** What stands beside it and makes it something else. */
  rest: string | null;
  /** Whose it is, where it is somebody else's: 省管企业|净资产. */
  owner: string | null;
};

/** Longer names tell more than one thing. */
const LONGEST_NAME = 60;

export const nameReader =
  (rules: ConceptRules, wholeBefore: WholeBefore) =>
  (name: string): NameReading =>
    name.length > LONGEST_NAME ? NO_CONCEPT : read(plainName(name, rules.around.ignored), rules, wholeBefore);

/** The longest name of a concept at each place, until one fits. */
function read(name: string, { names, named, around }: ConceptRules, wholeBefore: WholeBefore): NameReading {
  let nearest = NO_CONCEPT;
  for (let at = names.firstIn(name); at >= 0; at = names.firstIn(name, at + 1)) {
    const all = named[names.wordAt(name, at)]!;
    const end = at + names.longestAt(name, at);
    const words = name.slice(at, end);
    const concepts = all.filter((concept) => restOf(name, at, end, concept, around, wholeBefore) === '');
    if (concepts.length > 0) return { concepts, words, rest: null, owner: null };
    if (nearest === NO_CONCEPT)
      nearest = { concepts: [], words, rest: restOf(name, at, end, all[0]!, around, wholeBefore), owner: null };
  }
  const { concepts, words, rest } = nearest;
  return { concepts, words, rest, owner: ownerIn(name, around.others) };
}

const NO_CONCEPT: NameReading = { concepts: [], words: null, rest: null, owner: null };

/** 园区 is a thing itself, 园区税收 is that of one. */
function ownerIn(name: string, others: Lexicon): string | null {
  const at = others.firstIn(name);
  const end = at + others.longestAt(name, Math.max(0, at));
  return at >= 0 && end < name.length ? name.slice(at, end) : null;
}

/** What of a name is neither that of the concept nor may stand around it; empty where nothing is. */
function restOf(
  name: string,
  start: number,
  end: number,
  { before, after, not }: Concept,
  around: ConceptRules['around'],
  wholeBefore: WholeBefore,
): string {
  const excluded = not.firstIn(name);
  if (excluded >= 0) return name.slice(excluded, excluded + not.longestAt(name, excluded));
  let from = start;
  for (let length = 1; from > 0 && length > 0; from -= length)
    length = Math.max(
      before.longestBefore(name, from),
      around.before.longestBefore(name, from),
      wholeBefore(name, from),
    );
  if (from > 0) return name.slice(0, from);
  let to = end;
  for (let length = 1; to < name.length && length > 0; to += length) {
    if (around.rest.longestAt(name, to) > 0) return '';
    length = Math.max(after.longestAt(name, to), around.after.longestAt(name, to));
  }
  return name.slice(to);
}
