/** jieba's dictionary → ours: smaller, so that it loads sooner, and without anything that backends decide differently. */
import { COMMON_HAN } from './han.ts';
import type { DictionaryTerm } from './terms.ts';

/**
 * Words seen less often are left out: 3 keeps 309,000 words (nodejieba loads them in 0.8 s, 210 MB), 10 keeps 105,000 (0.23 s, 84 MB),
 * 20 keeps 80,000 (0.17 s, 60 MB), 50 keeps 53,000 (0.11 s, 43 MB). With 20, and with the words of reports among those between 10 and 20
 * given back by `rules/dictionary.txt`, 2 of 7,118 figures have another name than with 10; with 50 it was 1 of 150. See docs/performance.md.
 */
const LEAST_FREQUENCY = 20;

const HAN_WORD = new RegExp(`^[${COMMON_HAN}]+$`);

const DEFAULT_TAG = 'n';

/** What one occurrence counts in the file, so that a fraction of one can be told. */
const SCALE = 1000;

type DictionaryEntry = { frequency: number; tag: string };
type Entries = Map<string, DictionaryEntry>;

/** Lines `word frequency tag`, sorted by word; the same bytes for the same input. */
export function compileDictionary(source: string, terms: readonly DictionaryTerm[], least = LEAST_FREQUENCY): string {
  const all = parseDictionary(source);
  const entries = withCharacters(withTerms(cutOff(all, least), terms, least), all);
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, entry]) => formatLine(word, entry))
    .join('');
}

function parseDictionary(source: string): Entries {
  const entries: Entries = new Map();
  for (const line of source.split(/\r?\n/)) {
    const [word, frequency, tag] = line.split(' ');
    if (word && frequency && tag && HAN_WORD.test(word)) entries.set(word, { frequency: Number(frequency), tag });
  }
  return entries;
}

/** Transliterated names take words of reports apart: 占|比达, 班列通|达. */
const TRANSLITERATION = /^nr(?:t|fg)$/;

const cutOff = (entries: Entries, least: number): Entries =>
  new Map([...entries].filter(([, { frequency, tag }]) => frequency >= least && !TRANSLITERATION.test(tag)));

/** Suggestions see the dictionary without terms, so that the order of terms does not matter. */
function withTerms(entries: Entries, terms: readonly DictionaryTerm[], least: number): Entries {
  const total = [...entries.values()].reduce((sum, { frequency }) => sum + frequency, 0);
  const added = terms.map(({ word, frequency, tag }): [string, DictionaryEntry] => {
    const known = entries.get(word);
    const suggested = () => Math.max(least, known?.frequency ?? 0, suggestFrequency(word, entries, total));
    return [word, { frequency: frequency ?? suggested(), tag: tag ?? known?.tag ?? DEFAULT_TAG }];
  });
  return new Map([...entries, ...added]);
}

/** The least frequency that keeps a word whole: what its best pieces come to by chance, and one more. */
function suggestFrequency(word: string, entries: Entries, total: number): number {
  const chanceOf = (piece: string): number => {
    const frequency = piece === word ? 0 : (entries.get(piece)?.frequency ?? (piece.length === 1 ? 1 : 0));
    return Math.log(frequency / total);
  };
  let best = 0;
  // What the rest of the word comes to after its first, second … character from `start` on.
  const after = [best];
  for (let start = word.length - 1; start >= 0; start--) {
    best = Math.max(...after.map((rest, i) => chanceOf(word.slice(start, start + i + 1)) + rest));
    after.unshift(best);
  }
  return Math.floor(Math.exp(best) * total) + 1;
}

/**
 * Every character of a word is a word. Otherwise nodejieba would weigh the character 翡 against 翡翠 and @node-rs/jieba would not,
 * and each has its own idea of how rare an unknown character is.
 */
function withCharacters(entries: Entries, all: Entries): Entries {
  const characters = new Set([...entries.keys()].join(''));
  const missing = [...characters].filter((character) => !entries.has(character));
  return new Map([
    ...entries,
    ...missing.map((c): [string, DictionaryEntry] => [c, all.get(c) ?? { frequency: 1, tag: 'x' }]),
  ]);
}

/**
 * 通海|通 and 通|海通 would be equally likely where 通海 and 海通 were seen equally often, and the backends break such a tie in
 * opposite ways. So every word was seen some fraction of an occurrence more often, a different one each.
 */
const formatLine = (word: string, { frequency, tag }: DictionaryEntry): string =>
  `${word} ${frequency * SCALE + (hashOf(word) % SCALE)} ${tag}\n`;

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
