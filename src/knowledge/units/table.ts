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
  /** For a unit of two meanings, the words that tell which, and the unit that it is otherwise. */
  context: { own: Lexicon; other: Lexicon; otherwise: UnitEntry } | null;
};

/** What the lexer knows of units: `rules/units.yaml`, compiled. */
export type UnitTable = {
  words: Lexicon;
  byWord: ReadonlyMap<string, UnitEntry>;
  /** Those of percentage points, the longest first: no other word begins so, whatever blanks stand within (个 百 分 点). */
  points: readonly string[];
  /** 个 in 3个多月 and 1个半小时. */
  timeClassifiers: CharSet;
  perSigns: CharSet;
  perNouns: Lexicon;
  /** What joins the members of a list that tell their unit once, and what gives them out. */
  sharing: { joiners: Lexicon; cues: Lexicon };
  /** What may be a unit that no rule knows. */
  classifiers: TagSet;
};

export type DimensionedUnit = { unit: UnitSource; dimension: Dimension };

/** `units` in the order of the packs: where two are written alike, the later counts. `bases` are base units by dimension. */
export function compileUnits(
  units: readonly DimensionedUnit[],
  bases: ReadonlyMap<string, string | null>,
  {
    timeClassifiers = [],
    perNouns = [],
    perSigns = [],
    classifiers = [],
    spellings = {},
    sharing = NO_SHARING,
  }: UnitRatiosSource,
): UnitTable {
  const byWord = new Map<string, UnitEntry>();
  const signs = Object.entries(spellings);
  for (const { unit, dimension } of units) {
    const plain: UnitEntry = {
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
      context: null,
    };
    const entry = unit.context ? { ...plain, context: compileContext(plain, unit.context) } : plain;
    for (const word of [unit.symbol, ...splitWords(unit.words ?? [])])
      for (const spelling of spellingsOf(word, signs)) byWord.set(spelling, entry);
  }
  return {
    byWord,
    points: [...byWord]
      .flatMap(([word, { dimension }]) => (dimension === 'percentage-point' ? word : []))
      .sort((a, b) => b.length - a.length),
    words: new Lexicon(byWord.keys()),
    timeClassifiers: new CharSet(timeClassifiers),
    perSigns: new CharSet(perSigns),
    perNouns: lexiconOf(perNouns),
    sharing: { joiners: lexiconOf(sharing.joiners), cues: lexiconOf(sharing.cues) },
    classifiers: new TagSet(classifiers),
  };
}

/** 元/亩 in 元/m²; null where either has no base. */
export function ratioOfBases(above: Unit, below: Unit | undefined): Pick<Unit, 'factor' | 'base'> {
  if (above.factor === null || above.base === null || below?.factor == null || below.base === null)
    return { factor: null, base: null };
  return { factor: above.factor / below.factor, base: `${above.base}/${below.base}` };
}

const NO_SHARING = { joiners: [], cues: [] };

function compileContext(unit: UnitEntry, { own, other, dimension }: NonNullable<UnitSource['context']>) {
  const otherwise: UnitEntry = { ...unit, dimension, factor: null, base: null };
  return { own: lexiconOf(own), other: lexiconOf(other), otherwise };
}

const LATIN = /[A-Za-z]/;

/** A unit as it may be written: kW·h also with other dots, and where it has letters, in full-width ones. */
function spellingsOf(word: string, signs: readonly (readonly [string, readonly string[]])[]): string[] {
  let all = [word];
  for (const [sign, others] of signs)
    if (word.includes(sign))
      all = all.flatMap((each) => [each, ...others.map((other) => each.replaceAll(sign, other))]);
  return LATIN.test(word) ? [...all, ...all.map(fullWidth)] : all;
}

const fullWidth = (word: string): string =>
  word.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

function parseFactor(factor: number | string | null): number | null {
  if (typeof factor !== 'string') return factor;
  const [above = Number.NaN, below] = factor.split('/').map(Number);
  return above / (below ?? Number.NaN);
}
