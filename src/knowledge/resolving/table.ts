import type { ClassNames, WordsOf } from '../classes/table.ts';

/** The word classes that decide the fields of a figure, each under its key in code. */
export const RESOLVING_CLASSES = {
  shareName: 'share-name',
  shareVerb: 'share-verb',
  notShareVerb: 'not-share-verb',
  rateName: 'rate-name',
  lowerIsBetter: 'lower-is-better',
  figureTail: 'figure-tail',
  joint: 'joint',
  arrived: 'arrived',
  scopes: 'scope',
  rise: 'rise',
  fall: 'fall',
} as const satisfies ClassNames;

export type ResolvingWords = WordsOf<typeof RESOLVING_CLASSES>;
