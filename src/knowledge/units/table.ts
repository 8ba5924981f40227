import type { Unit } from '../../model/quantity.ts';
import type { Dimension } from '../../model/vocabulary.ts';
import { CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import { TagSet } from '../../text/tag-set.ts';
import { lexiconOf, splitWords } from '../word-list.ts';
import type { UnitRatiosSource, UnitSource } from './schema.ts';

export type UnitEntry = Unit & {
  /** Smaller units that may follow with a numeral of their own, in this one: 5元3角. */
  parts: ReadonlyMap<string, number> | null;
  /** 半 may follow: 两天半. */
  halves: boolean;
  /** A unit only after a multiplier such as 万. */
  needsMultiplier: boolean;
  /** Words that, standing right after it, make it part of another word; after Arabic digits that is not believed. */
  notBefore: Lexicon | null;
  stillBefore: Lexicon | null;
  /** The same, and certain: 13亿人口. */
  neverBefore: Lexicon | null;
};

/** What the lexer knows of units: `rules/units.yaml`, compiled. */
export type UnitTable = {
  words: Lexicon;
  byWord: ReadonlyMap<string, UnitEntry>;
  /** 个 in 3个多月 and 1个半小时. */
  timeClassifiers: CharSet;
  perSigns: CharSet;
  perNouns: Lexicon;
  /** What may be a unit that no rule knows. */
  classifiers: TagSet;
};

export type DimensionedUnit = { unit: UnitSource; dimension: Dimension };

/** `units` in the order of the packs: where two are written alike, the later counts. `bases` are base units by dimension. */
export function compileUnits(
  units: readonly DimensionedUnit[],
  bases: ReadonlyMap<string, string | null>,
  { timeClassifiers = [], perNouns = [], perSigns = [], classifiers = [] }: UnitRatiosSource,
): UnitTable {
  const byWord = new Map<string, UnitEntry>();
  for (const { unit, dimension } of units) {
    const entry: UnitEntry = {
      symbol: unit.fold ?? unit.symbol,
      dimension,
      factor: parseFactor(unit.factor ?? null),
      base: unit.base ?? (unit.factor == null ? null : (bases.get(dimension) ?? null)),
      parts: unit.parts ? new Map(Object.entries(unit.parts)) : null,
      halves: unit.halves,
      needsMultiplier: unit.needs === 'multiplier',
      notBefore: unit.notBefore ? lexiconOf(unit.notBefore) : null,
      stillBefore: unit.stillBefore ? lexiconOf(unit.stillBefore) : null,
      neverBefore: unit.neverBefore ? lexiconOf(unit.neverBefore) : null,
    };
    for (const word of [unit.symbol, ...splitWords(unit.words ?? [])]) byWord.set(word, entry);
  }
  return {
    byWord,
    words: new Lexicon(byWord.keys()),
    timeClassifiers: new CharSet(timeClassifiers),
    perSigns: new CharSet(perSigns),
    perNouns: lexiconOf(perNouns),
    classifiers: new TagSet(classifiers),
  };
}

function parseFactor(factor: number | string | null): number | null {
  if (typeof factor !== 'string') return factor;
  const [above = Number.NaN, below] = factor.split('/').map(Number);
  return above / (below ?? Number.NaN);
}
