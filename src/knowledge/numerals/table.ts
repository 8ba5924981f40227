import type { Unit } from '../../model/quantity.ts';
import type { CharSet } from '../../text/char-set.ts';
import type { Lexicon } from '../../text/lexicon.ts';

/** Bits of a character's class, so that the lexer skips what cannot begin or continue a numeral in one table look-up. */
export const CHAR = {
  arabic: 1,
  chineseDigit: 2,
  smallMultiplier: 4,
  largeMultiplier: 8,
  mask: 16,
  half: 32,
  note: 64,
} as const;

/** What the lexer knows of numerals and units: `rules/numerals.yaml` and `rules/units.yaml`, compiled. */
export type NumeralTable = {
  /** Character class by UTF-16 code unit: a sum of `CHAR` bits. */
  classes: Uint8Array;
  digits: ReadonlyMap<string, number>;
  /** Power of ten of a multiplier character. */
  multipliers: ReadonlyMap<string, number>;
  tens: ReadonlyMap<string, number>;
  decimalPoints: CharSet;
  chineseDecimalPoints: CharSet;
  groupSeparators: CharSet;
  minus: CharSet;
  /** Of these a space may follow before the numeral: 负 1,200. */
  spokenMinus: CharSet;
  minusNotAfter: CharSet;
  /** 年 after four digits after a multiplier: 3亿2025年 are two numerals. */
  yearUnit: string;
  /** 两, a unit of mass as well as a digit. */
  twoAsUnit: string;
  /** 又 in 三又二分之一. */
  mixedFraction: string;
  /** 壹贰叁: digits only beside other numeral characters, for they begin words as well (队伍, 陆路). */
  formal: CharSet;
  fraction: string;
  percentPrefixes: readonly { prefix: string; unit: Unit }[];
  percentHundred: string;
  slashes: CharSet;
  ratioColons: CharSet;
  half: string;
  halfWords: Lexicon;
  tenths: { symbol: string; factor: number; unit: Unit; notBefore: Lexicon };
  infixes: Lexicon;
  /** Of these one may stand without a unit: 3000余. */
  standaloneInfixes: ReadonlySet<string>;
  vaguePrefixes: Lexicon;
  rangeJoiners: Lexicon;
  rangeBreakers: CharSet;
  rankPrefixes: ReadonlyMap<string, CharSet>;
  rankUnits: Lexicon;
  rankUnit: Unit;
  currencyPrefixes: ReadonlyMap<string, Unit>;
  currencyLexicon: Lexicon;
  setPhrases: Lexicon;
};

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

export type UnitTable = {
  words: Lexicon;
  byWord: ReadonlyMap<string, UnitEntry>;
  perSigns: CharSet;
  perNouns: Lexicon;
};
