import type { Lexicon } from '../../text/lexicon.ts';
import { type ClassesByName, namedClasses } from '../classes/table.ts';

/** The word classes that tell a unit that no rule knows from other words, from `rules/gaps.yaml`. */
export type UnitGapWords = { noUnit: Lexicon; beforeCode: Lexicon };

const CLASSES: Record<keyof UnitGapWords, string> = { noUnit: 'no-unit', beforeCode: 'before-code' };

export const unitGapWords = (classes: ClassesByName): UnitGapWords => namedClasses(classes, CLASSES);
