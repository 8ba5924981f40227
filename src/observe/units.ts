/** Units in which a table shows its numbers, where others than those of the reports are asked for. */
import type { Dimension } from '../model/vocabulary.ts';
import type { Definitions } from './axes.ts';
import type { Row } from './fold.ts';

/** As a user writes it; null for every concept that it fits. */
export type AskedUnit = {
  concept: string | null;
  unit: string;
  /** It is no fault that nothing fits it. */
  mayMiss?: boolean;
};

/** 亿元: 1e8 of its symbol, and how much of the base unit. */
export type ShownUnit = {
  words: string;
  symbol: string;
  dimension: Dimension;
  /** How many of the symbol. */
  multiplier: number;
  /** How many of the base unit, and which; null where there is none. */
  canonical: { number: number; unit: string } | null;
};

/** What is asked to be shown in a unit and measures something else. */
export type UnitMisfit = { misfit: { unit: string; dimension: Dimension; concepts: string; dimensions: string } };

/** By concept, what is asked of it by itself first. A unit for all fits those that it fits, of which there must be one, unless it `mayMiss`. */
export function unitsOf(
  asked: readonly { concept: string | null; shown: ShownUnit; mayMiss?: boolean }[],
  concepts: readonly string[],
  definitions: Definitions,
): ReadonlyMap<string, ShownUnit> | UnitMisfit {
  const units = new Map<string, ShownUnit>();
  for (const { concept, shown, mayMiss = false } of asked) {
    const given = concept === null ? concepts : [concept];
    const fitting = given.filter((each) => fits(shown, each, definitions));
    if (fitting.length === 0 && !mayMiss) return misfitOf(shown, given, definitions);
    for (const each of fitting)
      if (concept !== null || !asked.some((other) => other.concept === each)) units.set(each, shown);
  }
  return units;
}

/** What a name that was asked for is measured in, nobody knows beforehand. */
const fits = ({ dimension }: ShownUnit, concept: string, definitions: Definitions): boolean =>
  definitions.get(concept)?.dimensions.includes(dimension) ?? true;

function misfitOf({ words, dimension }: ShownUnit, concepts: readonly string[], definitions: Definitions): UnitMisfit {
  const dimensions = new Set(concepts.flatMap((each) => definitions.get(each)?.dimensions ?? []));
  return {
    misfit: { unit: words, dimension, concepts: concepts.join(', '), dimensions: [...dimensions].join(', ') },
  };
}

/** Tells a unit by its words; null where there is none. */
export type ReadUnit = (words: string) => ShownUnit | null;

/** What is measured in another unit, or of which only the change is told, stays as it is. */
export function shownIn(row: Row, units: ReadonlyMap<string, ShownUnit>, readUnit: ReadUnit): Row {
  const shown = units.get(row.concept);
  const scale = shown && scaleTo(shown, row, readUnit);
  if (!shown) return row;
  if (!scale) return shown.dimension === row.dimension ? { ...row, shown: null } : row;
  const scaled = (number: number | null) => (number === null ? null : scale(number));
  return {
    ...row,
    shown: { number: scaled(row.number), min: scaled(row.min), max: scaled(row.max), unit: shown.words },
  };
}

/** Exact where the report has the same unit, else by way of the base unit; null where neither leads there. */
function scaleTo(
  { symbol, multiplier, canonical }: ShownUnit,
  { unit }: Row,
  readUnit: ReadUnit,
): ((number: number) => number) | null {
  if (unit === symbol) return (number) => exact(number / multiplier);
  const own = readUnit(unit)?.canonical;
  if (!own || !canonical || own.unit !== canonical.unit) return null;
  return (number) => exact((number * own.number) / canonical.number);
}

/** Without what division leaves behind the last digit that a number holds. */
const exact = (number: number): number => Number(number.toPrecision(14));
