import type { Unit } from '../../model/quantity.ts';
import { ARABIC_DIGITS, CharSet } from '../../text/char-set.ts';
import { Lexicon } from '../../text/lexicon.ts';
import type { MaskTable } from '../masks/table.ts';
import type { UnitTable } from '../units/table.ts';
import { lexiconOf } from '../word-list.ts';
import type { NumeralsSource } from './schema.ts';

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

/** What makes a numeral a rank: 第, which always does, and 前, which also means before. */
export type RankPrefix = { notAfter: CharSet; certain: boolean };

/** What the lexer knows of numerals: `rules/numerals.yaml`, compiled. */
export type NumeralTable = {
  /** Character class by UTF-16 code unit: a sum of `CHAR` bits. */
  classes: Uint8Array;
  /** What a time that is told in numbers begins with: 2025年, 二〇二五年, 202*年, 十一月. */
  timeStarts: CharSet;
  digits: ReadonlyMap<string, number>;
  /** Power of ten of a multiplier character. */
  multipliers: ReadonlyMap<string, number>;
  tens: ReadonlyMap<string, number>;
  decimalPoints: CharSet;
  /** Before these a zero may be left out: .5. */
  stops: CharSet;
  chineseDecimalPoints: CharSet;
  /** 分 in 十点二五分. */
  minutes: CharSet;
  groupSeparators: CharSet;
  /** Of these a comma of a sentence as well: $40，300美元 are two amounts. */
  wideSeparators: CharSet;
  /** Those that part numbers of a list as well: 5,7条. */
  listCommas: CharSet;
  /** Blanks that part groups of three digits: 12 345件. */
  groupBlanks: CharSet;
  /** 标段3 120万元: the number is a name. */
  labels: Lexicon;
  /** Zero among Chinese digits: 二0二四年. */
  zeroSigns: CharSet;
  /** What may stand for a digit by mistake: l60万元. */
  lookalikes: CharSet;
  ellipsis: number;
  minus: CharSet;
  /** Of these a space may follow before the numeral: 负 1,200. */
  spokenMinus: CharSet;
  /** Before a lone zero that is a number: 降至零. */
  zeroAfter: CharSet;
  minusNotAfter: CharSet;
  /** After one of these, as after a digit or a letter, a minus sign joins: 5%-8%. */
  minusJoinsAfter: CharSet;
  /** 年 after four digits after a multiplier: 3亿2025年 are two numerals. */
  yearUnit: string;
  monthUnit: string;
  dayUnit: string;
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
  rankPrefixes: ReadonlyMap<string, RankPrefix>;
  rankUnits: Lexicon;
  rankUnit: Unit;
  ordinalLists: { separators: CharSet; units: ReadonlySet<string>; notAfter: CharSet };
  currencyPrefixes: ReadonlyMap<string, Unit>;
  currencyLexicon: Lexicon;
  /** Words that begin with a digit, before which a numeral is over: 十分之一二手房. */
  wordsAfter: Lexicon;
  setPhrases: Lexicon;
};

/** 百分之 stands for a unit, and a mask may stand for a digit: both are asked for here. */
export function compileNumerals(numerals: NumeralsSource, units: UnitTable, masks: MaskTable): NumeralTable {
  const unitOf = (symbol: string): Unit => {
    const { dimension, factor, base } = units.byWord.get(symbol) ?? { dimension: 'other', factor: null, base: null };
    return { symbol, dimension, factor, base };
  };
  const unitsBy = (record: Record<string, string>) =>
    new Map(Object.entries(record).map(([prefix, symbol]) => [prefix, unitOf(symbol)]));
  const currencyPrefixes = unitsBy(numerals.currencyPrefixes);
  return {
    classes: charClasses(numerals, masks),
    timeStarts: timeStarts(numerals, masks),
    digits: new Map(Object.entries(numerals.digits)),
    multipliers: new Map(Object.entries({ ...numerals.small, ...numerals.large })),
    tens: new Map(Object.entries(numerals.tens)),
    decimalPoints: new CharSet(numerals.decimalPoints),
    stops: new CharSet(numerals.stops),
    chineseDecimalPoints: new CharSet(numerals.chineseDecimalPoint),
    minutes: new CharSet(numerals.minutes),
    groupSeparators: new CharSet(numerals.groupSeparators),
    wideSeparators: new CharSet(numerals.wideSeparators),
    listCommas: new CharSet(numerals.listCommas),
    groupBlanks: new CharSet(numerals.groupBlanks),
    labels: lexiconOf(numerals.labels),
    zeroSigns: new CharSet(numerals.zeroSigns),
    lookalikes: new CharSet(numerals.lookalikes),
    ellipsis: numerals.ellipsis,
    minus: new CharSet(numerals.minus),
    spokenMinus: new CharSet(numerals.spokenMinus),
    zeroAfter: new CharSet(numerals.zeroAfter),
    minusNotAfter: new CharSet(numerals.minusNotAfter),
    minusJoinsAfter: new CharSet(numerals.minusJoinsAfter),
    yearUnit: numerals.yearUnit,
    monthUnit: numerals.monthUnit,
    dayUnit: numerals.dayUnit,
    twoAsUnit: numerals.twoAsUnit,
    mixedFraction: numerals.mixedFraction,
    formal: new CharSet(numerals.formal),
    fraction: numerals.fraction,
    percentPrefixes: [...unitsBy(numerals.percentPrefixes)].map(([prefix, unit]) => ({ prefix, unit })),
    percentHundred: numerals.percentHundred,
    slashes: new CharSet(numerals.slashes),
    ratioColons: new CharSet(numerals.ratioColons),
    half: numerals.half,
    halfWords: lexiconOf(numerals.halfWords),
    tenths: { ...numerals.tenths, unit: unitOf(numerals.tenths.unit), notBefore: lexiconOf(numerals.tenths.notBefore) },
    infixes: lexiconOf(numerals.infixes),
    standaloneInfixes: new Set(numerals.standaloneInfixes),
    vaguePrefixes: lexiconOf(numerals.vaguePrefixes),
    rangeJoiners: lexiconOf(numerals.rangeJoiners),
    rangeBreakers: new CharSet(numerals.rangeBreakers),
    rankPrefixes: new Map(
      Object.entries(numerals.rankPrefixes).map(([char, prefix]) => [
        char,
        { ...prefix, notAfter: new CharSet(prefix.notAfter) },
      ]),
    ),
    rankUnits: lexiconOf(numerals.rankUnits),
    rankUnit: { symbol: numerals.rankSymbol, dimension: 'rank', factor: null, base: null },
    ordinalLists: {
      separators: new CharSet(numerals.ordinalLists.separators),
      units: new Set(numerals.ordinalLists.units),
      notAfter: new CharSet(numerals.ordinalLists.notAfter),
    },
    currencyPrefixes,
    currencyLexicon: new Lexicon(currencyPrefixes.keys()),
    wordsAfter: lexiconOf(numerals.wordsAfter),
    setPhrases: lexiconOf(numerals.setPhrases),
  };
}

function timeStarts({ digits, tens, small }: NumeralsSource, masks: MaskTable): CharSet {
  const chinese = [digits, tens, small].flatMap(Object.keys);
  return CharSet.union([ARABIC_DIGITS, new CharSet([...chinese, ...masks.byChar.keys()])]);
}

function charClasses(numerals: NumeralsSource, masks: MaskTable): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const mark = (char: string, bit: number) => {
    const code = char.charCodeAt(0);
    classes[code] = (classes[code] ?? 0) | bit;
  };
  for (const zero of ['0', '０']) {
    for (let i = 0; i < 10; i++) mark(String.fromCharCode(zero.charCodeAt(0) + i), CHAR.arabic);
  }
  for (const char of Object.keys(numerals.digits)) mark(char, CHAR.chineseDigit);
  for (const char of Object.keys(numerals.tens)) mark(char, CHAR.chineseDigit);
  for (const char of Object.keys(numerals.small)) mark(char, CHAR.smallMultiplier);
  for (const char of Object.keys(numerals.large)) mark(char, CHAR.largeMultiplier);
  for (const word of [numerals.half, ...numerals.halfWords]) mark(word, CHAR.half);
  for (const char of masks.byChar.keys()) mark(char, CHAR.mask);
  for (const word of [...masks.words.words, ...masks.notes.bare.words, ...masks.notes.brackets.keys()])
    mark(word, CHAR.note);
  return classes;
}
