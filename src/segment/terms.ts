/** Words that the rules add to the dictionary, in the format of a jieba user dictionary: `word [frequency] [tag]`, `#` for remarks. */
import { GaigeError } from '../model/error.ts';
import { COMMON_HAN } from './han.ts';

export type DictionaryTerm = {
  word: string;
  /** Null where it is left to the dictionary's builder. */
  frequency: number | null;
  tag: string | null;
};

/** The backends are given common Han characters only, so a word with anything else could never be found. */
const TERM = new RegExp(`^(?<word>[${COMMON_HAN}]+)(?:\\s+(?<frequency>[1-9]\\d{0,8}))?(?:\\s+(?<tag>[A-Za-z]\\w*))?$`);

export function parseTerms(path: string, source: string): DictionaryTerm[] {
  return source.split('\n').flatMap((line, index) => {
    const text = line.trim();
    return text === '' || text.startsWith('#') ? [] : [parseTerm(text) ?? invalid(path, index + 1, text)];
  });
}

function parseTerm(text: string): DictionaryTerm | null {
  const { word, frequency, tag } = TERM.exec(text)?.groups ?? {};
  if (word === undefined) return null;
  return { word, frequency: frequency === undefined ? null : Number(frequency), tag: tag ?? null };
}

function invalid(path: string, line: number, excerpt: string): never {
  throw new GaigeError('RULES_INVALID', { path, line, column: 1, problem: 'TERM_LINE', excerpt });
}
