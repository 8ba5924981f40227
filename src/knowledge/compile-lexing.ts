/** Compiles what the lexer needs: numerals, units and masks. */

import type { Unit } from '../model/quantity.ts';
import type { Dimension } from '../model/vocabulary.ts';
import { CharSet } from '../text/char-set.ts';
import { Lexicon } from '../text/lexicon.ts';
import type { MaskForm, MaskTable } from './masks/table.ts';
import { CHAR, type NumeralTable, type UnitEntry, type UnitTable } from './numerals/table.ts';
import type { Knowledge, UnitSource } from './schema.ts';
import { lexiconOf, splitWords } from './word-list.ts';

/** Units in the order of the packs: where two are written alike, the later counts. */
export type UnitSection = {
  units: readonly { unit: UnitSource; dimension: Dimension }[];
  /** Base unit by dimension. */
  bases: ReadonlyMap<string, string | null>;
  perNouns: readonly string[];
  perSigns: readonly string[];
};

export type LexingTables = { numerals: NumeralTable; units: UnitTable; masks: MaskTable };

export function compileLexing(
  numerals: Knowledge['numerals'],
  unitSection: UnitSection,
  maskSection: Knowledge['masks'],
): LexingTables {
  const units = compileUnits(unitSection);
  const masks = compileMasks(maskSection);
  return { units, masks, numerals: compileNumerals(numerals, units, masks) };
}

function compileUnits(section: UnitSection): UnitTable {
  const byWord = new Map<string, UnitEntry>();
  for (const { unit, dimension } of section.units) {
    const entry: UnitEntry = {
      symbol: unit.fold ?? unit.symbol,
      dimension,
      factor: parseFactor(unit.factor ?? null),
      base: unit.base ?? (unit.factor == null ? null : (section.bases.get(dimension) ?? null)),
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
    perSigns: new CharSet(section.perSigns),
    perNouns: lexiconOf(section.perNouns),
  };
}

function parseFactor(factor: number | string | null): number | null {
  if (typeof factor !== 'string') return factor;
  const [above, below] = factor.split('/').map(Number);
  return above! / below!;
}

function compileMasks(section: Knowledge['masks']): MaskTable {
  const forms = new Map<string, MaskForm>();
  const byChar = new Map<string, MaskForm>();
  for (const { chars, ...form } of section.forms) {
    const compiled: MaskForm = { ...form, chars: new Set(chars) };
    forms.set(form.id, compiled);
    for (const char of compiled.chars) byChar.set(char, compiled);
  }
  const { notes, times } = section;
  return {
    forms,
    byChar,
    times: { after: new Set(times.after), notAfter: new Set(times.notAfter), reckon: new Set(times.reckon) },
    words: lexiconOf(section.words),
    notes: {
      brackets: new Map(Object.entries(notes.brackets)),
      words: lexiconOf(notes.words),
      edges: lexiconOf(notes.edges),
      notWords: lexiconOf(notes.notWords),
      blanks: new Set(notes.blanks),
      max: notes.max,
      bare: lexiconOf(notes.bare),
    },
  };
}

function compileNumerals(numerals: Knowledge['numerals'], units: UnitTable, masks: MaskTable): NumeralTable {
  const unitOf = (symbol: string): Unit => {
    const { dimension, factor, base } = units.byWord.get(symbol) ?? { dimension: 'other', factor: null, base: null };
    return { symbol, dimension, factor, base };
  };
  const unitsBy = (record: Record<string, string>) =>
    new Map(Object.entries(record).map(([prefix, symbol]) => [prefix, unitOf(symbol)]));
  const currencyPrefixes = unitsBy(numerals.currencyPrefixes);
  return {
    classes: charClasses(numerals, masks),
    digits: new Map(Object.entries(numerals.digits)),
    multipliers: new Map(Object.entries({ ...numerals.small, ...numerals.large })),
    tens: new Map(Object.entries(numerals.tens)),
    decimalPoints: new CharSet(numerals.decimalPoints),
    chineseDecimalPoints: new CharSet(numerals.chineseDecimalPoint),
    groupSeparators: new CharSet(numerals.groupSeparators),
    minus: new CharSet(numerals.minus),
    spokenMinus: new CharSet(numerals.spokenMinus),
    minusNotAfter: new CharSet(numerals.minusNotAfter),
    yearUnit: numerals.yearUnit,
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
      Object.entries(numerals.rankPrefixes).map(([char, { notAfter }]) => [char, new CharSet(notAfter)]),
    ),
    rankUnits: lexiconOf(numerals.rankUnits),
    rankUnit: { symbol: numerals.rankSymbol, dimension: 'rank', factor: null, base: null },
    currencyPrefixes,
    currencyLexicon: new Lexicon(currencyPrefixes.keys()),
    setPhrases: lexiconOf(numerals.setPhrases),
  };
}

function charClasses(numerals: Knowledge['numerals'], masks: MaskTable): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const mark = (char: string, bit: number) => {
    const code = char.charCodeAt(0);
    classes[code] = classes[code]! | bit;
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
