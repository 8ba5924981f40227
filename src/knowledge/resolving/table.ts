import type { Lexicon } from '../../text/lexicon.ts';
import { type ClassesByName, namedClasses } from '../classes/table.ts';

/** The word classes that decide kind, scope and period, all from `rules/`. */
export type ResolvingWords = {
  shareName: Lexicon;
  shareVerb: Lexicon;
  notShareVerb: Lexicon;
  rateName: Lexicon;
  lowerIsBetter: Lexicon;
  figureTail: Lexicon;
  joint: Lexicon;
  periods: Lexicon;
  periodTail: Lexicon;
  compared: Lexicon;
  scopes: Lexicon;
};

const CLASSES: Record<keyof ResolvingWords, string> = {
  shareName: 'share-name',
  shareVerb: 'share-verb',
  notShareVerb: 'not-share-verb',
  rateName: 'rate-name',
  lowerIsBetter: 'lower-is-better',
  figureTail: 'figure-tail',
  joint: 'joint',
  periods: 'period',
  periodTail: 'period-tail',
  compared: 'compared',
  scopes: 'scope',
};

export const resolvingWords = (classes: ClassesByName): ResolvingWords => namedClasses(classes, CLASSES);
